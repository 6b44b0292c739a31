import { withHeard } from '#shared/form/listening-coverage.ts';
import type { HeardSpan } from '#shared/model/listening.ts';

/** A jump is no listening: between two looks at the playhead no more can have been heard than time allows, and a little. */
const slackMs = 400;

/** What was heard of each interaction since the page was opened, so that it is kept with its evaluation. */
export class HeardLog {
  #spans: readonly HeardSpan[] = [];
  #last: { positionMs: number; nowMs: number } | null = null;

  get spans(): readonly HeardSpan[] {
    return this.#spans;
  }

  /** Adds what an earlier sitting heard. */
  take(spans: readonly HeardSpan[]): void {
    for (const span of spans) this.#spans = withHeard(this.#spans, span);
  }

  /** One look at the playhead, `nowMs` on any steady clock. */
  look({ positionMs, nowMs, speed, isPlaying }: { positionMs: number; nowMs: number; speed: number; isPlaying: boolean }): void {
    const before = this.#last;
    this.#last = isPlaying ? { positionMs, nowMs } : null;
    if (before === null) return;
    const movedMs = positionMs - before.positionMs;
    if (movedMs <= 0 || movedMs > (nowMs - before.nowMs) * speed + slackMs) return;
    this.#spans = withHeard(this.#spans, { startMs: Math.round(before.positionMs), endMs: Math.round(positionMs), speed });
  }
}

const logs = new Map<string, HeardLog>();

/** The log of an interaction. */
export function heardLog(interactionId: string): HeardLog {
  const log = logs.get(interactionId) ?? new HeardLog();
  logs.set(interactionId, log);
  return log;
}
