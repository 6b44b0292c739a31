import { describe, expect, test } from 'vitest';
import { crc32c } from '#engine/store/crc32c.ts';
import { decodeFrame, decodeHeader, encodeFrame, encodeHeader, type Frame, type JournalHeader } from '#engine/store/journal-format.ts';
import { scanJournal } from '#engine/store/journal-scan.ts';

const hex = (byte: string) => byte.repeat(32);

const header: JournalHeader = {
  projectId: '00000000-0000-4000-8000-000000000001',
  generation: 41,
  snapshotHash: hex('ab'),
  baseSeq: 5_000_000_000,
  baseHead: hex('01'),
  schemaVersion: 2,
  salt: hex('7f'),
};
const frame = (seq: number, payload: string, change: Partial<Frame> = {}): Frame => ({
  seq,
  count: 1,
  headBefore: hex(String(seq % 10) + '1'),
  headAfter: hex(String((seq + 1) % 10) + '1'),
  payload: Buffer.from(payload),
  ...change,
});
const at = { generation: 41, durable: header.baseSeq };

describe('the journal on disk', () => {
  // RFC 3720, appendix B.4, and the check value of the CRC catalogue.
  test.each([
    ['123456789', Buffer.from('123456789'), 0xe3069283],
    ['32 bytes of zeros', new Uint8Array(32), 0x8a9136aa],
    ['32 bytes of ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
    ['32 ascending bytes', Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
  ])('CRC-32C of %s', (_name, bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected);
  });

  test('a header is read as it was written, and not at all if one bit differs', () => {
    const bytes = encodeHeader(header);
    expect(decodeHeader(bytes)).toEqual(header);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = bytes.slice();
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeHeader(altered), `bit ${bit}`).toBeNull();
    }
    expect(decodeHeader(bytes.subarray(0, -1))).toBeNull();
  });

  test('a header of a later format is not read as if it were this one', () => {
    const later = Buffer.from(encodeHeader(header));
    later.writeUInt32LE(2, 8);
    later.writeUInt32LE(crc32c(later.subarray(0, -4)), later.length - 4);
    expect(decodeHeader(later)).toBeNull();
    later.writeUInt32LE(1, 8);
    later.writeUInt32LE(crc32c(later.subarray(0, -4)), later.length - 4);
    expect(decodeHeader(later)).toEqual(header);
  });

  test('a frame is read as it was written, and not at all if one bit differs or its end is missing', () => {
    const bytes = encodeFrame(frame(5_000_000_001, '[{"text":"Grüße"}]'), at);
    expect(decodeFrame(bytes, 0)).toEqual({ ...frame(5_000_000_001, ''), payload: Buffer.from('[{"text":"Grüße"}]'), generation: 41, durable: 5_000_000_000, end: bytes.length });
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = bytes.slice();
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeFrame(altered, 0), `bit ${bit}`).toBeNull();
    }
    for (let length = 0; length < bytes.length; length += 1) expect(decodeFrame(bytes.subarray(0, length), 0)).toBeNull();
  });

  describe('reading up to the first bad frame', () => {
    const base = { ...header, baseSeq: 0, baseHead: hex('11') };
    const frames = [1, 2, 3].map((seq) => frame(seq, `frame ${seq}`));
    const encoded = (durables: number[]) => frames.map((one, index) => encodeFrame(one, { generation: 41, durable: durables[index] ?? 0 }));
    const journal = (parts: Uint8Array[]) => scanJournal(Buffer.concat([encodeHeader(base), ...parts]));

    test('all of them', () => {
      expect(journal(encoded([0, 1, 2]))).toMatchObject({ lastSeq: 3, head: frames[2]?.headAfter, tail: { kind: 'clean' } });
    });

    test('a torn last frame was never acknowledged', () => {
      const [first, second, third] = encoded([0, 1, 2]) as [Uint8Array, Uint8Array, Uint8Array];
      expect(journal([first, second, third.subarray(0, 50)])).toMatchObject({ lastSeq: 2, tail: { kind: 'unfinished', bytes: 50 } });
    });

    test('a bad frame before one that knows it durable was acknowledged', () => {
      const [first, second, third] = encoded([0, 1, 2]) as [Uint8Array, Uint8Array, Uint8Array];
      const bad = second.slice();
      bad[105] = (bad[105] ?? 0) ^ 1;
      expect(journal([first, bad, third])).toMatchObject({ lastSeq: 1, tail: { kind: 'damaged', lastSeq: 3 } });
    });

    test('frames of one write may be lost together: the last does not know the one before to be durable', () => {
      const [first, second, third] = encoded([0, 1, 1]) as [Uint8Array, Uint8Array, Uint8Array];
      expect(journal([first, new Uint8Array(second.length), third])).toMatchObject({ lastSeq: 1, tail: { kind: 'unfinished' } });
    });

    test('a frame off the chain is not replayed', () => {
      const [first] = encoded([0]) as [Uint8Array];
      const stray = encodeFrame(frame(2, 'stray', { headBefore: hex('99') }), { generation: 41, durable: 0 });
      expect(journal([first, stray])).toMatchObject({ lastSeq: 1, tail: { kind: 'unfinished' } });
    });
  });
});
