import { font } from './layout.ts';
import { columnName, isScatter, sheetColumns, type ChartAxis, type ChartSeries, type NativeChart } from './native-chart.ts';
import { escapeXml } from './xml-text.ts';

const spaces = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const ink = { text: '15191F', quiet: '444D5A', line: 'E3E7EC', join: 'C9CFD8' } as const;
const ids = { x: 111_111_111, y: 222_222_222 } as const;

/** A chart part (ECMA-376, 21.2) that refers to the sheet of `chartBook`: native, editable, in the theme's font. */
export function chartXml(chart: NativeChart): string {
  const bars = chart.series.filter(({ form }) => form === 'bar');
  const lines = drawnOrder(chart).filter(({ form }) => form !== 'bar');
  const axes = isScatter(chart) ? valueAxis(chart, 'x') + valueAxis(chart, 'y') : nameAxis(chart) + valueAxis(chart, 'y');
  const plots = isScatter(chart) ? `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${lines.map((series) => seriesXml(chart, series)).join('')}${axisIds}</c:scatterChart>`
    : `${bars.length === 0 ? '' : barChart(chart, bars)}${lines.length === 0 ? '' : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines.map((series) => seriesXml(chart, series)).join('')}<c:marker val="1"/>${axisIds}</c:lineChart>`}`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${spaces}><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plots}${axes}<c:spPr><a:noFill/></c:spPr></c:plotArea>${legend(chart)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${words(ink.text, chart.size)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

/** What is not seen comes first, so that what is drawn with it lies under the rest. */
function drawnOrder({ series }: NativeChart): readonly ChartSeries[] {
  return [...series.filter(({ isClear }) => isClear === true), ...series.filter(({ isClear }) => isClear !== true)];
}

const axisIds = `<c:axId val="${ids.x}"/><c:axId val="${ids.y}"/>`;

function barChart(chart: NativeChart, bars: readonly ChartSeries[]): string {
  return `<c:barChart><c:barDir val="${chart.isLying === true ? 'bar' : 'col'}"/><c:grouping val="${chart.isStacked === true ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${bars.map((series) => seriesXml(chart, series)).join('')}<c:gapWidth val="${chart.gap ?? 60}"/>${chart.isStacked === true ? '<c:overlap val="100"/>' : ''}${axisIds}</c:barChart>`;
}

const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

function words(colour: string, size: number, body = '<a:bodyPr/>'): string {
  return `<c:txPr>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr lang="en-GB" sz="${Math.round(size * 100)}" b="0">${fill(colour)}<a:latin typeface="${font.body}"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
}

function richWords(text: string, { colour, size }: { colour: string; size: number }): string {
  return `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="en-GB" sz="${Math.round(size * 100)}" b="0"/></a:pPr><a:r><a:rPr lang="en-GB" sz="${Math.round(size * 100)}" b="0">${fill(colour)}<a:latin typeface="${font.body}"/></a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx>`;
}

/** Series that are not seen have no place in the legend. */
function legend(chart: NativeChart): string {
  const { hasLegend, size } = chart;
  if (!hasLegend) return '';
  const unseen = drawnOrder(chart).flatMap((one, at) => one.isClear === true ? [`<c:legendEntry><c:idx val="${at}"/><c:delete val="1"/></c:legendEntry>`] : []);
  return `<c:legend><c:legendPos val="t"/>${unseen.join('')}<c:overlay val="0"/>${words(ink.text, size)}</c:legend>`;
}

function seriesXml(chart: NativeChart, series: ChartSeries): string {
  const at = chart.series.indexOf(series);
  const column = columnName(at + 1);
  const values = numbers(`$${column}$2:$${column}$${chart.rows.length + 1}`, series.values);
  const first = numbers(`$A$2:$A$${chart.rows.length + 1}`, chart.rows as readonly number[]);
  const across = isScatter(chart) ? `<c:xVal>${first}</c:xVal><c:yVal>${values}</c:yVal>` : `<c:cat>${names(chart.rows as readonly string[])}</c:cat><c:val>${values}</c:val>`;
  const look = series.form === 'bar' ? `${barLook(series)}<c:invertIfNegative val="0"/>${pointLooks(series)}` : `${lineLook(series)}${marker(series, chart.size)}`;
  return `<c:ser><c:idx val="${at}"/><c:order val="${drawnOrder(chart).indexOf(series)}"/><c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>${look}${labelsXml(series, chart.size)}${joinXml(chart, series)}${across}${series.form === 'bar' ? '' : '<c:smooth val="0"/>'}</c:ser>`;
}

function barLook({ colour, isClear }: ChartSeries): string {
  return `<c:spPr>${isClear === true ? '<a:noFill/>' : fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr>`;
}

function pointLooks({ pointColours }: ChartSeries): string {
  return (pointColours ?? []).map((colour, at) => `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr></c:dPt>`).join('');
}

function lineLook({ colour, form, isDashed, isClear }: ChartSeries): string {
  if (form === 'marks' || isClear === true) return '<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr>';
  return `<c:spPr><a:ln w="${isDashed === true ? 15_875 : 25_400}" cap="rnd">${fill(colour)}<a:prstDash val="${isDashed === true ? 'dash' : 'solid'}"/><a:round/></a:ln></c:spPr>`;
}

function marker({ colour, form, symbol }: ChartSeries, size: number): string {
  if (form !== 'marks' && symbol === undefined) return '<c:marker><c:symbol val="none"/></c:marker>';
  return `<c:marker><c:symbol val="${symbol ?? 'circle'}"/><c:size val="${form === 'marks' ? Math.max(8, Math.round(size)) : 5}"/><c:spPr>${fill(colour)}<a:ln w="9525">${fill(colour)}</a:ln></c:spPr></c:marker>`;
}

const shown = '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

/** One side holds for the series; the points that differ from it, or say words of their own, are listed. */
function labelsXml({ labels, values }: ChartSeries, size: number): string {
  if (labels === undefined) return '';
  const [usual = 't'] = labels.sides;
  const labelSize = labels.size ?? size - 1;
  const own = values.flatMap((_value, at) => {
    const side = labels.sides[at] ?? usual;
    const text = labels.words?.[at];
    if (text === null || (labels.words !== undefined && text === undefined)) return [`<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`];
    if (text === undefined && side === usual) return [];
    return [`<c:dLbl><c:idx val="${at}"/>${text === undefined ? '' : richWords(text, { colour: ink.text, size: labelSize })}<c:dLblPos val="${side}"/>${shown}</c:dLbl>`];
  });
  return `<c:dLbls>${own.join('')}<c:numFmt formatCode="${escapeXml(labels.format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${words(ink.text, labelSize)}<c:dLblPos val="${usual}"/>${shown}</c:dLbls>`;
}

/** The bar that joins two marks: an error bar whose length is a column of the sheet, so that it follows the figures when they are edited. */
function joinXml(chart: NativeChart, { joinedBy }: ChartSeries): string {
  const columns = sheetColumns(chart);
  const at = columns.findIndex(({ name }) => name === joinedBy);
  const column = columns[at];
  if (joinedBy === undefined || column === undefined) return '';
  const reference = numbers(`$${columnName(at + 1)}$2:$${columnName(at + 1)}$${chart.rows.length + 1}`, column.values);
  return `<c:errBars><c:errDir val="y"/><c:errBarType val="plus"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:plus>${reference}</c:plus><c:spPr><a:ln w="38100" cap="flat">${fill(ink.join)}<a:round/></a:ln></c:spPr></c:errBars>`;
}

function numbers(range: string, values: readonly (number | null)[]): string {
  return `<c:numRef><c:f>Sheet1!${range}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, at) => value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')}</c:numCache></c:numRef>`;
}

function names(rows: readonly string[]): string {
  return `<c:strRef><c:f>Sheet1!$A$2:$A$${rows.length + 1}</c:f><c:strCache><c:ptCount val="${rows.length}"/>${rows.map((name, at) => `<c:pt idx="${at}"><c:v>${escapeXml(name)}</c:v></c:pt>`).join('')}</c:strCache></c:strRef>`;
}

function title(text: string | undefined, { size, isTurned }: { size: number; isTurned: boolean }): string {
  if (text === undefined) return '';
  const turned = isTurned ? ' rot="-5400000" vert="horz"' : '';
  return `<c:title>${richWords(text, { colour: ink.quiet, size }).replace('<a:bodyPr/>', `<a:bodyPr${turned}/>`)}<c:overlay val="0"/></c:title>`;
}

function scaling({ min, max }: ChartAxis, isReversed = false): string {
  return `<c:scaling><c:orientation val="${isReversed ? 'maxMin' : 'minMax'}"/>${max === undefined ? '' : `<c:max val="${max}"/>`}${min === undefined ? '' : `<c:min val="${min}"/>`}</c:scaling>`;
}

const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>';

/** The axis of names; lying bars begin at the top, where the largest belongs. */
function nameAxis({ x, size, isLying = false }: NativeChart): string {
  return `<c:catAx><c:axId val="${ids.x}"/>${scaling(x, isLying)}<c:delete val="0"/><c:axPos val="${isLying ? 'l' : 'b'}"/>${title(x.title, { size, isTurned: false })}<c:numFmt formatCode="General" sourceLinked="0"/>${ticks}<c:tickLblPos val="low"/><c:spPr><a:ln w="9525">${fill(ink.join)}</a:ln></c:spPr>${words(ink.text, x.size ?? size, x.every === undefined ? '<a:bodyPr rot="0" vert="horz"/>' : '<a:bodyPr/>')}<c:crossAx val="${ids.y}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${x.every === undefined ? '' : `<c:tickLblSkip val="${x.every}"/>`}<c:noMultiLvlLbl val="1"/></c:catAx>`;
}

function valueAxis(chart: NativeChart, which: 'x' | 'y'): string {
  const axis = chart[which];
  const isAcross = which === 'x' || chart.isLying === true;
  const grid = axis.hasGrid === false || axis.isHidden === true ? '' : `<c:majorGridlines><c:spPr><a:ln w="6350">${fill(ink.line)}</a:ln></c:spPr></c:majorGridlines>`;
  return `<c:valAx><c:axId val="${ids[which]}"/>${scaling(axis)}<c:delete val="${axis.isHidden === true ? 1 : 0}"/><c:axPos val="${isAcross ? (chart.isLying === true ? 't' : 'b') : 'l'}"/>${grid}${title(axis.title, { size: chart.size, isTurned: !isAcross })}<c:numFmt formatCode="${escapeXml(axis.format)}" sourceLinked="0"/>${ticks}<c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${words(ink.quiet, chart.size - 1)}<c:crossAx val="${which === 'x' ? ids.y : ids.x}"/><c:crosses val="${isScatter(chart) ? 'min' : 'autoZero'}"/><c:crossBetween val="${isScatter(chart) ? 'midCat' : 'between'}"/>${axis.step === undefined ? '' : `<c:majorUnit val="${axis.step}"/>`}</c:valAx>`;
}
