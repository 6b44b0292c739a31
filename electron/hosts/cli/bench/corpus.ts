import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mulberry32 } from '#shared/stats/prng.ts';

const vocabulary = ('account bill meter reading payment fee paper online tariff contract move address date engineer visit outage power supply credit refund '
  + 'charge letter email phone call wait hold transfer manager again already told you because when would could should please thank sorry understand help '
  + 'check system screen month winter summer estimate actual amount balance direct debit cancel change new old house flat key code number').split(' ');

export type CorpusTurn = { speaker: string; role: 'agent' | 'customer'; startMs: number; endMs: number; text: string };

/** Made-up turns of one call, the same for the same number. */
export function corpusTurns(call: number, turns: number): CorpusTurn[] {
  const next = mulberry32(call + 1);
  const words = () => Array.from({ length: 8 + Math.floor(next() * 12) }, () => vocabulary[Math.floor(next() * vocabulary.length)] ?? 'bill').join(' ');
  return Array.from({ length: turns }, (_unused, seq) => ({
    speaker: seq % 2 === 0 ? 'Agent' : 'Customer', role: seq % 2 === 0 ? 'agent' : 'customer',
    startMs: seq * 6000, endMs: seq * 6000 + 5500, text: seq === 3 && call % 50 === 0 ? `this is the third time ${words()}` : words(),
  }));
}

const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23);

/** Writes `calls` WebVTT files of `turns` cues each. @returns their folder */
export async function writeCorpus(folder: string, size: { calls: number; turns: number }): Promise<string> {
  const target = join(folder, 'vtt');
  await mkdir(target, { recursive: true });
  for (let call = 0; call < size.calls; call += 1) {
    const cues = corpusTurns(call, size.turns).map((turn) => `${clock(turn.startMs)} --> ${clock(turn.endMs)}\n<v ${turn.speaker}>${turn.text}\n`);
    await writeFile(join(target, `call-${String(call).padStart(6, '0')}.vtt`), `WEBVTT\n\n${cues.join('\n')}`);
  }
  return target;
}
