import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { type Content, contentOf, wholeOf } from './memory-file.ts';
import { StoreError } from './store-error.ts';

/*
 * An encrypted project file. All numbers little-endian:
 *   head   `EARSHOTV` | version u32 | log2 N u8 | r u8 | p u8 | role u8 | project id, 36 ASCII | file salt, 32
 *          | passphrase slot: salt 32, nonce 12, wrapped data key 32, tag 16 | recovery slot, alike | HMAC-SHA-256, 32
 *   body   AES-256-GCM in chunks of 64 KiB of plain text, a tag of 16 bytes after each; nonce = chunk number, 11 bytes
 *          big-endian, then 1 for the last chunk and 0 for the others
 * Keys come from the data key by HKDF-SHA-256 with the file salt and a label for each role, so that no two files, and no
 * two openings of a journal, ever share a key and a nonce. Where a plain project has its pages, an encrypted one has
 * this; the seal behind it stays readable, so that recovery can tell pairs of files without the key.
 */
const magic = Buffer.from('EARSHOTV', 'ascii');
const version = 1;
const slotSize = 92;
const macSize = 32;
const saltAt = 52;
const slotsAt = 84;
const headSize = slotsAt + 2 * slotSize + macSize;
const chunkSize = 64 * 1024;
const tagSize = 16;

type Cost = { readonly log2N: number; readonly r: number; readonly p: number };
/** scrypt as OWASP asks for it (2^17, 8, 1): about 0.4 s and 128 MiB. */
const cost: Cost = { log2N: 17, r: 8, p: 1 };
const highestCost: Cost = { log2N: 20, r: 16, p: 4 };

/** Whether a file begins like an encrypted project. */
export function isEncrypted(file: Uint8Array): boolean {
  return file.length >= magic.length && Buffer.compare(file.subarray(0, magic.length), magic) === 0;
}

/** One answer for a wrong passphrase and for a file that was tampered with: telling them apart would help an attacker. */
function refused(): StoreError {
  return new StoreError('WRONG_PASSPHRASE', 'The passphrase is wrong, or the file was altered. Try again, use the recovery key, or restore a copy of the file.');
}

function derive(secret: string, salt: Uint8Array, { log2N, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, 32, { N: 2 ** log2N, r, p, maxmem: 512 * 1024 * 1024 }, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

async function lockSlot(dataKey: Uint8Array, secret: string): Promise<Buffer> {
  const [salt, nonce] = [randomBytes(32), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, salt, cost), nonce);
  return Buffer.concat([salt, nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
}

async function openSlot(slot: Buffer, secret: string, at: Cost): Promise<Buffer> {
  const key = await derive(secret, slot.subarray(0, 32), at);
  const decipher = createDecipheriv('aes-256-gcm', key, slot.subarray(32, 44)).setAuthTag(slot.subarray(76, 92));
  return Buffer.concat([decipher.update(slot.subarray(44, 76)), decipher.final()]);
}

const recoveryLetters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const recoveryPattern = /^(?:[A-HJKMNP-TV-Z2-9]{5}-){6}[A-HJKMNP-TV-Z2-9]{5}$/;

/** 35 letters in groups of five, about 171 bits; letters that look alike are left out. */
function newRecoveryKey(): string {
  const letters: string[] = [];
  while (letters.length < 35) for (const byte of randomBytes(64)) if (byte < 240 && letters.length < 35) letters.push(recoveryLetters[byte % 30] ?? '');
  return (letters.join('').match(/.{5}/g) ?? []).join('-');
}

function parseHead(file: Uint8Array): { at: Cost; projectId: string; salt: Buffer; slots: Buffer; head: Buffer } {
  const head = Buffer.from(file.buffer, file.byteOffset, Math.min(headSize, file.length));
  if (head.length < headSize || !isEncrypted(head) || head.readUInt32LE(8) !== version) throw refused();
  const at: Cost = { log2N: head[12] ?? 0, r: head[13] ?? 0, p: head[14] ?? 0 };
  // A hostile file must not make us spend hours or gigabytes.
  const isBounded = at.log2N >= 14 && at.log2N <= highestCost.log2N && at.r >= 1 && at.r <= highestCost.r && at.p >= 1 && at.p <= highestCost.p && 2 ** at.log2N * at.r <= 2 ** 22;
  if (!isBounded) throw refused();
  return { at, projectId: head.toString('ascii', 16, 52).trimEnd(), salt: head.subarray(saltAt, slotsAt), slots: head.subarray(slotsAt, slotsAt + 2 * slotSize), head };
}

/** The keys of one encrypted project, as long as it is open. */
export class Vault {
  readonly #dataKey: Buffer;
  readonly #slots: Buffer;
  readonly #projectId: string;

  private constructor(dataKey: Buffer, slots: Buffer, projectId: string) {
    this.#dataKey = dataKey;
    this.#slots = slots;
    this.#projectId = projectId;
  }

  /** A new data key behind a passphrase, and the recovery key that is shown once and kept nowhere. */
  static async create(projectId: string, passphrase: string): Promise<{ vault: Vault; recoveryKey: string }> {
    return Vault.#lock(randomBytes(32), projectId, passphrase);
  }

  static async #lock(dataKey: Buffer, projectId: string, passphrase: string): Promise<{ vault: Vault; recoveryKey: string }> {
    const recoveryKey = newRecoveryKey();
    const slots = Buffer.concat([await lockSlot(dataKey, passphrase), await lockSlot(dataKey, recoveryKey)]);
    return { vault: new Vault(dataKey, slots, projectId), recoveryKey };
  }

  /** Opens the vault of a file with a passphrase or a recovery key. @throws StoreError WRONG_PASSPHRASE */
  static async unlock(file: Uint8Array, secret: string): Promise<Vault> {
    const { at, projectId, salt, slots, head } = parseHead(file);
    const asKey = secret.trim().toUpperCase();
    const isRecoveryKey = recoveryPattern.test(asKey);
    const slot = isRecoveryKey ? slots.subarray(slotSize) : slots.subarray(0, slotSize);
    try {
      const vault = new Vault(await openSlot(slot, isRecoveryKey ? asKey : secret, at), Buffer.from(slots), projectId);
      if (!timingSafeEqual(vault.#mac(salt, head.subarray(0, headSize - macSize)), head.subarray(headSize - macSize))) throw refused();
      return vault;
    } catch {
      throw refused();
    }
  }

  /** The same data key behind another passphrase and a new recovery key. */
  rewrap(passphrase: string): Promise<{ vault: Vault; recoveryKey: string }> {
    return Vault.#lock(Buffer.from(this.#dataKey), this.#projectId, passphrase);
  }

  /** Whether a secret opens this vault; for asking again before something that cannot be undone. */
  async opensWith(secret: string): Promise<boolean> {
    return Vault.unlock(this.encrypt(new Uint8Array(0)), secret).then(() => true, () => false);
  }

  /**
   * A database as the body of an encrypted file, under a salt that is used for nothing else. All its pieces but the last
   * are whole chunks. Each is encrypted when it is asked for, and all of them once only.
   */
  encrypted(database: Content): Content {
    const chunks = Math.max(1, Math.ceil(database.size / chunkSize));
    return { size: headSize + database.size + chunks * tagSize, pieces: this.#sealed(database.pieces, chunks) };
  }

  *#sealed(pieces: Iterable<Uint8Array>, chunks: number): Generator<Uint8Array> {
    const salt = randomBytes(32);
    const key = this.#key(salt, 'snapshot');
    yield this.#head(salt);
    let chunk = 0;
    for (const piece of pieces) {
      if (piece.length % chunkSize !== 0 && chunk + Math.ceil(piece.length / chunkSize) !== chunks) throw new Error('Pieces that are encrypted must be whole chunks.');
      const sealed: Buffer[] = [];
      // A file without content has one chunk as well, an empty one.
      for (let at = 0; at === 0 || at < piece.length; at += chunkSize, chunk += 1) {
        const cipher = createCipheriv('aes-256-gcm', key, nonceOf(chunk, chunk === chunks - 1));
        sealed.push(cipher.update(piece.subarray(at, at + chunkSize)), cipher.final(), cipher.getAuthTag());
      }
      yield Buffer.concat(sealed);
    }
  }

  /** The same in one piece. */
  encrypt(database: Uint8Array): Uint8Array {
    return wholeOf(this.encrypted(contentOf(database)));
  }

  /** The database in an encrypted file (without its seal). @throws StoreError WRONG_PASSPHRASE when a single bit differs */
  decrypt(file: Uint8Array): Uint8Array {
    const { salt, head, projectId } = parseHead(file);
    if (projectId !== this.#projectId || !timingSafeEqual(this.#mac(salt, head.subarray(0, headSize - macSize)), head.subarray(headSize - macSize))) throw refused();
    const key = this.#key(salt, 'snapshot');
    const chunks = Math.ceil((file.length - headSize) / (chunkSize + tagSize));
    const size = file.length - headSize - chunks * tagSize;
    if (chunks < 1 || size < 0) throw refused();
    const database = new Uint8Array(size);
    try {
      for (let chunk = 0; chunk < chunks; chunk += 1) {
        const from = headSize + chunk * (chunkSize + tagSize);
        const sealed = file.subarray(from, from + chunkSize + tagSize);
        const body = sealed.length - tagSize;
        const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(chunk, chunk === chunks - 1)).setAuthTag(sealed.subarray(body));
        database.set(decipher.update(sealed.subarray(0, body)), chunk * chunkSize);
        decipher.final();
      }
    } catch {
      throw refused();
    }
    return database;
  }

  /**
   * What can be decrypted of a damaged file (without its seal): chunks that were altered or cut read as zeros. Each of the
   * others proves itself, so that the head needs no proof of its own.
   */
  decryptSound(file: Uint8Array): { database: Uint8Array; chunks: number; lost: number } {
    const key = this.#key(file.subarray(saltAt, saltAt + 32), 'snapshot');
    const chunks = Math.max(0, Math.ceil((file.length - headSize) / (chunkSize + tagSize)));
    const database = new Uint8Array(Math.max(0, file.length - headSize - chunks * tagSize));
    let lost = 0;
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const from = headSize + chunk * (chunkSize + tagSize);
      const sealed = file.subarray(from, from + chunkSize + tagSize);
      // In a file that was cut, the last chunk that is there may not have been the last.
      const plain = openChunk(key, nonceOf(chunk, false), sealed) ?? openChunk(key, nonceOf(chunk, true), sealed);
      if (plain === null) lost += 1;
      else database.set(plain, chunk * chunkSize);
    }
    return { database, chunks, lost };
  }

  /** Encrypts the entries of a journal from now on: a new salt, hence a new key, for every opening. */
  newSegment(): JournalCipher {
    const salt = randomBytes(32);
    return new JournalCipher(salt, this.#key(salt, 'journal'));
  }

  /** The payload of a journal entry. @throws StoreError WRONG_PASSPHRASE */
  openEntry(payload: Uint8Array, about: string): Uint8Array {
    if (payload[0] !== entryMark || payload.length < entryOverhead) throw refused();
    const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.length);
    const key = this.#key(bytes.subarray(1, 33), 'journal');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.concat([Buffer.alloc(4), bytes.subarray(33, 41)]));
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(bytes.length - tagSize));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(41, bytes.length - tagSize)), decipher.final()]);
    } catch {
      throw refused();
    }
  }

  /** Overwrites the data key; nothing can be read or written with this vault afterwards. */
  forget(): void {
    this.#dataKey.fill(0);
  }

  #head(salt: Uint8Array): Buffer {
    const file = Buffer.alloc(headSize);
    magic.copy(file, 0);
    file.writeUInt32LE(version, 8);
    file.set([cost.log2N, cost.r, cost.p, 0], 12);
    file.write(this.#projectId.padEnd(36), 16, 36, 'ascii');
    file.set(salt, saltAt);
    file.set(this.#slots, slotsAt);
    file.set(this.#mac(salt, file.subarray(0, headSize - macSize)), headSize - macSize);
    return file;
  }

  #mac(salt: Uint8Array, head: Uint8Array): Buffer {
    return createHmac('sha256', this.#key(salt, 'header')).update(head).digest();
  }

  #key(salt: Uint8Array, role: 'header' | 'snapshot' | 'journal'): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#dataKey, salt, `Earshot ${role}`, 32));
  }
}

const entryMark = 1;
/** Mark, salt, counter and tag. */
export const entryOverhead = 1 + 32 + 8 + tagSize;

/** Encrypts journal entries of one opening, each under the next counter. */
export class JournalCipher {
  #counter = 0n;

  constructor(readonly salt: Buffer, private readonly key: Buffer) {}

  /** `about` ties the entry to its place: what it follows and its number. */
  seal(payload: Uint8Array, about: string): Uint8Array {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(this.#counter);
    this.#counter += 1n;
    const cipher = createCipheriv('aes-256-gcm', this.key, Buffer.concat([Buffer.alloc(4), counter]));
    cipher.setAAD(Buffer.from(about));
    return Buffer.concat([Buffer.from([entryMark]), this.salt, counter, cipher.update(payload), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Null for a chunk that was altered. */
function openChunk(key: Buffer, nonce: Buffer, sealed: Uint8Array): Buffer | null {
  const body = sealed.length - tagSize;
  if (body < 0) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(sealed.subarray(body));
    return Buffer.concat([decipher.update(sealed.subarray(0, body)), decipher.final()]);
  } catch {
    // A wrong tag is all that can go wrong here, and it is the answer.
    return null;
  }
}

function nonceOf(chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(Math.floor(chunk / 2 ** 32), 3);
  nonce.writeUInt32BE(chunk % 2 ** 32, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
