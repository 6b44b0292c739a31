import type { JobHandle } from '#engine/jobs.ts';
import type { WriteContext } from './upsert.ts';

/** Milliseconds of writing in one transaction; the text index and the commit take as long again. */
const sliceMs = 15;

/**
 * Writes items in transactions that end by the clock, so that calls and cancels are heard in between however slow the
 * machine or the first statements are.
 */
export async function writeInSlices<T>({ db, turnIndex }: WriteContext, job: JobHandle, { items, write }: { items: readonly T[]; write: (item: T) => void }): Promise<void> {
  for (let next = 0; next < items.length; ) {
    db.transaction(() => {
      const endsAt = performance.now() + sliceMs;
      do {
        write(items[next] as T);
        next += 1;
      } while (next < items.length && performance.now() < endsAt);
      turnIndex.flush();
    });
    do await job.breathe();
    while (turnIndex.mergeStep());
  }
}
