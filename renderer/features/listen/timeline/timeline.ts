import type { Segment, Turn } from '#shared/model/interaction.ts';
import { silencesBetween, type Silence } from './silence.ts';
import { lastStartedIndex, type Span } from './span.ts';

/** A turn with both of its times. An end that the source did not give is the start of the next turn. */
export type TimedTurn = Span & { readonly turn: Turn };

/** The turns, silences and holds of one interaction on one time axis. */
export type Timeline = {
  readonly durationMs: number;
  /** Sorted by start; turns without a time are left out. */
  readonly timed: readonly TimedTurn[];
  /** `latestEndMs[i]` is the latest end among `timed[0..i]`: it bounds the search for overlapping turns. */
  readonly latestEndMs: readonly number[];
  readonly silences: readonly Silence[];
  readonly holds: readonly Span[];
};

type Source = { readonly turns: readonly Turn[]; readonly segments: readonly Segment[]; readonly durationMs: number | null };

/** Lays out an interaction in time. Without a known duration the axis ends with the last turn. */
export function timelineOf({ turns, segments, durationMs }: Source): Timeline {
  const timed = timedTurns(turns, durationMs);
  const latestEndMs: number[] = [];
  for (const { endMs } of timed) latestEndMs.push(Math.max(endMs, latestEndMs.at(-1) ?? 0));
  const endMs = Math.max(durationMs ?? 0, latestEndMs.at(-1) ?? 0);
  const holds = segments.filter((segment) => segment.kind === 'hold');
  return { durationMs: endMs, timed, latestEndMs, holds, silences: silencesBetween({ speech: timed, segments, durationMs: endMs }) };
}

/** The turn being spoken at `ms`: of several that overlap, the one that started last. Null in a pause. */
export function turnAt(timeline: Timeline, ms: number): TimedTurn | null {
  for (let i = lastStartedIndex(timeline.timed, ms); i >= 0; i -= 1) {
    if ((timeline.latestEndMs[i] ?? 0) <= ms) return null;
    const candidate = timeline.timed[i];
    if (candidate && candidate.endMs > ms) return candidate;
  }
  return null;
}

/** The turn being spoken or, in a pause, the last one that began: what a listener has in the ear. Null before the first. */
export function turnHeard(timeline: Timeline, ms: number): TimedTurn | null {
  return turnAt(timeline, ms) ?? timeline.timed[lastStartedIndex(timeline.timed, ms)] ?? null;
}

function timedTurns(turns: readonly Turn[], durationMs: number | null): TimedTurn[] {
  const started = turns.flatMap((turn) => (turn.startMs === null ? [] : [{ turn, startMs: turn.startMs }]));
  started.sort((a, b) => a.startMs - b.startMs || a.turn.seq - b.turn.seq);
  return started.map(({ turn, startMs }, i) => {
    const givenEndMs = turn.endMs ?? started[i + 1]?.startMs ?? durationMs ?? startMs;
    return { turn, startMs, endMs: Math.max(startMs, givenEndMs) };
  });
}
