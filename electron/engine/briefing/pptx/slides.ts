import type { Slide } from '#shared/model/briefing.ts';
import { barsChart, dumbbellChart, placeChart, type Place } from './charts.ts';
import { fittedSize, textHeight, type Box } from './layout.ts';
import { plotChart } from './plots.ts';
import { drawFigure, drawPoints, drawQuotes, drawWords, type Canvas } from './parts.ts';

const titleTop = 0.4;

/** Title, lead, one message in the middle, footnote. */
export function drawSlide(canvas: Canvas, slide: Slide, { logoWidth }: { logoWidth: number }): void {
  const { page } = canvas;
  const width = page.width - 2 * page.margin;
  const title = { x: page.margin, y: titleTop, w: width - logoWidth, h: 1.1 };
  const size = drawTitle(canvas, slide.title, { box: title, most: 28 });
  const leadTop = titleTop + Math.max(0.55, textHeight([slide.title], { width: title.w, size, isBold: true })) + 0.12;
  const leadHeight = slide.lead === '' ? 0 : Math.max(0.4, Math.min(leadRoom(slide, page.height - 1.5 - leadTop), textHeight([slide.lead], { width, size: 18 })));
  drawWords(canvas, slide.lead, { box: { x: page.margin, y: leadTop, w: width, h: leadHeight }, most: 18, name: 'Lead' });
  const top = leadTop + leadHeight + 0.25;
  drawMiddle(canvas, slide, { x: page.margin, y: top, w: width, h: page.height - 1.25 - top });
  drawWords(canvas, slide.footnote, { box: { x: page.margin, y: page.height - 1.12, w: width, h: 0.42 }, most: 11, name: 'Footnote', isFaint: true });
}

/** A lead takes three lines; a long one more, as its letters stand to those of the points, and at most half beside a picture. */
function leadRoom({ lead, bullets, quotes, ...slide }: Slide, room: number): number {
  const rest = bullets.reduce((sum, bullet) => sum + bullet.length, 0);
  const isAlone = quotes.length === 0 && !(slide.chart ?? slide.bars ?? slide.plot ?? slide.figure);
  const share = isAlone ? lead.length / (lead.length + rest) : Math.min(0.45, lead.length / 2500);
  return Math.max(Math.min(1.05, room / 2), room * share);
}

/** A title is a placeholder of the master; its size, which is answered, is set on the run, because a placeholder's own is lost on the way. */
export function drawTitle({ target }: Canvas, title: string, { box, most }: { box: Box; most: number }): number {
  const size = fittedSize([title], box, { most, least: 11, isBold: true });
  target.addText([{ text: title, options: { fontSize: size } }], { placeholder: 'title', objectName: 'Title' });
  return size;
}

/** The picture of a slide, native. @returns false where it has none */
export function drawPicture(canvas: Canvas, slide: Slide, { box, size }: Place): boolean {
  const { colour } = canvas;
  if (slide.chart) placeChart(canvas, dumbbellChart(slide.chart, colour, size), { box, description: slide.chart.description });
  else if (slide.bars) placeChart(canvas, barsChart(slide.bars, colour, size), { box: { ...box, h: Math.min(box.h, 0.4 + 0.5 * slide.bars.rows.length) }, description: slide.bars.description });
  else if (slide.plot) placeChart(canvas, plotChart(slide.plot, colour, { size, width: box.w }), { box, description: slide.plot.description });
  else return false;
  return true;
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
  if (!drawPicture(canvas, slide, { box: left, size: 12 }) && slide.figure) drawFigure(canvas, slide.figure, { box: { ...left, w: Math.min(left.w, 6.6), h: Math.min(left.h, 3.4) }, isBeside: false });
  // Points beside the one number stand a little lower, at its height.
  drawPoints(canvas, slide.bullets, { box: slide.figure ? { ...right, y: right.y + 0.35, h: right.h - 0.35 } : right, most: hasPicture && !slide.figure ? 16 : 20, gap: 10 });
}
