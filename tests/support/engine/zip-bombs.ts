import { deflateRawSync } from 'node:zlib';

/** A part of an archive as it lies in the file: what it claims to be need not be what it is. */
type Part = { readonly name: string; readonly packed: Uint8Array; readonly declaredSize: number };

function header(size: number, fields: readonly (readonly [at: number, value: number, bytes: 2 | 4])[]): Buffer {
  const bytes = Buffer.alloc(size);
  for (const [at, value, width] of fields) bytes.writeUIntLE(value, at, width);
  return bytes;
}

/** An archive written by hand, so that its list can lie: `times` entries of the list lead to each part. */
export function zipOf(parts: readonly Part[], { times = 1 }: { times?: number } = {}): Uint8Array {
  const body: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, packed, declaredSize } of parts) {
    const sizes = (first: number): [number, number, 2 | 4][] => [[first, packed.length, 4], [first + 4, declaredSize, 4]];
    const local = header(30, [[0, 0x04034b50, 4], [4, 20, 2], [8, 8, 2], ...sizes(18), [26, Buffer.byteLength(name), 2]]);
    for (let copy = 0; copy < times; copy += 1) {
      const known = copy === 0 ? name : `${copy}-${name}`;
      list.push(header(46, [[0, 0x02014b50, 4], [4, 20, 2], [6, 20, 2], [10, 8, 2], ...sizes(20), [28, Buffer.byteLength(known), 2], [42, at, 4]]), Buffer.from(known));
    }
    body.push(local, Buffer.from(name), Buffer.from(packed));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listBytes = Buffer.concat(list);
  const count = parts.length * times;
  const end = header(22, [[0, 0x06054b50, 4], [8, count % 0xffff, 2], [10, count % 0xffff, 2], [12, listBytes.length, 4], [16, at, 4]]);
  return Buffer.concat([...body, listBytes, end]);
}

/** `megabytes` of one letter after a beginning, packed as tightly as DEFLATE can. */
export function packedRun(beginning: string, megabytes: number): { packed: Uint8Array; size: number } {
  const content = Buffer.concat([Buffer.from(beginning), Buffer.alloc(megabytes * 1024 * 1024, 'a')]);
  return { packed: deflateRawSync(content, { level: 9 }), size: content.length };
}

/** A part that says of itself what is true. */
export function honestPart(name: string, content: string): Part {
  return { name, packed: deflateRawSync(Buffer.from(content)), declaredSize: Buffer.byteLength(content) };
}
