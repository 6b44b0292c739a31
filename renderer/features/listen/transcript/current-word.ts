import type { Turn } from '#shared/model/interaction.ts';

/** Index of the word being spoken at `ms`, or of the last one spoken; -1 before the first or without word times. */
export function currentWordIndex(words: Turn['words'], ms: number): number {
  if (!words) return -1;
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.[0] ?? Infinity) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The time at which the words of a text span are spoken; the turn's own times where the source gave none per word. */
export function spokenSpan(turn: Turn, span: { readonly charStart: number; readonly charEnd: number }): { startMs: number | null; endMs: number | null } {
  const covered = (turn.words ?? []).filter(([, , charStart, charEnd]) => charStart < span.charEnd && charEnd > span.charStart);
  return { startMs: covered[0]?.[0] ?? turn.startMs, endMs: covered.at(-1)?.[1] ?? turn.endMs };
}
