import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordings } from '#resources/sample/recordings.ts';
import { files, interactionOf, tags } from './sample-tables.ts';

const folder = fileURLToPath(new URL('../../../resources/sample/audio/', import.meta.url));
const timings = JSON.parse(readFileSync(`${folder}timings.json`, 'utf8')) as Record<string, { durationMs: number; textHash: number; turns: [number, number][] }>;
const names = readdirSync(folder).filter((name) => name.endsWith('.mp3'));
const spoken = recordings();

/** Walks the frames of an MPEG 2 layer III file. A frame is 576 samples; at 16 kHz that is 36 ms. */
function readMp3(bytes: Buffer): { durationMs: number; channelModes: Set<number>; sampleRates: Set<number> } {
  const bitRates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
  const rates = [22_050, 24_000, 16_000];
  const found = { durationMs: 0, channelModes: new Set<number>(), sampleRates: new Set<number>() };
  for (let at = 0; at + 4 <= bytes.length;) {
    const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = bytes.subarray(at, at + 4);
    if (b0 !== 0xff || (b1 & 0xfe) !== 0xf2) throw new Error(`no frame at byte ${at}`);
    const bitRate = bitRates[b2 >> 4] ?? 0;
    const sampleRate = rates[(b2 >> 2) & 3] ?? 0;
    found.durationMs += (576 / sampleRate) * 1000;
    found.channelModes.add(b3 >> 6);
    found.sampleRates.add(sampleRate);
    at += Math.floor((72 * bitRate * 1000) / sampleRate) + ((b2 >> 1) & 1);
  }
  return found;
}

describe('the recordings', () => {
  it('are twelve, named after their interactions, and small', () => {
    expect(names.sort()).toEqual(spoken.map(({ id }) => `${id}.mp3`).sort());
    expect(names).toHaveLength(12);
    expect(names.reduce((sum, name) => sum + statSync(folder + name).size, 0)).toBeLessThanOrEqual(6 * 1024 * 1024);
  });
  it.each(names)('%s: stereo frames as long as the times say, 45 to 120 seconds', (name) => {
    const times = timings[name.replace('.mp3', '')];
    const { durationMs, channelModes, sampleRates } = readMp3(readFileSync(folder + name));
    expect([...channelModes]).toEqual([0]);
    expect([...sampleRates]).toEqual([16_000]);
    expect(Math.abs(durationMs - (times?.durationMs ?? 0))).toBeLessThan(250);
    expect(durationMs).toBeGreaterThan(45_000);
    expect(durationMs).toBeLessThan(120_000);
  });
  it('speak the words that the transcripts have', () => {
    for (const { id, textHash, turns } of spoken) {
      expect(timings[id]?.textHash, `${id} was not spoken again after its words changed: run make-audio.mjs`).toBe(textHash);
      expect(timings[id]?.turns).toHaveLength(turns.length);
    }
  });
  it('and the transcripts have their times', () => {
    for (const { id, turns } of spoken) {
      const vtt = files.find((file) => file.name === `calls/${id}.vtt`)?.text ?? '';
      const cues = [...vtt.matchAll(/^(\d\d):(\d\d):(\d\d)\.(\d{3}) --> (\d\d):(\d\d):(\d\d)\.(\d{3})\n<v (\w+)>(.+)$/gm)];
      const ms = (cue: RegExpMatchArray, from: number): number => Number(cue[from]) * 3_600_000 + Number(cue[from + 1]) * 60_000 + Number(cue[from + 2]) * 1000 + Number(cue[from + 3]);
      expect(cues.map((cue) => [ms(cue, 1), ms(cue, 5)])).toEqual(timings[id]?.turns);
      expect(cues.map((cue) => [cue[9]?.toLowerCase(), cue[10]])).toEqual(turns.map((turn) => [turn.role, turn.text]));
      expect(Math.abs(Number(interactionOf(id)['duration_s']) * 1000 - (timings[id]?.durationMs ?? 0))).toBeLessThan(1001);
    }
  });
  it('have turns at the pace of speech, in order, with overlaps and holds where the script has them', () => {
    for (const { id, turns } of spoken) {
      const times = timings[id]?.turns ?? [];
      times.forEach(([start, end], index) => {
        const turn = turns[index];
        const before = times[index - 1]?.[1] ?? 0;
        const wordsPerSecond = (turn?.text.split(' ').length ?? 0) / ((end - start) / 1000);
        expect(wordsPerSecond).toBeGreaterThan(0.7);
        expect(wordsPerSecond).toBeLessThan(6.5);
        if (turn?.overlaps) expect(start).toBeLessThan(before);
        else expect(start - before).toBeGreaterThanOrEqual(turn?.holdBeforeMs ?? 0);
      });
    }
  });
  it('cover the planted truths: the fee, the cold agent, the customer who was failed three times', () => {
    const ids = spoken.map(({ id }) => id);
    expect(ids.filter((id) => interactionOf(id)['customer_id'] === 'C-10017')).toHaveLength(3);
    expect(ids.filter((id) => interactionOf(id)['agent_id'] === 'A-07')).toHaveLength(3);
    expect(ids.filter((id) => tags.some((row) => row['interaction_id'] === id && row['code'] === 'BF'))).toHaveLength(3);
  });
  it('are tagged at the turn where it happens', () => {
    const cue = tags.find((row) => row['interaction_id'] === 'BW-2026-007000' && row['code'] === 'E1');
    expect(cue).toMatchObject({ outcome: 'missed' });
    const [start] = timings['BW-2026-007000']?.turns[3] ?? [0];
    const [minutes = '0', seconds = '0'] = (cue?.['at'] ?? '').split(':');
    expect(Math.round((Number(minutes) * 60 + Number(seconds)) * 1000)).toBe(start);
  });
});
