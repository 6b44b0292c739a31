import { silenceAt } from '../timeline/silence.ts';
import { turnAt, turnHeard, type TimedTurn, type Timeline } from '../timeline/timeline.ts';
import type { Span } from '../timeline/span.ts';

/** Where a tag lies: time, text or both. The same five fields as a tag has. */
export type Place = {
  readonly startMs: number | null; readonly endMs: number | null; readonly turnSeq: number | null;
  readonly charStart: number | null; readonly charEnd: number | null;
};

/** The moment that a key press means: the playhead less the reaction lag while it plays, the playhead itself when paused. */
export function anchorMs(press: { readonly positionMs: number; readonly speed: number; readonly isPlaying: boolean; readonly lagMs: number }): number {
  return press.isPlaying ? Math.max(0, press.positionMs - press.lagMs * press.speed) : press.positionMs;
}

/**
 * The place of a tag at `ms`: the turn that contains it; else the silence around it (a long hold is tagged as the hold);
 * else, in a short pause, the turn just heard; else the bare moment.
 */
export function placeAt(timeline: Timeline, ms: number): Place {
  const spoken = turnAt(timeline, ms);
  if (spoken) return placeOfTurn(spoken);
  const silence = silenceAt(timeline.silences, ms);
  if (silence) return placeOfSpan(silence);
  const heard = turnHeard(timeline, ms);
  return heard ? placeOfTurn(heard) : placeOfSpan({ startMs: ms, endMs: ms });
}

/** The place of a marked range; it names the turn that it begins in, so that it shows in the transcript. */
export function placeOfRange(timeline: Timeline, range: Span): Place {
  return { ...placeOfSpan(range), turnSeq: turnAt(timeline, range.startMs)?.turn.seq ?? null };
}

/** A whole turn. */
export function placeOfTurn({ turn, startMs, endMs }: TimedTurn): Place {
  return { startMs, endMs, turnSeq: turn.seq, charStart: null, charEnd: null };
}

/** A stretch of time without words. Times are whole milliseconds. */
export function placeOfSpan({ startMs, endMs }: Span): Place {
  return { startMs: Math.round(startMs), endMs: Math.round(endMs), turnSeq: null, charStart: null, charEnd: null };
}
