import type { BriefingQuote, Slide } from '#shared/model/briefing.ts';
import { shortened } from '#shared/plots/drawing.ts';
import { sourceOf } from './figures.ts';
import { textHeight } from './pptx/layout.ts';

export const between = 0.16;
const leastPicture = 1.6;
const sizes = { most: 13, least: 8 } as const;

/** How much of each part is told: points, and letters of a title, a point and a quote. */
type Ration = { points: number; title: number; point: number; quote: number };
const rations: readonly Ration[] = [
  { points: 3, title: Infinity, point: Infinity, quote: Infinity }, { points: 3, title: 150, point: 170, quote: 200 }, { points: 2, title: 130, point: 150, quote: 150 },
  { points: 1, title: 120, point: 140, quote: 120 }, { points: 1, title: 110, point: 110, quote: 100 },
];

/** Room for the parts in inches: the width of a column, its height, and how many there are. */
export type PartsRoom = { w: number; h: number; columns: 1 | 2 };
export type PlacedParts = { size: number; columns: readonly (readonly Slide[])[] };

/**
 * The parts of a one-page briefing without its answer, at the largest size, in points, at which all of them fit. Long
 * texts are cut before they become too small to read; where that is not enough, the user's own parts at the end give way.
 */
export function onePageParts(slides: readonly Slide[], room: PartsRoom): PlacedParts {
  const parts = slides.filter((slide) => slide.kind !== 'answer');
  for (const ration of rations) {
    const placed = placedAt(parts.map((part) => cut(part, ration)), room);
    if (placed) return placed;
  }
  const last = parts.findLastIndex((part) => part.kind === 'own' || part.kind === 'chart');
  if (last >= 0) return onePageParts(parts.toSpliced(last, 1), room);
  const least = rations.at(-1) ?? { points: 1, title: 110, point: 110, quote: 100 };
  return { size: sizes.least, columns: spread(parts.map((part) => cut(part, least)), sizes.least, room) };
}

function placedAt(parts: readonly Slide[], room: PartsRoom): PlacedParts | null {
  for (let size: number = sizes.most; size >= sizes.least; size -= 0.5) {
    const columns = spread(parts, size, room);
    if (columns.every((column) => heightOf(column, room.w, size) <= room.h)) return { size, columns };
  }
  return null;
}

/** What a page has room for: a few points, two quotes for the message and one against it. */
function cut(slide: Slide, { points, title, point, quote }: Ration): Slide {
  const quotes = [...slide.quotes.filter((one) => !one.isAgainst).slice(0, 2), ...slide.quotes.filter((one) => one.isAgainst).slice(0, 1)];
  const bullets = slide.bullets.slice(0, slide.kind === 'method' ? points + 1 : points);
  const said = bullets.length === 0 && quotes.length === 0 && slide.chart === null && slide.lead !== '' ? [slide.lead] : bullets;
  return {
    ...slide, title: shortened(slide.title, title), figure: null, bars: null, plot: slide.kind === 'chart' ? slide.plot ?? null : null,
    quotes: quotes.map((one) => ({ ...one, text: shortened(one.text, quote) })), bullets: said.map((text) => shortened(text, point)),
    chart: slide.chart && { ...slide.chart, rows: slide.chart.rows.slice(0, 6) },
  };
}

function spread(parts: readonly Slide[], size: number, { w, columns }: PartsRoom): readonly (readonly Slide[])[] {
  if (columns === 1 || parts.length < 2) return [parts];
  const splits = parts.slice(1).map((_part, at) => [parts.slice(0, at + 1), parts.slice(at + 1)] as const);
  const worst = (both: readonly (readonly Slide[])[]) => Math.max(...both.map((column) => heightOf(column, w, size)));
  return splits.reduce((best, split) => worst(split) < worst(best) ? split : best);
}

export const heightOf = (parts: readonly Slide[], width: number, size: number): number => parts.reduce((sum, part) => sum + partHeight(part, width, size) + between, -between);

export const headHeight = (title: string, width: number, size: number): number => textHeight([title], { width, size: size + 1.5, isBold: true }) + 0.1;
const pointsHeight = (bullets: readonly string[], width: number, size: number): number => bullets.length === 0 ? 0 : textHeight(bullets, { width: width - 0.2, size, gap: 3 });
const quoteHeight = (quote: BriefingQuote, width: number, size: number): number =>
  textHeight([`“${quote.text}”`], { width: width - 0.35, size }) + textHeight([sourceOf(quote)], { width: width - 0.35, size: sourceSize(size) }) + 0.16;

/** Who said it is smaller than what was said. */
export const sourceSize = (size: number): number => Math.max(7, size - 2);

/** A chart that somebody brought in is shown on one page, too. */
export const isPictured = (part: Slide): boolean => part.chart !== null || (part.plot ?? null) !== null;

export function partHeight(part: Slide, width: number, size: number): number {
  const head = headHeight(part.title, width, size);
  if (part.quotes.length > 0) return head + quotesHeight(part.quotes, width, size);
  if (!isPictured(part)) return head + pointsHeight(part.bullets, width, size);
  return head + Math.max(leastPicture, pointsHeight(part.bullets, width * 0.36, size));
}

function quotesHeight(quotes: readonly BriefingQuote[], width: number, size: number): number {
  return quotes.length * Math.max(...quotes.map((quote) => quoteHeight(quote, width, size))) + (quotes.length - 1) * 0.1;
}
