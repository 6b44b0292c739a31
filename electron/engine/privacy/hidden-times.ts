import type { Turn } from '#shared/model/interaction.ts';
import { personalSpans } from './mask.ts';

/** People speak at the edges of what they say: so much more is silenced on either side. */
const padMs = 250;
/** A place that is guessed from the length of the text may be off by a second. */
const guessPadMs = 1000;

type Listener = { names: readonly string[]; /** Who hears it has no part in the interaction: no place is guessed, the whole turn is silent. */ isStrict: boolean };

/**
 * When the hidden words of a turn are spoken, in milliseconds of the recording: from the times of its words; where there
 * are none, by their place in the turn, or the whole turn.
 */
export function hiddenTimes(turn: Pick<Turn, 'text' | 'startMs' | 'endMs' | 'words'>, { names, isStrict }: Listener): { startMs: number; endMs: number }[] {
  const { text, startMs, endMs, words } = turn;
  if (startMs === null || endMs === null || text.length === 0) return [];
  const byPlace = (offset: number) => startMs + ((endMs - startMs) * offset) / text.length;
  return personalSpans(text, names).map(({ start, end }) => {
    const spoken = (words ?? []).filter(([, , from, to]) => from < end && to > start);
    const [first, last] = [spoken[0]?.[0], spoken.at(-1)?.[1]];
    if (first !== undefined && last !== undefined) return { startMs: Math.max(0, first - padMs), endMs: last + padMs };
    return isStrict ? { startMs, endMs } : { startMs: Math.max(startMs, byPlace(start) - guessPadMs), endMs: Math.min(endMs, byPlace(end) + guessPadMs) };
  });
}
