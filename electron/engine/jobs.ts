import { EarshotError } from '#shared/errors.ts';
import type { Job, JobProgress } from '#shared/model/job.ts';
import { JobSpeed } from './job-speed.ts';

/** What a piece of long work gets: where to report, and when to stop. */
export type JobHandle = {
  readonly id: string;
  readonly signal: AbortSignal;
  report(progress: Pick<JobProgress, 'phase' | 'done' | 'total' | 'item'>): void;
  /** Lets waiting calls and cancels be heard once 20 ms have passed since it last did. @throws EarshotError CANCELLED */
  breathe(): Promise<void>;
};

const breathMs = 20;
const keptJobs = 50;

type Entry = {
  job: Job;
  abort: AbortController;
  speed: JobSpeed;
  /** Settles when a pause ends; null while the job runs. */
  pause: { ended: Promise<void>; end: () => void } | null;
  /** Tells whoever follows the job that something has changed. */
  changed: () => void;
};

/** Long work: one list, with progress, pause and cancel. */
export class Jobs {
  readonly #jobs = new Map<string, Entry>();

  constructor(private readonly clock: () => Date, private readonly newId: () => string) {}

  /** Newest first. */
  list(): Job[] {
    return [...this.#jobs.values()].map((entry) => entry.job).reverse();
  }

  /** Whether anything is being worked on, or held. */
  get isBusy(): boolean {
    return [...this.#jobs.values()].some(({ job }) => job.endedAt === null);
  }

  cancel(jobId: string): boolean {
    const entry = this.#jobs.get(jobId);
    if (!entry || (entry.job.state !== 'running' && entry.job.state !== 'paused')) return false;
    entry.abort.abort(new EarshotError('CANCELLED', 'Cancelled. Nothing was changed.'));
    this.#unpause(entry);
    return true;
  }

  /** Holds a running job at its next breath. */
  pause(jobId: string): boolean {
    const entry = this.#jobs.get(jobId);
    if (!entry || entry.job.state !== 'running' || entry.abort.signal.aborted) return false;
    let end: () => void = () => undefined;
    entry.pause = { ended: new Promise<void>((resolve) => (end = resolve)), end: () => end() };
    entry.speed.hold();
    this.#say(entry, { state: 'paused', isPaused: true, rate: null, leftMs: null });
    return true;
  }

  /** Lets a held job go on. */
  resume(jobId: string): boolean {
    const entry = this.#jobs.get(jobId);
    return entry !== undefined && this.#unpause(entry);
  }

  #unpause(entry: Entry): boolean {
    if (entry.pause === null) return false;
    entry.pause.end();
    entry.pause = null;
    entry.speed.goOn();
    if (entry.job.state === 'paused') this.#say(entry, { state: 'running', isPaused: false });
    return true;
  }

  #say(entry: Entry, change: Partial<Job>): void {
    Object.assign(entry.job, change);
    entry.changed();
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
    entry.changed = () => {
      isFresh = true;
      wake();
    };
    const handle = this.#handle(entry);
    const settled = work(handle).then((value) => ({ value }), (error: unknown) => ({ error })).finally(() => wake());
    let outcome: Awaited<typeof settled> | undefined;
    void settled.then((result) => (outcome = result));
    try {
      while (outcome === undefined) {
        if (isFresh) {
          isFresh = false;
          yield progressOf(entry.job);
          // Something may have happened while the follower was busy with this.
          continue;
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

  #begin(label: string): Entry {
    const entry: Entry = {
      job: {
        jobId: this.newId(), label, state: 'running', phase: 'reading', done: 0, total: null, item: null, rate: null, leftMs: null, isPaused: false,
        startedAt: this.clock().toISOString(), endedAt: null, message: null,
      },
      abort: new AbortController(), speed: new JobSpeed(() => performance.now()), pause: null, changed: () => undefined,
    };
    this.#jobs.set(entry.job.jobId, entry);
    for (const [id, { job }] of this.#jobs) if (this.#jobs.size > keptJobs && job.endedAt !== null) this.#jobs.delete(id);
    return entry;
  }

  #handle(entry: Entry): JobHandle {
    let lastBreath = Date.now();
    return {
      id: entry.job.jobId,
      signal: entry.abort.signal,
      report: (progress) => {
        this.#say(entry, { ...progress, ...entry.speed.at(progress) });
      },
      breathe: async () => {
        if (Date.now() - lastBreath >= breathMs) {
          await new Promise<void>((resolve) => setImmediate(resolve));
          lastBreath = Date.now();
        }
        while (entry.pause !== null) await entry.pause.ended;
        entry.abort.signal.throwIfAborted();
      },
    };
  }

  #end(job: Job, outcome: { value: unknown } | { error: unknown }): void {
    if (job.endedAt !== null) return;
    Object.assign(job, { endedAt: this.clock().toISOString(), rate: null, leftMs: null, isPaused: false });
    if ('value' in outcome) job.state = 'done';
    else {
      const isCancelled = outcome.error instanceof EarshotError && outcome.error.code === 'CANCELLED';
      job.state = isCancelled ? 'cancelled' : 'failed';
      job.message = outcome.error instanceof EarshotError ? outcome.error.message : null;
    }
  }
}

function progressOf(job: Job): JobProgress {
  const { jobId, phase, done, total, item, rate, leftMs, isPaused } = job;
  return { jobId, phase, done, total, item, rate, leftMs, isPaused };
}
