import { describe, expect, test } from 'vitest';
import { detectTranscript, explainUnknown, readHead, transcriptImporter } from '#engine/importers/transcripts/detect.ts';
import { transcriptImporters } from '#engine/importers/transcripts/index.ts';
import { headOf, importDetected, importOne, sourceOf } from './source-file.ts';

const signal = new AbortController().signal;
const explain = async (content: string | Uint8Array, name = 'x.bin') => {
  const source = sourceOf(content, name);
  return explainUnknown(source, await readHead(source), signal);
};

describe('detection', () => {
  test('the name decides nothing', async () => {
    expect(detectTranscript(await headOf('WEBVTT\n\n00:01.000 --> 00:02.000\nx', 'call.json'))?.importer.id).toBe('webvtt');
    expect(detectTranscript(await headOf('{"a": 1}', 'call.vtt'))).toBeNull();
  });

  test('ids and labels are unique and every importer can be found by its id', () => {
    const ids = transcriptImporters.map((importer) => importer.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.map((id) => transcriptImporter(id)?.id)).toEqual(ids);
    expect(transcriptImporter('nobody')).toBeNull();
  });

  test('Windows-1252 is imported with a warning', async () => {
    const { records, problems } = await importDetected(sourceOf(new Uint8Array(Buffer.from('Agent: Gr\xfc\xdfe\nCustomer: \x84Hallo\x93', 'latin1'))));
    expect(records[0]?.turns.map((turn) => turn.text)).toEqual(['Grüße', '„Hallo“']);
    expect(problems.map((problem) => problem.code)).toEqual(['ENCODING_ASSUMED']);
  });

  test('UTF-16 is imported as it is', async () => {
    expect((await importOne(sourceOf(new Uint8Array(Buffer.from('\ufeffWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\n<v Agent>Grüße', 'utf16le'))))).turns[0]?.text).toBe('Grüße');
  });

  test('a head ends with the file or at 64 KiB', async () => {
    expect(await headOf('Agent: a')).toMatchObject({ isWhole: true, text: 'Agent: a' });
    const long = await headOf(`Agent: ${'ü'.repeat(40_000)}`);
    expect([long.isWhole, long.bytes.length]).toEqual([false, 65_536]);
  });
});

describe('why a file was set aside', () => {
  test('broken JSON says where', async () => {
    expect(await explain('{"a": [1, 2}}')).toMatchObject({ file: 'x.bin', code: 'JSON_INVALID', row: 1, column: '12' });
    expect(await explain('nope', 'x.json')).toMatchObject({ file: 'x.json', code: 'JSON_INVALID', row: 1, column: '1' });
    expect(await explain(new Uint8Array([0x22, 0xff, 0x22]), 'x.json')).toMatchObject({ code: 'TEXT_NOT_UTF8', row: 1 });
  });

  test.each([
    ['{"a": 1}', 'FILE_KIND_UNKNOWN', 'JSON'], ['', 'FILE_EMPTY', 'empty'], ['some prose', 'FILE_KIND_UNKNOWN', 'text'], [new Uint8Array([0, 1, 2, 0, 0, 9]), 'FILE_KIND_UNKNOWN', 'neither'],
    ['[Script Info]\nTitle: x', 'FILE_KIND_NOT_SUPPORTED', 'Sub Station Alpha'], ['<SAMI>\n', 'FILE_KIND_NOT_SUPPORTED', 'SAMI'], ['{1}{2}Hi', 'FILE_KIND_NOT_SUPPORTED', 'MicroDVD'], ['[ar:x]\n[00:12.00]F: la', 'FILE_KIND_NOT_SUPPORTED', 'LRC'],
  ])('%j gives %s', async (content, code, words) => {
    const problem = await explain(content);
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(words);
  });
});

describe('limits', () => {
  test('a file above 256 MB is refused before it is read', async () => {
    const huge = { ...sourceOf('WEBVTT\n\n00:01.000 --> 00:02.000\nx'), size: 300 * 1024 * 1024, read: () => Promise.reject(new Error('was read')) };
    const importer = transcriptImporter('webvtt');
    await expect((async () => { for await (const item of importer?.read(huge, signal) ?? []) expect(item).toBeUndefined(); })()).rejects.toMatchObject({ problem: { code: 'FILE_TOO_LARGE', found: '300 MB' } });
  });

  test('a cancel before reading is heard', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    const importer = transcriptImporter('srt');
    await expect((async () => { for await (const item of importer?.read(sourceOf('1'), stopped) ?? []) expect(item).toBeUndefined(); })()).rejects.toThrow('stopped');
  });
});
