import { describe, expect, it } from 'vitest';
import { mediaAnswer } from '#hosts/media-response.ts';

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
