import type { Segment } from '#shared/model/interaction.ts';
import { lastStartedIndex, mergedSpans, sharedMs, type Span } from './span.ts';

/** A stretch in which nobody speaks. `isHold` when most of it lies in a hold that the source reported. */
export type Silence = Span & { readonly isHold: boolean };

/** A pause longer than this is a silence worth showing, skipping and tagging. */
export const SILENCE_MIN_MS = 2000;
/** What is left of a silence when it is skipped: half at each edge, so that words are never clipped. */
export const SILENCE_LEFT_MS = 300;

type Heard = { readonly speech: readonly Span[]; readonly segments: readonly Segment[]; readonly durationMs: number };

/** The silences between the spoken spans, the lead-in and the run-out included. Without any timed speech there are none. */
export function silencesBetween({ speech, segments, durationMs }: Heard): Silence[] {
  if (speech.length === 0) return [];
  const holds = segments.filter((segment) => segment.kind === 'hold');
  const edges = [{ startMs: 0, endMs: 0 }, ...mergedSpans(speech), { startMs: durationMs, endMs: durationMs }];
  const silences: Silence[] = [];
  for (let i = 1; i < edges.length; i += 1) {
    const startMs = edges[i - 1]?.endMs ?? 0;
    const endMs = edges[i]?.startMs ?? 0;
    if (endMs - startMs <= SILENCE_MIN_MS) continue;
    const heldMs = holds.reduce((sum, hold) => sum + sharedMs(hold, { startMs, endMs }), 0);
    silences.push({ startMs, endMs, isHold: heldMs * 2 >= endMs - startMs });
  }
  return silences;
}

/** The silence that `ms` lies in, or null. `silences` is sorted. */
export function silenceAt(silences: readonly Silence[], ms: number): Silence | null {
  const found = silences[lastStartedIndex(silences, ms)];
  return found && ms < found.endMs ? found : null;
}

/** Where playing goes on when silences are skipped and the playhead is at `ms`; null when there is nothing to skip here. */
export function skipTarget(silences: readonly Silence[], ms: number): number | null {
  const silence = silenceAt(silences, ms);
  if (!silence) return null;
  const edgeMs = SILENCE_LEFT_MS / 2;
  const targetMs = silence.endMs - edgeMs;
  return ms >= silence.startMs + edgeMs && ms < targetMs ? targetMs : null;
}

/** The longest silence; the first of several equal ones; null when there is none. */
export function longestSilence(silences: readonly Silence[]): Silence | null {
  return silences.reduce<Silence | null>(
    (best, next) => (best && best.endMs - best.startMs >= next.endMs - next.startMs ? best : next), null,
  );
}
