import { createHash } from 'node:crypto';

/** Earshot's own namespace for names that become ids. */
const namespace = Buffer.from('5b1f8c3e6d2a4f7c9e0ab4d1c7e83f25', 'hex');

/** A UUID made of a name, always the same for the same name (RFC 9562, version 5: SHA-1). */
export function nameUuid(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
