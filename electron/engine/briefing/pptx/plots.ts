import type { Plot } from '#shared/model/briefing.ts';
import { font, type Box } from './layout.ts';
import type { Canvas } from './parts.ts';

type Of<K extends Plot['kind']> = Extract<Plot, { kind: K }>;
type Place = { box: Box; size: number };

/** A chart of the full report, native and editable. */
export function drawPlot(canvas: Canvas, plot: Plot, place: Place): void {
  if (plot.kind === 'control') drawControl(canvas, plot, place);
  else drawQuadrant(canvas, plot, place);
}

/** Months as a line between centre and limits: four series, each of them data. */
function drawControl({ target, deck, colour }: Canvas, { months, centre, description }: Of<'control'>, { box, size }: Place): void {
  const labels = months.map((month) => month.label);
  const highest = Math.max(0.1, ...months.map((month) => Math.max(month.value, month.ucl ?? 0)));
  target.addChart(deck.ChartType.line, [
    { name: 'Share of blind spots', labels, values: months.map((month) => month.value) },
    { name: 'Centre', labels, values: months.map(() => centre ?? 0) },
    { name: 'Upper limit', labels, values: months.map((month) => month.ucl ?? 0) },
    { name: 'Lower limit', labels, values: months.map((month) => month.lcl ?? 0) },
  ], {
    ...box, objectName: 'Chart', altText: description, chartColors: [colour.bar, '737D8C', 'A9B1BC', 'A9B1BC'], lineSize: 2, lineDataSymbol: 'none',
    valAxisMinVal: 0, valAxisMaxVal: Math.min(1, Math.ceil(highest * 10) / 10), valAxisLabelFormatCode: '0%', valGridLine: { color: colour.line, size: 0.5 }, catGridLine: { style: 'none' },
    valAxisLabelFontFace: font.body, valAxisLabelFontSize: size, valAxisLabelColor: colour.quiet, catAxisLabelFontFace: font.body, catAxisLabelFontSize: size, catAxisLabelColor: colour.text,
    catAxisLabelFrequency: String(Math.ceil(months.length / 8)), showLegend: true, legendPos: 't', legendFontFace: font.body, legendFontSize: size, legendColor: colour.text,
  });
}

/** Teams by their two scores: an XY chart with a name at each mark. */
function drawQuadrant({ target, deck, colour }: Canvas, { groups, description }: Of<'quadrant'>, { box, size }: Place): void {
  const labels = groups.map((group) => group.label);
  // Scores are rarely low: half of the scale is left out where nobody is in it, and the axes say so.
  const from = groups.every((group) => group.technical > 50 && group.emotional > 50) ? 50 : 0;
  target.addChart(deck.ChartType.scatter, [
    { name: 'Technical', values: groups.map((group) => group.technical) },
    { name: 'Emotional', labels, values: groups.map((group) => group.emotional) },
  ], {
    ...box, objectName: 'Chart', altText: description, chartColors: [colour.bar], lineSize: 0, lineDataSymbolSize: 11, lineDataSymbol: 'circle',
    valAxisMinVal: from, valAxisMaxVal: 100, valAxisMajorUnit: 25, catAxisMinVal: from, catAxisMaxVal: 100, valGridLine: { color: colour.line, size: 0.5 }, catGridLine: { color: colour.line, size: 0.5 },
    showCatAxisTitle: true, catAxisTitle: `Technical, ${from} to 100`, catAxisTitleFontSize: size, showValAxisTitle: true, valAxisTitle: `Emotional, ${from} to 100`, valAxisTitleFontSize: size,
    valAxisLabelFontFace: font.body, valAxisLabelFontSize: size, valAxisLabelColor: colour.quiet, catAxisLabelFontFace: font.body, catAxisLabelFontSize: size, catAxisLabelColor: colour.text,
    showLabel: true, dataLabelFormatScatter: 'custom', dataLabelFontSize: size, dataLabelColor: colour.text, dataLabelPosition: 'r', showLegend: false,
  });
}
