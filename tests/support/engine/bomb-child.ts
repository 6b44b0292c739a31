import { existsSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openLab } from './engine-lab.ts';

/*
 * Runs in a process of its own: imports every file of a folder, one by one, and prints for each one line of JSON with
 * what became of it, the time it took and the most memory that the process has ever held.
 */

export type BombOutcome = { readonly name: string; readonly workMs: number; readonly peakBytes: number; readonly new: number; readonly setAside: number; readonly codes: string[]; readonly failure: string | null };

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('bomb-child needs a folder of files.');
const lab = await openLab();
// What the engine needs anyway, before anything hostile comes.
await lab.run(await lab.put({ 'W-1.csv': 'interaction_id,channel,started_at\nW-1,phone,2026-01-05T09:00:00Z\n', 'W-1.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nhello\n' }));

/** The most memory that this process has held; what Node reports begins with its parent's. */
function peakBytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS) * 1024;
}

function say(name: string, startedAt: NodeJS.CpuUsage, outcome: Pick<BombOutcome, 'new' | 'setAside' | 'codes' | 'failure'>): void {
  const { user, system } = process.cpuUsage(startedAt);
  const told: BombOutcome = { name, workMs: Math.round((user + system) / 1000), peakBytes: peakBytes(), ...outcome };
  writeSync(1, `${JSON.stringify(told)}\n`);
}

say('', process.cpuUsage(), { new: 0, setAside: 0, codes: [], failure: null });
for (const name of readdirSync(folder).toSorted()) {
  const startedAt = process.cpuUsage();
  try {
    const report = await lab.run([await lab.choose(join(folder, name))]);
    say(name, startedAt, { new: report.new, setAside: report.setAsideTotal, codes: report.setAside.map(({ code }) => code).slice(0, 3), failure: null });
  } catch (error) {
    say(name, startedAt, { new: 0, setAside: 0, codes: [], failure: (error as { code?: string }).code ?? String(error) });
  }
}
await lab.close();
