import type { BriefingQuote, Slide } from '#shared/model/briefing.ts';
import { font, textHeight, fittedSize, type Box } from './layout.ts';
import { drawFigure, drawPoints, drawQuotes, drawWords, sourceOf, type Canvas } from './parts.ts';
import { drawPicture, drawTitle } from './slides.ts';

const bottom = 1;
const between = 0.16;
const columnGap = 0.45;
const sizes = { most: 13, least: 7 } as const;
const leastPicture = 1.6;

/** Everything on one slide: the answer and its number, then each part under its finding, all words in one size. */
export function drawOnePage(canvas: Canvas, slides: readonly Slide[], { title, foot, logoWidth }: { title: string; foot: string; logoWidth: number }): void {
  const { page } = canvas;
  const width = page.width - 2 * page.margin;
  const answer = slides.find((slide) => slide.kind === 'answer');
  const titleSize = drawTitle(canvas, title, { box: { x: page.margin, y: 0.4, w: width - logoWidth, h: 0.75 }, most: 21 });
  const second = 0.5 + textHeight([title], { width: width - logoWidth, size: titleSize, isBold: true });
  const top = second + 0.75;
  if (answer?.figure) drawFigure(canvas, answer.figure, { box: { x: page.margin, y: second, w: width, h: 0.6 }, isBeside: true });
  else drawWords(canvas, answer?.lead ?? '', { box: { x: page.margin, y: second, w: width, h: 0.6 }, most: 14, name: 'Lead' });
  const parts = slides.filter((slide) => slide.kind !== 'answer').map(shortened);
  const area = { x: page.margin, y: top, w: page.isStanding ? width : (width - columnGap) / 2, h: page.height - top - bottom };
  const { size, columns } = setting(parts, area, page.isStanding ? 1 : 2);
  columns.forEach((column, at) => drawColumn(canvas, column, { size, area: { ...area, x: area.x + at * (area.w + columnGap) } }));
  drawWords(canvas, foot, { box: { x: page.margin, y: page.height - 0.98, w: width, h: 0.32 }, most: 9, name: 'Footnote', isFaint: true });
}

/** What a page has room for: three points, two quotes for the message and one against it. */
function shortened(slide: Slide): Slide {
  const quotes = [...slide.quotes.filter((quote) => !quote.isAgainst).slice(0, 2), ...slide.quotes.filter((quote) => quote.isAgainst).slice(0, 1)];
  const bullets = slide.bullets.slice(0, slide.kind === 'method' ? 4 : 3);
  return { ...slide, quotes, bars: null, plot: slide.kind === 'chart' ? slide.plot ?? null : null, bullets: bullets.length === 0 && quotes.length === 0 && slide.chart === null && slide.lead !== '' ? [slide.lead] : bullets, chart: slide.chart && { ...slide.chart, rows: slide.chart.rows.slice(0, 6) } };
}

/** The largest size at which all parts fit, and how they are spread over the columns, in their order. */
function setting(parts: readonly Slide[], { w, h }: Box, most: 1 | 2): { size: number; columns: readonly (readonly Slide[])[] } {
  for (let size: number = sizes.most; size > sizes.least; size -= 0.5) {
    const columns = spread(parts, { w, size }, most);
    if (columns.every((column) => heightOf(column, w, size) <= h)) return { size, columns };
  }
  return { size: sizes.least, columns: spread(parts, { w, size: sizes.least }, most) };
}

function spread(parts: readonly Slide[], { w, size }: { w: number; size: number }, most: 1 | 2): readonly (readonly Slide[])[] {
  if (most === 1 || parts.length < 2) return [parts];
  const splits = parts.slice(1).map((_part, at) => [parts.slice(0, at + 1), parts.slice(at + 1)] as const);
  const worst = (columns: readonly (readonly Slide[])[]) => Math.max(...columns.map((column) => heightOf(column, w, size)));
  return splits.reduce((best, split) => worst(split) < worst(best) ? split : best);
}

const heightOf = (parts: readonly Slide[], width: number, size: number): number => parts.reduce((sum, part) => sum + partHeight(part, width, size) + between, -between);

const headHeight = (title: string, width: number, size: number): number => textHeight([title], { width, size: size + 1.5, isBold: true }) + 0.1;
const pointsHeight = (bullets: readonly string[], width: number, size: number): number => bullets.length === 0 ? 0 : textHeight(bullets, { width: width - 0.2, size, gap: 3 });
const quoteHeight = (quote: BriefingQuote, width: number, size: number): number =>
  textHeight([`“${quote.text}”`], { width: width - 0.35, size }) + textHeight([sourceOf(quote)], { width: width - 0.35, size: Math.max(8, size - 3) }) + 0.16;

/** A chart that somebody brought in is shown on one page, too. */
const isPictured = (part: Slide): boolean => part.chart !== null || (part.plot ?? null) !== null;

function partHeight(part: Slide, width: number, size: number): number {
  const head = headHeight(part.title, width, size);
  if (part.quotes.length > 0) return head + quotesHeight(part.quotes, width, size);
  if (!isPictured(part)) return head + pointsHeight(part.bullets, width, size);
  return head + Math.max(leastPicture, pointsHeight(part.bullets, width * 0.36, size));
}

function quotesHeight(quotes: readonly BriefingQuote[], width: number, size: number): number {
  return quotes.length * Math.max(...quotes.map((quote) => quoteHeight(quote, width, size))) + (quotes.length - 1) * 0.1;
}

/** The parts of a column from top to bottom; room that is left makes the picture higher, then the gaps wider. */
function drawColumn(canvas: Canvas, parts: readonly Slide[], { size, area }: { size: number; area: Box }): void {
  const free = Math.max(0, area.h - heightOf(parts, area.w, size));
  const forPicture = parts.some(isPictured) ? Math.min(1.2, free * 0.7) : 0;
  const gap = between + Math.min(0.35, (free - forPicture) / Math.max(1, parts.length - 1));
  let { y } = area;
  for (const part of parts) {
    const h = partHeight(part, area.w, size) + (isPictured(part) ? forPicture / parts.filter(isPictured).length : 0);
    drawPart(canvas, part, { size, box: { ...area, y, h } });
    y += h + gap;
  }
}

function drawPart(canvas: Canvas, slide: Slide, { size, box }: { size: number; box: Box }): void {
  const { target, colour } = canvas;
  const head = { ...box, h: headHeight(slide.title, box.w, size) - 0.04 };
  const body = { ...box, y: box.y + head.h + 0.04, h: Math.max(0.2, box.h - head.h - 0.04) };
  target.addText(slide.title, { ...head, fontFace: font.head, fontSize: fittedSize([slide.title], head, { most: size + 1.5, least: 8, isBold: true }), bold: true, color: colour.text, margin: 0, valign: 'top', objectName: `Finding: ${slide.kind}` });
  if (slide.quotes.length > 0) {
    drawQuotes(canvas, slide.quotes, { box: body, most: size, columns: 1 });
    return;
  }
  const isDrawn = drawPicture(canvas, slide, { box: { ...body, w: slide.bullets.length === 0 ? body.w : body.w * 0.61 }, size: Math.max(7, Math.min(9, size - 1)) });
  drawPoints(canvas, slide.bullets, { box: isDrawn ? { ...body, x: body.x + body.w * 0.64, w: body.w * 0.36 } : body, most: size, least: size, gap: 3 });
}
