import type { Turn } from '#shared/model/interaction.ts';
import type { TimeSpan } from '#engine/audio/clip.ts';
import { personalSpans } from '#engine/privacy/mask.ts';

/** What stays silent around a word: its edges are not exact (privacy reference, P-03). */
const marginMs = 150;
const padMs = 150;
const longestMs = 15_000;

/** The turns of a moment: the one asked for, and those that follow while all of it stays below 15 seconds. */
export function turnsOfMoment(turns: readonly Turn[], seq: number): Turn[] {
  const at = turns.findIndex((turn) => turn.seq === seq);
  const first = turns[at];
  if (first === undefined) return [];
  const next = turns[at + 1];
  const isShort = next?.endMs !== null && next?.endMs !== undefined && first.startMs !== null && next.endMs - first.startMs <= longestMs;
  return isShort && next !== undefined ? [first, next] : [first];
}

/** From where to where a moment sounds, in milliseconds, or null where the turns have no times. A long turn is cut off. */
export function spanOfMoment(turns: readonly Turn[]): TimeSpan | null {
  const [first, last] = [turns[0], turns.at(-1)];
  if (first?.startMs === null || first === undefined || last?.endMs === null || last === undefined || last.endMs <= first.startMs) return null;
  return { startMs: Math.max(0, first.startMs - padMs), endMs: Math.min(last.endMs + padMs, first.startMs + 2 * longestMs) };
}

/**
 * What has to be silent in a span: every word that names a person, with 150 ms on either side, of whoever speaks in it.
 * Null where such a word is said and its place in the sound is not known: then the sound must not leave the project.
 * Guessing the place by the length of the text was decided against; a guess that is off by a second gives the name away.
 */
export function silentSpans(turns: readonly Turn[], span: TimeSpan, names: readonly string[]): TimeSpan[] | null {
  const silent: TimeSpan[] = [];
  for (const turn of turns) {
    if (turn.startMs !== null && turn.endMs !== null && (turn.endMs <= span.startMs || turn.startMs >= span.endMs)) continue;
    for (const { start, end } of personalSpans(turn.text, names)) {
      const words = (turn.words ?? []).filter(([, , from, to]) => from < end && to > start);
      const isPlaced = words.length > 0 && isCovered(turn.text, { start, end }, words);
      if (!isPlaced) return null;
      silent.push({ startMs: Math.min(...words.map(([from]) => from)) - marginMs, endMs: Math.max(...words.map(([, to]) => to)) + marginMs });
    }
  }
  return silent.filter((quiet) => quiet.endMs > span.startMs && quiet.startMs < span.endMs);
}

/** True when every letter and digit of the span belongs to a timed word. */
function isCovered(text: string, { start, end }: { start: number; end: number }, words: NonNullable<Turn['words']>): boolean {
  for (let at = start; at < end; at++) {
    if (/[\p{L}\p{N}]/u.test(text[at] ?? '') && !words.some(([, , from, to]) => from <= at && at < to)) return false;
  }
  return true;
}
