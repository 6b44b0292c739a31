import { EarshotError } from '#shared/errors.ts';
import type { Job, JobProgress } from '#shared/model/job.ts';

/** What a piece of long work gets: where to report, and when to stop. */
export type JobHandle = {
  readonly id: string;
  readonly signal: AbortSignal;
  report(progress: Pick<JobProgress, 'phase' | 'done' | 'total' | 'item'>): void;
  /** Lets waiting calls and cancels be heard once 50 ms have passed since it last did. @throws EarshotError CANCELLED */
  breathe(): Promise<void>;
};

const breathMs = 50;
const keptJobs = 50;

/** Long work: one list, with progress and cancel. */
export class Jobs {
  readonly #jobs = new Map<string, { job: Job; abort: AbortController }>();

  constructor(private readonly clock: () => Date, private readonly newId: () => string) {}

  /** Newest first. */
  list(): Job[] {
    return [...this.#jobs.values()].map((entry) => entry.job).reverse();
  }

  cancel(jobId: string): boolean {
    const entry = this.#jobs.get(jobId);
    if (!entry || entry.job.state !== 'running') return false;
    entry.abort.abort(new EarshotError('CANCELLED', 'Cancelled. Nothing was changed.'));
    return true;
  }

  /**
   * Runs `work` as a job: yields its progress, returns its result. Leaving the loop early, or aborting `outer`, cancels
   * the work and waits until it has cleaned up.
   */
  async *run<T>(label: string, outer: AbortSignal | undefined, work: (job: JobHandle) => Promise<T>): AsyncGenerator<JobProgress, T, void> {
    const entry = this.#begin(label);
    const onAbort = () => this.cancel(entry.job.jobId);
    outer?.addEventListener('abort', onAbort, { once: true });
    let wake: () => void = () => undefined;
    let isFresh = false;
    const handle = this.#handle(entry, () => {
      isFresh = true;
      wake();
    });
    const settled = work(handle).then((value) => ({ value }), (error: unknown) => ({ error })).finally(() => wake());
    let outcome: Awaited<typeof settled> | undefined;
    void settled.then((result) => (outcome = result));
    try {
      while (outcome === undefined) {
        if (isFresh) {
          isFresh = false;
          yield progressOf(entry.job);
        }
        await Promise.race([settled, new Promise<void>((resolve) => (wake = resolve))]);
      }
      this.#end(entry.job, outcome);
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    } finally {
      if (outcome === undefined) {
        this.cancel(entry.job.jobId);
        this.#end(entry.job, await settled);
      }
      outer?.removeEventListener('abort', onAbort);
    }
  }

  #begin(label: string): { job: Job; abort: AbortController } {
    const entry = {
      job: {
        jobId: this.newId(), label, state: 'running', phase: 'reading', done: 0, total: null, item: null,
        startedAt: this.clock().toISOString(), endedAt: null, message: null,
      } satisfies Job as Job,
      abort: new AbortController(),
    };
    this.#jobs.set(entry.job.jobId, entry);
    for (const [id, { job }] of this.#jobs) if (this.#jobs.size > keptJobs && job.state !== 'running') this.#jobs.delete(id);
    return entry;
  }

  #handle(entry: { job: Job; abort: AbortController }, onReport: () => void): JobHandle {
    let lastBreath = Date.now();
    return {
      id: entry.job.jobId,
      signal: entry.abort.signal,
      report: (progress) => {
        Object.assign(entry.job, progress);
        onReport();
      },
      breathe: async () => {
        if (Date.now() - lastBreath >= breathMs) {
          await new Promise<void>((resolve) => setImmediate(resolve));
          lastBreath = Date.now();
        }
        entry.abort.signal.throwIfAborted();
      },
    };
  }

  #end(job: Job, outcome: { value: unknown } | { error: unknown }): void {
    if (job.endedAt !== null) return;
    job.endedAt = this.clock().toISOString();
    if ('value' in outcome) job.state = 'done';
    else {
      const isCancelled = outcome.error instanceof EarshotError && outcome.error.code === 'CANCELLED';
      job.state = isCancelled ? 'cancelled' : 'failed';
      job.message = outcome.error instanceof EarshotError ? outcome.error.message : null;
    }
  }
}

function progressOf(job: Job): JobProgress {
  return { jobId: job.jobId, phase: job.phase, done: job.done, total: job.total, item: job.item };
}
