import type pptxgen from 'pptxgenjs';
import type { BriefingQuote, Slide } from '#shared/model/briefing.ts';
import { sourceOf } from '../figures.ts';
import { sourceSize } from '../one-page-parts.ts';
import { fittedSize, font, textHeight, type Box, type Colours, type Page } from './layout.ts';
import type { NativeChart } from './native-chart.ts';

/** What a part of a slide is drawn on; `charts` are those of the whole deck, in the order they were placed. */
export type Canvas = { target: pptxgen.Slide; deck: pptxgen; page: Page; colour: Colours; charts: NativeChart[] };

const text = (colour: string, size: number): pptxgen.TextPropsOptions => ({ fontFace: font.body, fontSize: size, color: colour, margin: 0, valign: 'top' });

/** Words in a box, as large as they fit. */
export function drawWords({ target, colour }: Canvas, words: string, { box, most, name, isFaint = false }: { box: Box; most: number; name: string; isFaint?: boolean }): void {
  if (words === '') return;
  target.addText(words, { ...text(isFaint ? colour.faint : colour.quiet, fittedSize([words], box, { most, least: 7 })), ...box, objectName: name });
}

/** Points as a list, as large as they fit. */
export function drawPoints({ target, colour }: Canvas, points: readonly string[], { box, most, least = 7, gap = 8 }: { box: Box; most: number; least?: number; gap?: number }): void {
  if (points.length === 0) return;
  target.addText(
    points.map((point, at) => ({ text: point, options: { bullet: { indent: 14 }, breakLine: at < points.length - 1 } })),
    { ...text(colour.text, fittedSize(points, { w: box.w - 0.2, h: box.h }, { most, least, gap })), ...box, paraSpaceAfter: gap, objectName: 'Points' },
  );
}

/** The one number, large, and beside or under it what it is. */
export function drawFigure({ target, colour }: Canvas, { value, what }: NonNullable<Slide['figure']>, { box, isBeside }: { box: Box; isBeside: boolean }): void {
  const own = isBeside ? { ...box, w: Math.min(box.w * 0.4, 0.25 + value.length * 0.235) } : { ...box, h: box.h * 0.45 };
  const rest = isBeside ? { ...box, x: box.x + own.w + 0.2, w: box.w - own.w - 0.2 } : { ...box, y: box.y + own.h + 0.1, h: box.h - own.h - 0.1 };
  const size = fittedSize([value], own, { most: isBeside ? 28 : 72, least: 14, isBold: true });
  target.addText(value, { ...text(colour.text, size), ...own, fontFace: font.head, bold: true, valign: isBeside ? 'middle' : 'bottom', objectName: 'Figure' });
  target.addText(what, { ...text(colour.quiet, fittedSize([what], rest, { most: isBeside ? 13 : 20, least: 8 })), ...rest, valign: isBeside ? 'middle' : 'top', objectName: 'What the figure is' });
}

/** Up to four quotes in cards, each with who, when and where it can be heard. */
export function drawQuotes(canvas: Canvas, quotes: readonly BriefingQuote[], { box, most, columns }: { box: Box; most: number; columns: number }): void {
  const { target, colour } = canvas;
  const gap = columns > 1 ? 0.25 : 0.1;
  const rows = Math.ceil(quotes.length / columns);
  const [w, h] = [(box.w - gap * (columns - 1)) / columns, (box.h - gap * (rows - 1)) / rows];
  const small = most > 13 ? 11 : sourceSize(most);
  // One size for all: no customer is louder than another.
  const size = Math.min(...quotes.map((quote) => fittedSize([`“${quote.text}”`], { w: w - 0.35, h: h - 0.12 - textHeight([sourceOf(quote)], { width: w - 0.35, size: small }) }, { most, least: 7 })));
  quotes.forEach((quote, at) => {
    const [x, y] = [box.x + (at % columns) * (w + gap), box.y + Math.floor(at / columns) * (h + gap)];
    const edge = quote.isAgainst ? colour.company : colour.customer;
    const source = sourceOf(quote);
    target.addShape('rect', { x, y, w, h, fill: { color: colour.surface }, line: { color: colour.surface, width: 0 }, objectName: `Decoration card ${at + 1}` });
    target.addShape('rect', { x, y, w: 0.06, h, fill: { color: edge }, line: { color: edge, width: 0 }, objectName: `Decoration edge ${at + 1}` });
    target.addText([
      { text: `“${quote.text}”`, options: { fontSize: size, color: colour.text, breakLine: true } },
      { text: source, options: { fontSize: small, color: colour.faint } },
    ], { ...text(colour.text, size), x: x + 0.2, y: y + 0.06, w: w - 0.35, h: h - 0.12, valign: 'middle', objectName: `Quote ${at + 1}`, paraSpaceAfter: 3 });
  });
}
