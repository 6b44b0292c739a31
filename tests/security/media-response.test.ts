import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediaAnswer } from '#hosts/media-response.ts';
import { answerMedia } from '#main/media-protocol.ts';

const media = { size: 1000, type: 'audio/mpeg' };

describe('E-06: ranges stay inside the file', () => {
  it.each([
    [null, 200, { start: 0, end: 999 }, undefined],
    ['bytes=0-', 206, { start: 0, end: 999 }, 'bytes 0-999/1000'],
    ['bytes=0-0', 206, { start: 0, end: 0 }, 'bytes 0-0/1000'],
    ['bytes=500-599', 206, { start: 500, end: 599 }, 'bytes 500-599/1000'],
    ['bytes=999-', 206, { start: 999, end: 999 }, 'bytes 999-999/1000'],
    ['bytes=0-99999999999', 206, { start: 0, end: 999 }, 'bytes 0-999/1000'],
    ['bytes=-1', 206, { start: 999, end: 999 }, 'bytes 999-999/1000'],
    ['bytes=-5000', 206, { start: 0, end: 999 }, 'bytes 0-999/1000'],
    ['bytes=1000-', 416, null, 'bytes */1000'],
    ['bytes=5000-6000', 416, null, 'bytes */1000'],
    ['bytes=-0', 416, null, 'bytes */1000'],
    ['bytes=600-500', 200, { start: 0, end: 999 }, undefined],
    ['bytes=-', 200, { start: 0, end: 999 }, undefined],
    ['bytes=0-1,5-6', 200, { start: 0, end: 999 }, undefined],
    ['items=0-1', 200, { start: 0, end: 999 }, undefined],
    ['bytes=1e2-', 200, { start: 0, end: 999 }, undefined],
    ['bytes=0x10-', 200, { start: 0, end: 999 }, undefined],
    ['bytes=99999999999999999999-', 200, { start: 0, end: 999 }, undefined],
  ])('%s', (...[header, status, range, contentRange]) => {
    const answer = mediaAnswer(media, header);
    expect(answer.status).toBe(status);
    expect(answer.range).toEqual(range);
    expect(answer.headers['Content-Range']).toBe(contentRange);
    if (range !== null) expect(answer.headers['Content-Length']).toBe(String(range.end - range.start + 1));
  });

  it('answers an empty file with nothing, whatever is asked', () => {
    expect(mediaAnswer({ size: 0, type: 'audio/wav' }, 'bytes=0-')).toMatchObject({ status: 200, range: null });
  });
});

describe('a recording on the desktop', () => {
  let folder = '';
  let path = '';
  const bytes = Buffer.from(Array.from({ length: 256 }, (_unused, at) => at));
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-media-'));
    path = join(folder, 'call.wav');
    writeFileSync(path, bytes);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const ask = async (url: string, { method = 'GET', range, silenced, fails = false }: { method?: string; range?: string; silenced?: { start: number; end: number; fill: Uint8Array }[]; fails?: boolean } = {}) => {
    const recording = (id: string) => (fails ? Promise.reject(new Error('the engine is gone')) : Promise.resolve(id === 'm-1' ? { path, size: bytes.length, type: 'audio/wav', ...(silenced === undefined ? {} : { silenced }) } : null));
    const answer = await answerMedia({ method, url, headers: new Headers(range === undefined ? {} : { Range: range }) }, { recording } as unknown as Parameters<typeof answerMedia>[1]);
    return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) };
  };

  it('is sent whole, in the part asked for, and as its head alone', async () => {
    expect(await ask('earshot://app/media/m-1')).toEqual({ status: 200, body: bytes });
    expect(await ask('earshot://app/media/m-1', { range: 'bytes=10-19' })).toEqual({ status: 206, body: bytes.subarray(10, 20) });
    const silenced = [{ start: 12, end: 15, fill: new Uint8Array([128]) }];
    expect((await ask('earshot://app/media/m-1', { range: 'bytes=10-19', silenced })).body).toEqual(Buffer.from([10, 11, 128, 128, 128, 15, 16, 17, 18, 19]));
    expect(await ask('earshot://app/media/m-1', { method: 'HEAD' })).toEqual({ status: 200, body: Buffer.alloc(0) });
    expect(await ask('earshot://app/media/m-1', { range: 'bytes=999-' })).toEqual({ status: 416, body: Buffer.alloc(0) });
  });

  it.each([
    ['another method', 'earshot://app/media/m-1', { method: 'POST' }, 405], ['another id', 'earshot://app/media/m-2', {}, 404], ['a path for an id', 'earshot://app/media/../secret', {}, 404],
    ['another address', 'earshot://app/secret', {}, 404], ['an engine that is gone', 'earshot://app/media/m-1', { fails: true }, 404],
  ])('%s gets nothing', async (...[, url, how, status]) => {
    expect(await ask(url, how)).toEqual({ status, body: Buffer.alloc(0) });
  });
});
