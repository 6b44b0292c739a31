import type { Slide } from '#shared/model/briefing.ts';
import { fittedSize, font, textHeight, type Box } from './layout.ts';
import { drawPlot } from './plots.ts';
import { drawBars, drawDumbbell, drawFigure, drawPoints, drawQuotes, drawWords, type Canvas } from './parts.ts';

/** Title, lead, one message in the middle, footnote. */
export function drawSlide(canvas: Canvas, slide: Slide, { logoWidth }: { logoWidth: number }): void {
  const { page } = canvas;
  const width = page.width - 2 * page.margin;
  drawTitle(canvas, slide.title, { box: { x: page.margin, y: 0.4, w: width - logoWidth, h: 1.1 }, most: 28 });
  const leadTop = Math.max(1.1, Math.min(1.55, 0.5 + textHeight([slide.title], { width: width - logoWidth, size: 28 })));
  const leadHeight = slide.lead === '' ? 0 : Math.max(0.4, Math.min(1.05, textHeight([slide.lead], { width, size: 18 })));
  drawWords(canvas, slide.lead, { box: { x: page.margin, y: leadTop, w: width, h: leadHeight }, most: 18, name: 'Lead' });
  const top = leadTop + leadHeight + 0.25;
  drawMiddle(canvas, slide, { x: page.margin, y: top, w: width, h: page.height - 1.25 - top });
  drawWords(canvas, slide.footnote, { box: { x: page.margin, y: page.height - 1.12, w: width, h: 0.42 }, most: 11, name: 'Footnote', isFaint: true });
}

/** A title is a placeholder of the master; its size is set on the run, because a placeholder's own is lost on the way. */
export function drawTitle({ target }: Canvas, title: string, { box, most }: { box: Box; most: number }): void {
  target.addText([{ text: title, options: { fontSize: fittedSize([title], box, { most, least: 11 }) } }], { placeholder: 'title', objectName: 'Title' });
}

/** Chart or figure on the left, what it says on the right; alone, each has the whole width. */
function drawMiddle(canvas: Canvas, slide: Slide, box: Box): void {
  const hasPicture = Boolean(slide.chart ?? slide.bars ?? slide.plot ?? slide.figure);
  const hasWords = slide.bullets.length > 0;
  if (slide.quotes.length > 0) {
    drawQuotes(canvas, slide.quotes, { box, most: 18, columns: slide.quotes.length > 1 ? 2 : 1 });
    return;
  }
  const left = hasPicture && hasWords ? { ...box, w: box.w * 0.62 } : box;
  const right = hasPicture ? { ...box, x: box.x + box.w * 0.66, w: box.w * 0.34 } : box;
  if (slide.chart) drawDumbbell(canvas, slide.chart, { box: left, size: 12 });
  else if (slide.bars) drawBars(canvas, slide.bars, { box: { ...left, h: Math.min(left.h, 0.7 + 0.5 * slide.bars.rows.length) }, size: 11 });
  else if (slide.plot) drawPlot(canvas, slide.plot, { box: left, size: 11 });
  else if (slide.figure) drawFigure(canvas, slide.figure, { box: { ...left, w: Math.min(left.w, 5.2), h: Math.min(left.h, 3) }, isBeside: false });
  drawPoints(canvas, slide.bullets, { box: right, most: hasPicture ? 16 : 18 });
}

/** How much of a page each kind of part asks for, against the others. */
const weights: Record<Slide['kind'], number> = { answer: 0, gap: 2.9, voice: 2.3, causes: 1.35, ask: 1.5, method: 1.7, trend: 1.3, feeling: 1.3, own: 1.5 };

/** Everything on one slide: the answer and its number, then each part under its finding. */
export function drawOnePage(canvas: Canvas, slides: readonly Slide[], { title, foot, logoWidth }: { title: string; foot: string; logoWidth: number }): void {
  const { page } = canvas;
  const width = page.width - 2 * page.margin;
  const answer = slides.find((slide) => slide.kind === 'answer');
  drawTitle(canvas, title, { box: { x: page.margin, y: 0.4, w: width - logoWidth, h: 0.75 }, most: 21 });
  if (answer?.figure) drawFigure(canvas, answer.figure, { box: { x: page.margin, y: 1.2, w: width, h: 0.7 }, isBeside: true });
  else drawWords(canvas, answer?.lead ?? '', { box: { x: page.margin, y: 1.25, w: width, h: 0.6 }, most: 14, name: 'Lead' });
  const parts = slides.filter((slide) => slide.kind !== 'answer');
  const area = { x: page.margin, y: 2.05, w: width, h: page.height - 2.05 - 1.05 };
  const gap = 0.4;
  const columns = page.isStanding ? [parts] : inTwo(parts);
  columns.forEach((column, at) => drawColumn(canvas, column, { ...area, x: area.x + at * ((width + gap) / columns.length), w: (width - gap * (columns.length - 1)) / columns.length }));
  drawWords(canvas, foot, { box: { x: page.margin, y: page.height - 0.98, w: width, h: 0.32 }, most: 9, name: 'Footnote', isFaint: true });
}

function drawColumn(canvas: Canvas, parts: readonly Slide[], area: Box): void {
  const whole = parts.reduce((sum, part) => sum + weights[part.kind], 0);
  let { y } = area;
  for (const part of parts) {
    const h = (area.h * weights[part.kind]) / whole;
    drawPart(canvas, part, { ...area, y, h: h - 0.12 });
    y += h;
  }
}

function drawPart(canvas: Canvas, slide: Slide, box: Box): void {
  const { target, colour } = canvas;
  const head = { ...box, h: Math.min(0.46, 0.04 + textHeight([slide.title], { width: box.w, size: 13 })) };
  const body = { ...box, y: box.y + head.h + 0.06, h: Math.max(0.3, box.h - head.h - 0.1) };
  const isAlone = slide.kind === 'voice' || slide.bullets.length === 0;
  target.addText(slide.title, { ...head, fontFace: font.head, fontSize: fittedSize([slide.title], head, { most: 13, least: 8 }), bold: true, color: colour.text, margin: 0, valign: 'bottom', objectName: `Finding: ${slide.kind}` });
  if (slide.quotes.length > 0) {
    const quotes = [...slide.quotes.filter((quote) => !quote.isAgainst).slice(0, 2), ...slide.quotes.filter((quote) => quote.isAgainst).slice(0, 1)];
    drawQuotes(canvas, quotes, { box: body, most: 11, columns: 1 });
    return;
  }
  const pictured = slide.chart ? { ...body, w: isAlone ? body.w : body.w * 0.62 } : null;
  if (slide.chart && pictured) drawDumbbell(canvas, { ...slide.chart, rows: slide.chart.rows.slice(0, 6) }, { box: pictured, size: 8 });
  const words = pictured ? { ...body, x: body.x + body.w * 0.65, w: body.w * 0.35 } : body;
  if (isAlone && !pictured) drawWords(canvas, slide.lead, { box: words, most: 11, name: `Words: ${slide.kind}` });
  else drawPoints(canvas, slide.bullets.slice(0, slide.kind === 'method' ? 4 : 3), { box: words, most: 11, gap: 3 });
}

/** Parts in two columns of about the same weight, in their order. */
function inTwo(parts: readonly Slide[]): readonly (readonly Slide[])[] {
  const half = parts.reduce((sum, part) => sum + weights[part.kind], 0) / 2;
  let sum = 0;
  const split = parts.findIndex((part) => (sum += weights[part.kind]) >= half);
  return split < 0 || split === parts.length - 1 ? [parts.slice(0, Math.ceil(parts.length / 2)), parts.slice(Math.ceil(parts.length / 2))].filter((column) => column.length > 0) : [parts.slice(0, split + 1), parts.slice(split + 1)];
}
