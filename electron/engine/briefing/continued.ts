import type { Slide } from '#shared/model/briefing.ts';
import { shortened } from '#shared/plots/drawing.ts';

/** Letters that can be read on a slide of words alone, and beside a picture; more go on to another slide. */
const legible = { alone: 2000, beside: 900 } as const;

/** A slide as the sheets that tell it: one, unless somebody wrote more than can be read on it, or points beside quotes. */
export function sheetsOf(slide: Slide): Slide[] {
  const isPictured = Boolean(slide.chart ?? slide.bars ?? slide.plot ?? slide.figure);
  const first = slide.quotes.length > 0 ? 0 : isPictured ? legible.beside : legible.alone - slide.lead.length;
  const sheets = inSheets(slide.bullets, first);
  return sheets.map((bullets, at) => at === 0 ? { ...slide, bullets } : {
    ...slide, id: `${slide.id}-${at + 1}`, title: `${shortened(slide.title, 90)} (${at + 1} of ${sheets.length})`, bullets,
    lead: '', figure: null, quotes: [], chart: null, bars: null, plot: null, notes: '', claims: [],
  });
}

/** Points sheet by sheet; the first has room for so many letters and may stay without one. */
function inSheets(bullets: readonly string[], first: number): string[][] {
  const sheets: string[][] = [[]];
  let room = first;
  for (const bullet of bullets) {
    if (bullet.length > room && (sheets.length === 1 || (sheets.at(-1)?.length ?? 0) > 0)) {
      sheets.push([]);
      room = legible.alone;
    }
    sheets.at(-1)?.push(bullet);
    room -= bullet.length;
  }
  return sheets;
}
