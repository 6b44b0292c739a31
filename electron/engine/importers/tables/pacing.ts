import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work after which others get their turn; cancel must be heard within 200 ms, screens within 50. */
const SLICE_MS = 30;

/**
 * Returns a function to be awaited in long loops: it lets the event loop run once a slice of time is used up.
 * @throws the signal's reason once it is aborted
 */
export function createPacer(signal: AbortSignal | undefined): () => Promise<void> {
  let sliceEndsAt = performance.now() + SLICE_MS;
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() < sliceEndsAt) return;
    await nextTurn();
    sliceEndsAt = performance.now() + SLICE_MS;
    signal?.throwIfAborted();
  };
}
