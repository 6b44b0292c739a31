import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';

const ownThread = `/proc/self/task/${process.pid}/stat`;
const millisecondsPerTick = 10;

/**
 * Milliseconds of processor time that the main thread has used, where the system tells it (Linux, in steps of 10); else the
 * time that has passed. On a shared machine only the first says how long the thread itself kept others waiting.
 */
function workedMs(): number {
  if (!existsSync(ownThread)) return performance.now();
  const fields = readFileSync(ownThread, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
}

/** A thread that only waits, and says how late its timers were: what the machine itself took from everyone. */
const waiting = `
  const { parentPort } = require('node:worker_threads');
  const delay = require('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  parentPort.on('message', () => parentPort.postMessage(delay.max / 1e6));
`;

/** What `work` gives; the longest time in ms that this thread worked without hearing anything; how late an idle thread beside it was. */
export async function longestWork<T>(work: () => Promise<T>): Promise<{ value: T; workMs: number; idleMs: number }> {
  const idle = new Worker(waiting, { eval: true });
  await new Promise((resolve) => idle.once('online', resolve));
  let [last, longest] = [workedMs(), 0];
  const pulse = setInterval(() => {
    const now = workedMs();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  try {
    const value = await work();
    idle.postMessage('how late');
    const idleMs = await new Promise<number>((resolve) => idle.once('message', resolve));
    return { value, workMs: longest, idleMs };
  } finally {
    clearInterval(pulse);
    await idle.terminate();
  }
}
