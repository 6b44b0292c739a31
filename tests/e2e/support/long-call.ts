import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export const turns = 3_000;
/** How many calls of 3,000 turns there are; only the first has a recording and tags. */
export const copies = 6;
const turnMs = 9_600;
export const tags = 500;
const codes = ['VH', 'ER', 'EO', 'TP', 'BW'];
const words = 'I have called you three times about this bill and nobody could tell me why it went up so much last month'.split(' ');

const clock = (ms: number): string => new Date(ms).toISOString().slice(11, 23);

/** Calls of eight hours and 3,000 turns, the first with 500 tags and a stereo recording, and a short one to come from. */
export function writeLongCall(folder: string): void {
  const cues = (count: number): string => Array.from({ length: count }, (_, turn) => {
    const said = Array.from({ length: 8 + ((turn * 7) % 23) }, (_unused, word) => words[(turn + word) % words.length]).join(' ');
    return `${clock(turn * turnMs)} --> ${clock(turn * turnMs + 8_400)}\n<v ${turn % 2 ? 'Customer' : 'Agent'}>${said}\n`;
  }).join('\n');
  for (let copy = 1; copy <= copies; copy += 1) writeFileSync(join(folder, `LONG-${copy}.vtt`), `WEBVTT\n\n${cues(turns)}`);
  writeFileSync(join(folder, 'SHORT-1.vtt'), `WEBVTT\n\n${cues(6)}`);
  const rows = Array.from({ length: tags }, (_, tag) => `LONG-1,${codes[tag % codes.length]},${clock(tag * 57_000).slice(0, 8)},${clock(tag * 57_000 + 10_000).slice(0, 8)}`);
  writeFileSync(join(folder, 'tags.csv'), ['interaction id,code,start,end', ...rows].join('\n'));
  writeRecording(join(folder, 'LONG-1.wav'), 8 * 3600);
}

/** 16-bit stereo at 8 kHz; the holes of the file are silence. */
function writeRecording(path: string, seconds: number): void {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0); head.writeUInt32LE(36 + seconds * 32_000, 4); head.write('WAVEfmt ', 8); head.writeUInt32LE(16, 16); head.writeUInt16LE(1, 20); head.writeUInt16LE(2, 22);
  head.writeUInt32LE(8_000, 24); head.writeUInt32LE(32_000, 28); head.writeUInt16LE(4, 32); head.writeUInt16LE(16, 34); head.write('data', 36); head.writeUInt32LE(seconds * 32_000, 40);
  const file = openSync(path, 'w');
  writeSync(file, head);
  ftruncateSync(file, 44 + seconds * 32_000);
  const tone = Buffer.from(Int16Array.from({ length: 16_000 }, (_, at) => Math.round(Math.sin(at / 9) * 14_000)).buffer);
  for (let at = 0; at < seconds; at += 60) writeSync(file, tone, 0, tone.length, 44 + at * 32_000);
  closeSync(file);
}
