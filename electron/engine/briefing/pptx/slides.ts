import type pptxgen from 'pptxgenjs';
import type { Slide } from '#shared/model/briefing.ts';
import { count, monthName } from '../figures.ts';
import { colour, fittedSize, font, page } from './layout.ts';

const width = page.width - 2 * page.margin;
const text = (size: number, extra: pptxgen.TextPropsOptions = {}): pptxgen.TextPropsOptions =>
  ({ fontFace: font.body, fontSize: size, color: colour.text, margin: 0, valign: 'top', ...extra });

/** Chart on the left, what it says on the right. */
export function drawChartSlide(target: pptxgen.Slide, slide: Slide, deck: pptxgen): void {
  const rows = slide.chart?.rows ?? [];
  drawLead(target, slide.lead);
  const labels = rows.map((row) => `${row.label} (n ${count(row.n)})`);
  target.addChart(deck.ChartType.line, [
    { name: 'We say good', labels, values: rows.map((row) => row.company ?? 0) },
    { name: 'Customers say good', labels, values: rows.map((row) => row.customer ?? 0) },
  ], {
    x: page.margin, y: 2.2, w: 7.6, h: 4.1, objectName: 'Chart', altText: slide.chart?.description ?? '',
    chartColors: [colour.company, colour.customer], lineSize: 0, lineDataSymbolSize: 12,
    valAxisMinVal: 0, valAxisMaxVal: 1, valAxisMajorUnit: 0.25, valAxisLabelFormatCode: '0%', valGridLine: { color: colour.line, size: 0.5 }, catGridLine: { style: 'none' },
    valAxisLabelFontFace: font.body, valAxisLabelFontSize: 11, valAxisLabelColor: colour.quiet, catAxisLabelFontFace: font.body, catAxisLabelFontSize: 12, catAxisLabelColor: colour.text,
    showLegend: true, legendPos: 't', legendFontFace: font.body, legendFontSize: 12, legendColor: colour.text,
    dataLabelFormatCode: '0%', showValue: true, dataLabelPosition: 'r', dataLabelFontSize: 11, dataLabelColor: colour.text,
  });
  drawBullets(target, slide.bullets, { x: 8.6, y: 2.3, w: page.width - page.margin - 8.6, h: 3.9 });
}

/** Shares as bars, the largest on top; the data behind them stay editable. */
export function drawBarSlide(target: pptxgen.Slide, slide: Slide, deck: pptxgen): void {
  drawLead(target, slide.lead);
  const rows = slide.bars?.rows ?? [];
  const highest = Math.max(0.1, ...rows.map((row) => row.share));
  target.addChart(deck.ChartType.bar, [
    { name: 'Share of coded interactions', labels: rows.map((row) => `${row.label} (${row.owner ?? 'no owner yet'}, ${count(row.x)})`), values: rows.map((row) => row.share) },
  ], {
    x: page.margin, y: 2.3, w: 7.6, h: 4.0, objectName: 'Chart', altText: slide.bars?.description ?? '',
    barDir: 'bar', barGapWidthPct: 60, chartColors: [colour.bar], valAxisHidden: true, valAxisMinVal: 0, valAxisMaxVal: Math.min(1, highest * 1.15),
    valGridLine: { style: 'none' }, catGridLine: { style: 'none' }, catAxisLabelFontFace: font.body, catAxisLabelFontSize: 11, catAxisLabelColor: colour.text, catAxisLineShow: false,
    showLegend: false, showValue: true, dataLabelFormatCode: '0%', dataLabelPosition: 'outEnd', dataLabelFontSize: 11, dataLabelColor: colour.text,
  });
  drawBullets(target, slide.bullets, { x: 8.6, y: 2.4, w: page.width - page.margin - 8.6, h: 3.8 });
}

/** Up to four quotes in cards, each with who, when and where it can be heard. */
export function drawQuoteSlide(target: pptxgen.Slide, slide: Slide): void {
  drawLead(target, slide.lead);
  const gap = 0.3;
  const columns = slide.quotes.length > 2 ? 2 : slide.quotes.length;
  const rowCount = Math.ceil(slide.quotes.length / columns);
  const w = (width - gap * (columns - 1)) / columns;
  const h = (4.05 - gap * (rowCount - 1)) / rowCount;
  slide.quotes.forEach((quote, at) => {
    const x = page.margin + (at % columns) * (w + gap);
    const y = 2.25 + Math.floor(at / columns) * (h + gap);
    const edge = quote.isAgainst ? colour.company : colour.customer;
    target.addShape('rect', { x, y, w, h, fill: { color: colour.surface }, line: { color: colour.surface, width: 0 }, objectName: `Decoration card ${at + 1}` });
    target.addShape('rect', { x, y, w: 0.07, h, fill: { color: edge }, line: { color: edge, width: 0 }, objectName: `Decoration edge ${at + 1}` });
    const when = quote.when === '' ? '' : `, ${monthName(quote.when)}`;
    const size = fittedSize([quote.text], { w: w - 0.5, h: h - 0.75 }, { most: 18, least: 9 });
    target.addText([
      { text: `“${quote.text}”`, options: { fontSize: size, color: colour.text, breakLine: true } },
      { text: `${quote.isAgainst ? 'And against the message: ' : ''}${quote.who}${when} · ${quote.externalId}${quote.startMs === null ? '' : ` at ${clock(quote.startMs)}`}`, options: { fontSize: 11, color: colour.faint } },
    ], { ...text(size), x: x + 0.3, y: y + 0.15, w: w - 0.5, h: h - 0.3, valign: 'middle', objectName: `Quote ${at + 1}`, paraSpaceAfter: 6 });
  });
}

/** A lead and its points. */
export function drawListSlide(target: pptxgen.Slide, slide: Slide): void {
  drawLead(target, slide.lead);
  drawBullets(target, slide.bullets, { x: page.margin, y: 2.45, w: width, h: 3.8 });
}

/** Under the title, as large as it fits. */
function drawLead(target: pptxgen.Slide, lead: string): void {
  if (lead === '') return;
  const box = { x: page.margin, y: 1.6, w: width, h: 0.6 };
  target.addText(lead, text(fittedSize([lead], box, { most: 18, least: 8 }), { ...box, color: colour.quiet, objectName: 'Lead' }));
}

function drawBullets(target: pptxgen.Slide, bullets: readonly string[], box: { x: number; y: number; w: number; h: number }): void {
  if (bullets.length === 0) return;
  target.addText(
    bullets.map((bullet, at) => ({ text: bullet, options: { bullet: { indent: 16 }, breakLine: at < bullets.length - 1 } })),
    { ...text(fittedSize(bullets, box, { most: 18, least: 8 })), ...box, paraSpaceAfter: 10, objectName: 'Points' },
  );
}

/** 134000 -> `2:14`. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
