import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ParsedInteraction, type TranscriptImporter, UnreadableFileError } from '#engine/importers/importer.ts';
import { detectTranscript, readHead } from '#engine/importers/transcripts/detect.ts';
import { transcriptImporters } from '#engine/importers/transcripts/index.ts';
import { samples } from '#tests/unit/importers-transcripts/samples.ts';
import { sourceOf } from '#tests/unit/importers-transcripts/source-file.ts';

const isLong = process.env['EARSHOT_LONG'] === '1';
const mutants = isLong ? 5000 : 200;
const slowMs = 5000;

/** What breaks readers: numbers that are none, other types, marks of every format, odd characters. */
const nasty = [
  'NaN', '-1', '1e999', '99999999999999999999', 'null', '{}', '[]', '""', 'true', '\0', '\ud800', '\u202e', '\ufeff', '-->', '00:00:00.000', '99:99:99.999', '-0:01', ':', '{', '}', '[', ']', '"', '\\', '\n\n', '\r', '<', '>', '&', '<v ', ']]>',
  '<!DOCTYPE x [<!ENTITY a "b">]>', '<p begin="99999h">', '__proto__', 'From ', '=?utf-8?B?', '--b', '<exists>', '<'.repeat(50), '['.repeat(300), 'Agent: ', '\t'.repeat(200), ' '.repeat(2000),
];

type Change = { at: number; cut: number; put: string; kind: 'splice' | 'repeat' | 'truncate' | 'flip' };

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.integer({ min: 0, max: 40 }),
  put: fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 12 })),
  kind: fc.constantFrom('splice', 'splice', 'splice', 'repeat', 'truncate', 'flip') as fc.Arbitrary<Change['kind']>,
});

function mutate(whole: Uint8Array, changes: readonly Change[]): Uint8Array {
  return changes.reduce((bytes, { at, cut, put, kind }) => {
    const position = Math.floor(at * bytes.length);
    const rest = Buffer.from(bytes.subarray(position + cut));
    const front = Buffer.from(bytes.subarray(0, position));
    switch (kind) {
      case 'truncate': return front.length > 0 ? front : bytes;
      case 'repeat': return Buffer.concat([front, bytes.subarray(position, position + cut * 5), bytes.subarray(position)]);
      case 'flip': return Uint8Array.from(bytes, (byte, index) => (index === position ? byte ^ (1 << (cut % 8)) : byte));
      case 'splice': return Buffer.concat([front, Buffer.from(put, 'utf8'), rest]);
    }
  }, whole);
}

async function readAll(importer: TranscriptImporter, bytes: Uint8Array): Promise<ParsedInteraction[] | UnreadableFileError> {
  const records: ParsedInteraction[] = [];
  try {
    for await (const item of importer.read(sourceOf(new Uint8Array(bytes), 'mutant.bin'), new AbortController().signal)) {
      if ('record' in item) records.push(item.record);
      else expect(item.problem.message).toMatch(/\S.*[.!?]$/s);
    }
    return records;
  } catch (error) {
    if (error instanceof UnreadableFileError) return error;
    throw error;
  }
}

/** What every consumer relies on, however broken the file was. */
function expectSound({ turns, externalId }: ParsedInteraction): void {
  expect(externalId.trim()).not.toBe('');
  for (const { text, startMs, endMs, words } of turns) {
    expect(text.trim()).toBe(text);
    expect(text).not.toMatch(/\r|\0/);
    expect(text.length).toBeGreaterThan(0);
    for (const time of [startMs, endMs]) expect(time === null || (Number.isInteger(time) && time >= 0)).toBe(true);
    expect(startMs === null || endMs === null || endMs >= startMs).toBe(true);
    for (const [start, end, from, to] of words ?? []) expect([start >= 0, end >= start, from >= 0, to > from, to <= text.length]).toEqual([true, true, true, true, true]);
  }
}

describe(`mutants of every transcript format (${mutants} each${isLong ? '' : '; EARSHOT_LONG=1 for 5,000'})`, () => {
  test.each(transcriptImporters.map((importer) => [importer.id, importer] as const))('%s', async (id, importer) => {
    const sample = samples[id] ?? '';
    const whole = typeof sample === 'string' ? new TextEncoder().encode(sample) : sample;
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const bytes = mutate(whole, changes);
      const startedAt = performance.now();
      detectTranscript(await readHead(sourceOf(bytes, 'mutant.bin')));
      const outcome = await readAll(importer, bytes);
      expect(performance.now() - startedAt).toBeLessThan(slowMs);
      if (outcome instanceof UnreadableFileError) expect(outcome.problem.message).toMatch(/\S.*[.!?]$/s);
      else outcome.forEach(expectSound);
    }), { numRuns: mutants, ...(isLong ? {} : { seed: 20_261_121 }) });
    expect(Object.keys({})).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  }, isLong ? 600_000 : 60_000);
});

describe('files made to be slow', () => {
  const long = 2_000_000;
  test.each([
    ['webvtt', `WEBVTT\n\n${'00:01.000 --> '.repeat(long / 14)}`], ['webvtt', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(long / 3)}`], ['webvtt', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'&lt'.repeat(long / 3)}`],
    ['srt', `1\n00:00:01,000 --> 00:00:02,000\n${'[music '.repeat(long / 7)}`], ['srt', '00:00:01,000 --> 00:00:02,000\n\n'.repeat(50_000)], ['labelled-text', 'Agent:'.repeat(long / 6)], ['labelled-text', `Agent: hi\n${'='.repeat(long)}`],
    ['labelled-text', `Agent: hi\n${' '.repeat(long)}x`], ['labelled-text', `${'[00:01] A '.repeat(200)}\n`.repeat(500)], ['labelled-text', 'chat started '.repeat(long / 13)], ['eml', `From: a@b.c\nSubject: x\nContent-Type: text/html\n\n${'<script'.repeat(long / 7)}`],
    ['eml', `From: a@b.c\nSubject: x\nContent-Transfer-Encoding: quoted-printable\n\n${' '.repeat(long)}x`], ['eml', `From: ${'"a, '.repeat(long / 4)}\nSubject: x\n\nhi`], ['eml', `From: a@b.c\nSubject: x\nContent-Type: text/html\n\n${'<!--'.repeat(long / 4)}<p>x`],
    ['mbox', `${'From a 2026\n\n'.repeat(20_000)}`], ['ttml', `<tt><body>${'<p begin="1s">'.repeat(90)}${'x'.repeat(long)}`], ['whisper', `{"segments": [${'{"start": 1, "end": 2, "text": "x"},'.repeat(40_000)}`], ['praat-textgrid', `File type = "ooTextFile"\n"TextGrid"\n0\n1\n<exists>\n1000000000\n${'! x\n'.repeat(200_000)}`],
    ['google-speech-to-text', `${'['.repeat(long)}`], ['elan', `<ANNOTATION_DOCUMENT ${'a="1" '.repeat(long / 6)}`],
  ])('%s in under 5 s', async (id, text) => {
    const importer = transcriptImporters.find((candidate) => candidate.id === id);
    const source = sourceOf(text, 'slow.bin');
    const startedAt = performance.now();
    detectTranscript(await readHead(source));
    if (importer !== undefined) await readAll(importer, new TextEncoder().encode(text));
    expect(performance.now() - startedAt).toBeLessThan(slowMs);
  });
});
