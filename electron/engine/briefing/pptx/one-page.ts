import type { Slide } from '#shared/model/briefing.ts';
import { between, headHeight, heightOf, isPictured, onePageParts, partHeight } from '../one-page-parts.ts';
import { font, textHeight, fittedSize, type Box } from './layout.ts';
import { drawFigure, drawPoints, drawQuotes, drawWords, type Canvas } from './parts.ts';
import { drawPicture, drawTitle } from './slides.ts';

const bottom = 1;
const columnGap = 0.45;

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
  const area = { x: page.margin, y: top, w: page.isStanding ? width : (width - columnGap) / 2, h: page.height - top - bottom };
  const { size, columns } = onePageParts(slides, { w: area.w, h: area.h, columns: page.isStanding ? 1 : 2 });
  columns.forEach((column, at) => drawColumn(canvas, column, { size, area: { ...area, x: area.x + at * (area.w + columnGap) } }));
  drawWords(canvas, foot, { box: { x: page.margin, y: page.height - 0.98, w: width, h: 0.32 }, most: 9, name: 'Footnote', isFaint: true });
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
