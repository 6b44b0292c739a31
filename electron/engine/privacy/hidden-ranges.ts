import type { Turn } from '#shared/model/interaction.ts';
import { maskPersonalData } from './mask.ts';

const mark = '▮▮▮';

/** Where the mask hides characters of a text: half-open ranges of UTF-16 units, in order. */
export function hiddenRanges(text: string, names: readonly string[]): { start: number; end: number }[] {
  const kept = maskPersonalData(text, names).split(mark);
  const ranges: { start: number; end: number }[] = [];
  let at = 0;
  for (const [index, piece] of kept.entries()) {
    if (index > 0) {
      const isLast = index === kept.length - 1;
      const end = piece === '' && isLast ? text.length : Math.max(at, isLast ? text.length - piece.length : text.indexOf(piece, at + 1));
      if (end > at) ranges.push({ start: at, end });
      at = end;
    }
    at += piece.length;
  }
  return ranges;
}

/** People speak at the edges of what they say: so much more is silenced on either side. */
const padMs = 250;

/**
 * When the hidden words of a turn are spoken, in milliseconds of the recording: from the times of its words, or where
 * there are none by their place in the turn.
 */
export function hiddenTimes(turn: Pick<Turn, 'text' | 'startMs' | 'endMs' | 'words'>, names: readonly string[]): { startMs: number; endMs: number }[] {
  const { text, startMs, endMs, words } = turn;
  if (startMs === null || endMs === null || text.length === 0) return [];
  const byPlace = (offset: number) => startMs + ((endMs - startMs) * offset) / text.length;
  return hiddenRanges(text, names).map(({ start, end }) => {
    const spoken = (words ?? []).filter(([, , from, to]) => from < end && to > start);
    const first = spoken[0]?.[0] ?? byPlace(start);
    const last = spoken.at(-1)?.[1] ?? byPlace(end);
    return { startMs: Math.max(0, first - padMs), endMs: last + padMs };
  });
}
