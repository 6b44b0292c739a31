import { clockParts } from '../timeline/clock-parts.ts';
import { silenceAt } from '../timeline/silence.ts';
import { turnAt, type Timeline } from '../timeline/timeline.ts';

/** A place of the playhead in parts that a sentence of the locale is made of. */
export type PositionParts = {
  readonly hours: number; readonly minutes: number; readonly seconds: number;
  readonly heard: 'customer' | 'agent' | 'other' | 'hold' | 'silence' | 'nothing';
  /** Names of the codes tagged at this moment, each once. */
  readonly codes: readonly string[];
};

type Tagged = { readonly startMs: number | null; readonly endMs: number | null; readonly codeName: string };

/** What the slider says at `ms`: the time, who speaks (or that it is a hold or silent) and what is tagged there. */
export function positionParts(timeline: Timeline, tags: readonly Tagged[], ms: number): PositionParts {
  const codes = new Set<string>();
  for (const { startMs, endMs, codeName } of tags) {
    if (startMs !== null && startMs <= ms && ms <= (endMs ?? startMs)) codes.add(codeName);
  }
  return { ...clockParts(ms), heard: heardAt(timeline, ms), codes: [...codes] };
}

function heardAt(timeline: Timeline, ms: number): PositionParts['heard'] {
  const role = turnAt(timeline, ms)?.turn.role;
  if (role === 'customer' || role === 'agent') return role;
  if (role) return 'other';
  if (timeline.holds.some((hold) => hold.startMs <= ms && ms < hold.endMs)) return 'hold';
  return silenceAt(timeline.silences, ms) ? 'silence' : 'nothing';
}
