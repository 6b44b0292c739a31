import { crc32c } from './crc32c.ts';
import { entryOverhead } from './vault.ts';

/*
 * Layout, all numbers little-endian:
 *   header  `EARSHOTJ` | format u32 | schema version u32 | generation u64 | base sequence u64 | project id, 36 ASCII
 *           | snapshot SHA-256 | base chain head | salt, 32 bytes each | CRC-32C
 *   frame   `EFRM` | payload length u32 | generation u64 | first sequence u64 | count u32 | durable u64
 *           | chain head before | chain head after, 32 bytes each | payload | CRC-32C
 */
const headerMagic = Buffer.from('EARSHOTJ', 'ascii');
const frameMagic = Buffer.from('EFRM', 'ascii');
const format = 1;
const frameHeadSize = 100;
const checksumSize = 4;

/** Bytes before the first frame. */
export const journalHeaderSize = 172;
/** A single frame may not be larger; bulk changes go through a checkpoint instead. */
export const maxPayloadSize = 4 * 1024 * 1024;

export type JournalHeader = {
  readonly projectId: string;
  readonly generation: number;
  /** SHA-256 of the snapshot file that this journal continues, hex. */
  readonly snapshotHash: string;
  /** The last command that the snapshot holds, and the chain head there (hex). */
  readonly baseSeq: number;
  readonly baseHead: string;
  readonly schemaVersion: number;
  /** 32 random bytes, hex: two journals of the same snapshot differ. */
  readonly salt: string;
};

/** What one request added to the log: all of its commands or, if the frame is torn, none. */
export type Frame = {
  readonly seq: number;
  readonly count: number;
  /** Chain heads, hex. */
  readonly headBefore: string;
  readonly headAfter: string;
  readonly payload: Uint8Array;
};

export type ReadFrame = Frame & { readonly generation: number; readonly durable: number; readonly end: number };

export function encodeHeader(header: JournalHeader): Uint8Array {
  const bytes = Buffer.alloc(journalHeaderSize);
  headerMagic.copy(bytes, 0);
  bytes.writeUInt32LE(format, 8);
  bytes.writeUInt32LE(header.schemaVersion, 12);
  bytes.writeBigUInt64LE(BigInt(header.generation), 16);
  bytes.writeBigUInt64LE(BigInt(header.baseSeq), 24);
  bytes.write(header.projectId.padEnd(36), 32, 36, 'ascii');
  bytes.write(header.snapshotHash, 68, 32, 'hex');
  bytes.write(header.baseHead, 100, 32, 'hex');
  bytes.write(header.salt, 132, 32, 'hex');
  bytes.writeUInt32LE(0, 164);
  return sealed(bytes);
}

/** The header, or null if it is damaged or no journal's. */
export function decodeHeader(file: Uint8Array): JournalHeader | null {
  const bytes = asBuffer(file).subarray(0, journalHeaderSize);
  if (bytes.length < journalHeaderSize || !bytes.subarray(0, 8).equals(headerMagic) || !isSealed(bytes)) return null;
  if (bytes.readUInt32LE(8) !== format) return null;
  return {
    schemaVersion: bytes.readUInt32LE(12),
    generation: Number(bytes.readBigUInt64LE(16)),
    baseSeq: Number(bytes.readBigUInt64LE(24)),
    projectId: bytes.toString('ascii', 32, 68).trimEnd(),
    snapshotHash: bytes.toString('hex', 68, 100),
    baseHead: bytes.toString('hex', 100, 132),
    salt: bytes.toString('hex', 132, 164),
  };
}

/** `durable`: the highest sequence known to be on disk when the frame is written. */
export function encodeFrame(frame: Frame, at: { generation: number; durable: number }): Uint8Array {
  const bytes = Buffer.alloc(frameHeadSize + frame.payload.length + checksumSize);
  frameMagic.copy(bytes, 0);
  bytes.writeUInt32LE(frame.payload.length, 4);
  bytes.writeBigUInt64LE(BigInt(at.generation), 8);
  bytes.writeBigUInt64LE(BigInt(frame.seq), 16);
  bytes.writeUInt32LE(frame.count, 24);
  bytes.writeBigUInt64LE(BigInt(at.durable), 28);
  bytes.write(frame.headBefore, 36, 32, 'hex');
  bytes.write(frame.headAfter, 68, 32, 'hex');
  bytes.set(frame.payload, frameHeadSize);
  return sealed(bytes);
}

/** The whole frame at an offset, or null if there is none or it is damaged. */
export function decodeFrame(file: Uint8Array, offset: number): ReadFrame | null {
  const rest = asBuffer(file).subarray(offset);
  if (rest.length < frameHeadSize + checksumSize || !rest.subarray(0, 4).equals(frameMagic)) return null;
  const payloadSize = rest.readUInt32LE(4);
  const size = frameHeadSize + payloadSize + checksumSize;
  if (payloadSize > maxPayloadSize + entryOverhead || size > rest.length || !isSealed(rest.subarray(0, size))) return null;
  return {
    generation: Number(rest.readBigUInt64LE(8)),
    seq: Number(rest.readBigUInt64LE(16)),
    count: rest.readUInt32LE(24),
    durable: Number(rest.readBigUInt64LE(28)),
    headBefore: rest.toString('hex', 36, 68),
    headAfter: rest.toString('hex', 68, 100),
    payload: rest.subarray(frameHeadSize, frameHeadSize + payloadSize),
    end: offset + size,
  };
}

/** Every sound frame from an offset on, wherever it lies; for looking behind damage. */
export function* findFrames(file: Uint8Array, from: number): Generator<ReadFrame> {
  const bytes = asBuffer(file);
  for (let offset = bytes.indexOf(frameMagic, from); offset !== -1; ) {
    const frame = decodeFrame(bytes, offset);
    if (frame !== null) yield frame;
    offset = bytes.indexOf(frameMagic, frame?.end ?? offset + 1);
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function sealed(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(crc32c(bytes.subarray(0, -checksumSize)), bytes.length - checksumSize);
  return bytes;
}

function isSealed(bytes: Buffer): boolean {
  return crc32c(bytes.subarray(0, -checksumSize)) === bytes.readUInt32LE(bytes.length - checksumSize);
}
