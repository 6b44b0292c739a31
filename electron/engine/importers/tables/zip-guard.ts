import { Inflate } from 'fflate';
import { UnreadableFileError } from '../importer.ts';
import { MAX_ENTRIES, MAX_INFLATED_BYTES, MAX_PART_BYTES, MAX_RATIO, RATIO_FREE_BYTES } from './limits.ts';
import { createPacer } from './pacing.ts';

/** A file inside an archive. Names are keys, never paths. `declaredSize` is what the archive claims, not what it is. */
export type ZipEntry = { name: string; isStored: boolean; dataStart: number; compressedSize: number; declaredSize: number };

const END_RECORD = 0x06054b50;
const WIDE_LOCATOR = 0x07064b50;
const WIDE_END_RECORD = 0x06064b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const UNKNOWN_32 = 0xffffffff;
const UNKNOWN_16 = 0xffff;
/** Compressed bytes inflated in one step; at the 1,032 : 1 of DEFLATE that is at most 17 MB. */
const STEP = 16 * 1024;

export function archiveRefused(code: 'ARCHIVE_DAMAGED' | 'ARCHIVE_TOO_LARGE' | 'ARCHIVE_ENCRYPTED', found: string): UnreadableFileError {
  const advice = {
    ARCHIVE_DAMAGED: 'This workbook is damaged and cannot be opened. Open it in your spreadsheet program and save it again as .xlsx or .csv.',
    ARCHIVE_TOO_LARGE: 'This workbook unpacks to far more than its size lets expect, so it is not opened. Save the sheet you need as .csv.',
    ARCHIVE_ENCRYPTED: 'This workbook is protected with a password. Save it without the password, or save the sheet you need as .csv.',
  } as const;
  return new UnreadableFileError({ row: null, column: null, code, found, expected: 'an .xlsx workbook', message: advice[code] });
}

const damaged = (found: string): UnreadableFileError => archiveRefused('ARCHIVE_DAMAGED', found);

type Directory = { offset: number; count: number };

function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - 22 - UNKNOWN_16);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    return count === UNKNOWN_16 || offset === UNKNOWN_32 ? wideDirectory(view, at) : { offset, count };
  }
  throw damaged('no list of contents at its end');
}

function wideDirectory(view: DataView, endAt: number): Directory {
  const locator = endAt - 20;
  if (locator < 0 || view.getUint32(locator, true) !== WIDE_LOCATOR) throw damaged('an incomplete list of contents');
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== WIDE_END_RECORD) throw damaged('an incomplete list of contents');
  return { count: Number(view.getBigUint64(at + 32, true)), offset: Number(view.getBigUint64(at + 48, true)) };
}

/** Sizes and offset beyond 32 bits stand in an extra field (id 1), in this order and only where the plain value is all ones. */
function wideValues(view: DataView, extra: { at: number; end: number }, plain: readonly number[]): number[] {
  for (let at = extra.at; at + 4 <= extra.end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const fieldEnd = at + 4 + view.getUint16(at + 2, true);
    let next = at + 4;
    return plain.map((value) => {
      if (value !== UNKNOWN_32 || next + 8 > Math.min(fieldEnd, extra.end)) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return [...plain];
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): { entry: ZipEntry; offset: number; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL_HEADER) throw damaged('a broken list of contents');
  const nameLength = view.getUint16(at + 28, true);
  const extraAt = at + 46 + nameLength;
  const extraEnd = extraAt + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw damaged('a broken list of contents');
  if ((view.getUint16(at + 8, true) & 1) === 1) throw archiveRefused('ARCHIVE_ENCRYPTED', 'an encrypted part');
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw damaged(`compression method ${method}`);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, extraAt));
  const plain = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [declaredSize = 0, compressedSize = 0, offset = 0] = wideValues(view, { at: extraAt, end: extraEnd }, plain);
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged(`a missing part "${name}"`);
  const dataStart = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (dataStart + compressedSize > view.byteLength) throw damaged(`a cut part "${name}"`);
  return { entry: { name, isStored: method === 0, dataStart, compressedSize, declaredSize }, offset, next };
}

/** Parts that share bytes are how small archives are made to inflate to petabytes (Fifield 2019). */
function refuseOverlap(spans: { start: number; end: number }[]): void {
  spans.sort((a, b) => a.start - b.start);
  let reached = 0;
  for (const span of spans) {
    if (span.start < reached) throw damaged('parts that overlap');
    reached = span.end;
  }
}

/**
 * The list of an archive's parts, checked against the limits as far as the list itself can tell.
 * @throws UnreadableFileError ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE, ARCHIVE_ENCRYPTED
 */
export function listZipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) throw damaged('too few bytes');
  const directory = findDirectory(view);
  if (directory.count > MAX_ENTRIES) throw archiveRefused('ARCHIVE_TOO_LARGE', `${directory.count} parts`);
  const entries = new Map<string, ZipEntry>();
  const spans: { start: number; end: number }[] = [];
  let at = directory.offset;
  for (let index = 0; index < directory.count; index += 1) {
    const { entry, offset, next } = readEntry(view, bytes, at);
    entries.set(entry.name, entry);
    spans.push({ start: offset, end: entry.dataStart + entry.compressedSize });
    at = next;
  }
  refuseOverlap(spans);
  return entries;
}

/** How much may still be inflated from one archive. */
export type InflateBudget = { left: number };
export const newInflateBudget = (): InflateBudget => ({ left: MAX_INFLATED_BYTES });

function checkSize(size: number, entry: ZipEntry, budget: InflateBudget): void {
  const isTooDense = size > RATIO_FREE_BYTES && size > entry.compressedSize * MAX_RATIO;
  if (size > MAX_PART_BYTES || size > budget.left || isTooDense) {
    throw archiveRefused('ARCHIVE_TOO_LARGE', `"${entry.name}" unpacks to more than ${Math.floor(size / 1_000_000)} MB from ${entry.compressedSize} bytes`);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/**
 * Inflates one part, counting what really comes out: at most 256 MB and 200 : 1 (after 1 MB) a part, 1 GB an archive.
 * @throws UnreadableFileError ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE
 */
export async function inflateZipEntry(bytes: Uint8Array, entry: ZipEntry, limits: { budget: InflateBudget; signal?: AbortSignal | undefined }): Promise<Uint8Array> {
  const { budget, signal } = limits;
  const data = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  checkSize(entry.declaredSize, entry, budget);
  if (entry.isStored) {
    checkSize(data.length, entry, budget);
    budget.left -= data.length;
    return data;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    chunks.push(chunk);
  });
  const breathe = createPacer(signal);
  for (let at = 0; at < data.length || at === 0; at += STEP) {
    await breathe();
    try {
      inflate.push(data.slice(at, at + STEP), at + STEP >= data.length);
    } catch (error) {
      throw damaged(`"${entry.name}" cannot be unpacked: ${error instanceof Error ? error.message : 'unknown'}`);
    }
    checkSize(size, entry, budget);
  }
  budget.left -= size;
  return joined(chunks, size);
}
