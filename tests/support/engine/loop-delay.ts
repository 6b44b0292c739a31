import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';

const ownThread = `/proc/self/task/${process.pid}/schedstat`;

/**
 * Milliseconds that the main thread has run, and that it waited for a processor while others had them, where the system
 * tells it (Linux); else the time that has passed, and nothing. On a shared machine only the first says how long the thread
 * itself kept others waiting.
 */
function ownTimes(): { workedMs: number; waitedMs: number } {
  if (!existsSync(ownThread)) return { workedMs: performance.now(), waitedMs: 0 };
  const [ran = 0, waited = 0] = readFileSync(ownThread, 'utf8').split(' ').map(Number);
  return { workedMs: ran / 1e6, waitedMs: waited / 1e6 };
}

/** A thread that only waits, and says how late its timers were: what the machine itself took from everyone. */
const waiting = `
  const { parentPort } = require('node:worker_threads');
  const delay = require('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  parentPort.on('message', () => parentPort.postMessage(delay.max / 1e6));
`;

/**
 * What `work` gives; the longest time in ms that this thread worked without hearing anything; how late an idle thread beside
 * it was, and how long this one waited in all for a processor.
 */
export async function longestWork<T>(work: () => Promise<T>): Promise<{ value: T; workMs: number; idleMs: number; waitedMs: number }> {
  const idle = new Worker(waiting, { eval: true });
  await new Promise((resolve) => idle.once('online', resolve));
  const before = ownTimes();
  let [last, longest] = [before.workedMs, 0];
  const pulse = setInterval(() => {
    const now = ownTimes().workedMs;
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  try {
    const value = await work();
    idle.postMessage('how late');
    const idleMs = await new Promise<number>((resolve) => idle.once('message', resolve));
    return { value, workMs: longest, idleMs, waitedMs: ownTimes().waitedMs - before.waitedMs };
  } finally {
    clearInterval(pulse);
    await idle.terminate();
  }
}
