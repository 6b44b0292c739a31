import type { JobProgress } from '#shared/model/job.ts';

/** Seconds of work before a rate means something. */
const settledMs = 2_000;

type Count = Pick<JobProgress, 'phase' | 'done' | 'total'>;

/** How fast a phase of a job goes: what was done since it began, over the time worked on it, pauses left out. */
export class JobSpeed {
  #phase: string | null = null;
  #first = { done: 0, atMs: 0 };
  #last = 0;
  #heldSinceMs: number | null = null;

  /** @param now monotonic milliseconds */
  constructor(private readonly now: () => number) {}

  /** A pause begins. */
  hold(): void {
    this.#heldSinceMs ??= this.now();
  }

  /** A pause ends; its time does not count. */
  goOn(): void {
    if (this.#heldSinceMs !== null) this.#first.atMs += this.now() - this.#heldSinceMs;
    this.#heldSinceMs = null;
  }

  /** Rate (per second) and time left (ms) at this count; a count that starts again (a next file) is measured anew. */
  at({ phase, done, total }: Count): Pick<JobProgress, 'rate' | 'leftMs'> {
    if (phase !== this.#phase || done < this.#last) this.#first = { done, atMs: this.now() };
    this.#phase = phase;
    this.#last = done;
    const workedMs = this.now() - this.#first.atMs;
    const rate = workedMs < settledMs || done <= this.#first.done ? null : ((done - this.#first.done) / workedMs) * 1000;
    return { rate, leftMs: rate === null || total === null ? null : Math.max(0, ((total - done) / rate) * 1000) };
  }
}
