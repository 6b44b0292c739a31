import { isUtf8 } from 'node:buffer';
import type { SqlValue } from '../database.ts';

/** Reads SQLite's numbers of varying length one after the other. */
export class Cursor {
  at: number;

  constructor(private readonly bytes: Buffer, at: number) {
    this.at = at;
  }

  /** The next number; null past the end, and for one that is larger than Earshot ever writes. */
  next(): number | null {
    let value = 0;
    for (let length = 1; length <= 9; length += 1) {
      const byte = this.bytes[this.at];
      if (byte === undefined) return null;
      this.at += 1;
      if (length === 9) return null;
      value = value * 128 + (byte & 127);
      if (byte < 128) return Number.isSafeInteger(value) ? value : null;
    }
    return null;
  }
}

/** Bytes of a whole number by its serial type; those of 8 and 9 are the numbers 0 and 1 without bytes. */
const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

/**
 * The values of one row as SQLite stores it, or null if it is not exactly what SQLite would have written: lengths that add up,
 * numbers in their shortest form, text that is UTF-8 without NUL. This is how bytes that something else wrote over a row, zeros
 * among them, are told from a row.
 */
export function readRecord(payload: Buffer): SqlValue[] | null {
  const cursor = new Cursor(payload, 0);
  const headSize = cursor.next();
  if (headSize === null || headSize > payload.length) return null;
  const values: SqlValue[] = [];
  let at = headSize;
  while (cursor.at < headSize) {
    const type = cursor.next();
    if (type === null || type === 10 || type === 11) return null;
    const size = type < 10 ? (sizes[type] as number) : Math.floor((type - 12) / 2);
    if (at + size > payload.length) return null;
    const value = type < 10 ? readNumber(payload, at, type) : readBytes(payload.subarray(at, at + size), type);
    if (value === undefined) return null;
    values.push(value);
    at += size;
  }
  return cursor.at === headSize && at === payload.length ? values : null;
}

function readBytes(bytes: Buffer, type: number): SqlValue | undefined {
  if (type % 2 === 0) return Uint8Array.from(bytes);
  return bytes.includes(0) || !isUtf8(bytes) ? undefined : bytes.toString('utf8');
}

/** Undefined for a number that SQLite would have stored in fewer bytes, and for one that Earshot never stores. */
function readNumber(payload: Buffer, at: number, type: number): SqlValue | undefined {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) {
    const value = payload.readDoubleBE(at);
    return Number.isFinite(value) && value !== 0 ? value : undefined;
  }
  const value = type === 6 ? Number(payload.readBigInt64BE(at)) : payload.readIntBE(at, sizes[type] as number);
  return Number.isSafeInteger(value) && shortestType(value) === type ? value : undefined;
}

function shortestType(value: number): number {
  if (value === 0 || value === 1) return 8 + value;
  const bits = Math.abs(value < 0 ? value + 1 : value);
  const ends = [2 ** 7, 2 ** 15, 2 ** 23, 2 ** 31, 2 ** 47];
  return ends.findIndex((end) => bits < end) + 1 || 6;
}
