import { complement, totalLength, union, type Stretch } from '#shared/stats/time-set.ts';
import type { TwoSpeakers } from './turn-taking.ts';

/** Seconds of one call in which nobody speaks, by whose turn it was. */
export type SilenceParts = { holdS: number; thinkingS: number; waitS: number; deadAirS: number };

type Silent = { speakers: TwoSpeakers; hold: readonly Stretch[]; durationS: number; /** From when on a gap is a silence. */ minS: number; /** From when on a wait is dead air. */ deadAirS: number };

/**
 * Silence in four: on hold; thinking, which the customer ends; waiting for the agent, who ends it before the limit; dead air,
 * which the agent ends no sooner. Only times decide, no words and no sound. What lies before the first word and after the
 * last belongs to nobody and is left out. The limits are Earshot's own defaults and the project's to change.
 */
export function silenceParts({ speakers, hold, durationS, minS, deadAirS }: Silent): SilenceParts {
  const held = union(hold);
  const spoken = union([...speakers.agent, ...speakers.customer]);
  const gaps = complement([0, durationS], union([...spoken, ...held])).filter(([start, end]) => end - start >= minS - 1e-9);
  const parts: SilenceParts = { holdS: totalLength(held), thinkingS: 0, waitS: 0, deadAirS: 0 };
  for (const [start, end] of gaps) {
    const isBetween = spoken.some((speech) => speech[1] <= start) && spoken.some((speech) => speech[0] >= end);
    if (!isBetween) continue;
    const length = end - start;
    if (startAfter(speakers.customer, end) < startAfter(speakers.agent, end)) parts.thinkingS += length;
    else if (length >= deadAirS - 1e-9) parts.deadAirS += length;
    else parts.waitS += length;
  }
  return parts;
}

/** When somebody next begins; never is infinite. */
function startAfter(speech: readonly Stretch[], time: number): number {
  return speech.find(([start]) => start >= time - 1e-9)?.[0] ?? Infinity;
}
