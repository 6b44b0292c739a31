import { createHash } from 'node:crypto';
import { type FileSystem, gaveBackOtherwise, pieceSize, tookNoMore } from './file-system.ts';
import type { Content } from './memory-file.ts';
import { StoreError } from './store-error.ts';
import { isEncrypted, type Vault } from './vault.ts';

/*
 * A snapshot is a plain SQLite file with two marks of its own:
 *   byte 18 (file-format write version) is 3 on disk, so that every SQLite tool reads it and refuses to write into it;
 *   behind the last page a 64-byte seal, which SQLite ignores: `EARSHOTS` | format u32 | 0 u32 | generation u64
 *   | last sequence u64 | SHA-256 of everything before it. With it a lone file can be checked.
 */
const sqliteMagic = Buffer.from('SQLite format 3\0', 'latin1');
const sealMagic = Buffer.from('EARSHOTS', 'ascii');
const sealFormat = 1;
const sealSize = 64;
const writeVersionOffset = 18;
const readOnlyVersion = 3;
const ordinaryVersion = 1;

export type Seal = { readonly generation: number; readonly lastSeq: number };

/** A database as the pages of a snapshot. */
export function markedReadOnly(database: Content): Content {
  return { size: database.size, pieces: withFirstMarked(database.pieces) };
}

function* withFirstMarked(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let isFirst = true;
  for (const piece of pieces) {
    const marked = isFirst ? Uint8Array.from(piece) : piece;
    if (isFirst) marked[writeVersionOffset] = readOnlyVersion;
    isFirst = false;
    yield marked;
  }
}

/** SQLite's `application_id` in the head of a database file; null for any other file. */
export function applicationIdOf(file: Uint8Array): number | null {
  if (file.length < 100 || Buffer.compare(file.subarray(0, 16), sqliteMagic) !== 0) return null;
  return Buffer.from(file.buffer, file.byteOffset, 100).readUInt32BE(68);
}

/** The hash of a file, and its seal if the content is what was written with it. */
export function inspectSnapshot(file: Uint8Array): { hash: string; seal: Seal | null } {
  const sealAt = Math.max(0, file.length - sealSize);
  const hash = createHash('sha256').update(file.subarray(0, Math.max(0, file.length - 32)));
  const content = hash.copy().digest();
  const bytes = Buffer.from(file.buffer, file.byteOffset + sealAt, file.length - sealAt);
  const isSealed =
    bytes.length === sealSize && bytes.subarray(0, 8).equals(sealMagic) && bytes.readUInt32LE(8) === sealFormat && content.equals(bytes.subarray(32));
  return {
    hash: hash.update(file.subarray(Math.max(0, file.length - 32))).digest('hex'),
    seal: isSealed ? { generation: Number(bytes.readBigUInt64LE(16)), lastSeq: Number(bytes.readBigUInt64LE(24)) } : null,
  };
}

/**
 * The database inside a snapshot, as sql.js may open it: without seal, writable again. A view that changes the given
 * bytes, or for an encrypted file a copy. @throws StoreError WRONG_PASSPHRASE | PASSPHRASE_NEEDED
 */
export function databaseIn(file: Uint8Array, vault: Vault | null): Uint8Array {
  const content = withoutSeal(file);
  // A plain file in place of an encrypted one is a forgery, and the other way round there is no key.
  if (isEncrypted(content) !== (vault !== null)) {
    throw vault === null ? new StoreError('PASSPHRASE_NEEDED', 'This copy of the project is encrypted.') : new StoreError('WRONG_PASSPHRASE', 'This copy of the project is not encrypted as it should be.');
  }
  const database = vault === null ? content : vault.decrypt(content);
  database[writeVersionOffset] = ordinaryVersion;
  return database;
}

/** A snapshot without its seal, whether that fits or not: a view of the same bytes. */
export function withoutSeal(file: Uint8Array): Uint8Array {
  const seal = Buffer.from(file.buffer, file.byteOffset + Math.max(0, file.length - sealSize), Math.min(sealSize, file.length));
  return seal.subarray(0, 8).equals(sealMagic) ? file.subarray(0, file.length - sealSize) : file;
}

/** The seal without its hash: the last part of what the hash covers. */
function encodeSealHead(seal: Seal): Buffer {
  const bytes = Buffer.alloc(sealSize - 32);
  sealMagic.copy(bytes, 0);
  bytes.writeUInt32LE(sealFormat, 8);
  bytes.writeBigUInt64LE(BigInt(seal.generation), 16);
  bytes.writeBigUInt64LE(BigInt(seal.lastSeq), 24);
  return bytes;
}

/** Writes pieces one after the other; a disk may take less than it was given. */
async function writePieces(fileSystem: FileSystem, file: number, at: { bytes: Uint8Array; position: number; seen: (piece: Uint8Array) => void }): Promise<void> {
  for (let done = 0; done < at.bytes.length; ) {
    const piece = at.bytes.subarray(done, done + pieceSize);
    const written = await fileSystem.writeAsync(file, piece, at.position + done);
    if (written === 0) throw tookNoMore();
    at.seen(piece.subarray(0, written));
    done += written;
  }
}

/**
 * Writes a sealed snapshot to a new file in pieces, syncs it, and reads it back whole to see that the disk holds what
 * was meant. `database` must be marked already, and is encrypted for a vault. @returns hash, inode and size of the file
 */
export async function writeSnapshot(
  fileSystem: FileSystem,
  path: string,
  content: { database: Content; seal: Seal; vault: Vault | null },
): Promise<{ hash: string; inode: number; size: number }> {
  const database = content.vault === null ? content.database : content.vault.encrypted(content.database);
  const size = database.size + sealSize;
  const hash = createHash('sha256');
  const file = fileSystem.open(path, 'wx');
  let inode: number;
  try {
    const seen = (piece: Uint8Array) => void hash.update(piece);
    let position = 0;
    for (const bytes of database.pieces) {
      await writePieces(fileSystem, file, { bytes, position, seen });
      position += bytes.length;
    }
    await writePieces(fileSystem, file, { bytes: encodeSealHead(content.seal), position: database.size, seen });
    await writePieces(fileSystem, file, { bytes: hash.copy().digest(), position: size - 32, seen });
    await fileSystem.syncAsync(file);
    inode = fileSystem.statOpen(file).inode;
  } finally {
    fileSystem.close(file);
  }
  const intended = hash.digest('hex');
  const found = await hashFile(fileSystem, path);
  if (found.size !== size || found.hash !== intended) throw gaveBackOtherwise();
  return { hash: intended, inode, size };
}

/** Reads a file in pieces and hashes it, leaving the engine free in between. */
export async function hashFile(fileSystem: FileSystem, path: string): Promise<{ hash: string; size: number }> {
  const hash = createHash('sha256');
  const piece = new Uint8Array(pieceSize);
  const file = fileSystem.open(path, 'r');
  let size = 0;
  try {
    for (;;) {
      const read = await fileSystem.readAsync(file, piece, size);
      if (read === 0) return { hash: hash.digest('hex'), size };
      hash.update(piece.subarray(0, read));
      size += read;
    }
  } finally {
    fileSystem.close(file);
  }
}

/** Copies a file in pieces to a new one, syncs it and reads it back. @returns hash and size of the copy */
export async function copyDurably(fileSystem: FileSystem, from: string, to: string): Promise<{ hash: string; size: number }> {
  const source = fileSystem.open(from, 'r');
  const piece = new Uint8Array(pieceSize);
  const hash = createHash('sha256');
  let size = 0;
  try {
    const target = fileSystem.open(to, 'wx');
    try {
      for (;;) {
        const read = await fileSystem.readAsync(source, piece, size);
        if (read === 0) break;
        await writePieces(fileSystem, target, { bytes: piece.subarray(0, read), position: size, seen: (taken) => void hash.update(taken) });
        size += read;
      }
      await fileSystem.syncAsync(target);
    } finally {
      fileSystem.close(target);
    }
  } finally {
    fileSystem.close(source);
  }
  const found = await hashFile(fileSystem, to);
  if (found.hash !== hash.digest('hex') || found.size !== size) throw gaveBackOtherwise();
  return found;
}
