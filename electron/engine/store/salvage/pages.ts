import type { SqlValue } from '../database.ts';
import { Cursor, readRecord } from './record.ts';

/** All of Earshot's databases have pages of this size, so that a lost head of the file loses nothing here. */
const pageSize = 4096;
const headOfFile = 100;

/** Rows lie in table pages, and those of a table without row numbers in index pages; inner pages lead to others. */
export type PageKind = 'table-leaf' | 'table-inner' | 'index-leaf' | 'index-inner';
const kinds: Readonly<Record<number, PageKind>> = { 13: 'table-leaf', 5: 'table-inner', 10: 'index-leaf', 2: 'index-inner' };

export type Page = {
  readonly kind: PageKind;
  /** Where the cells of the page lie in it. */
  readonly cells: readonly number[];
  /** Cells that the page says it has and that cannot be where it says. */
  readonly lost: number;
};

export type Cell = { readonly rowid: number; readonly values: SqlValue[] };
/** A page that an inner page leads to; its row numbers are at most `last`. */
export type Child = { readonly page: number; readonly last: number };

/** The pages of a SQLite file, read as bytes: SQLite itself gives up at the first page that is not as it should be. */
export class Pages {
  readonly #bytes: Uint8Array;
  /** How many pages there are; they are counted from 1. */
  readonly count: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.count = Math.ceil(bytes.length / pageSize);
  }

  /** What a page is; null if it is none of a tree, or damaged at its head. */
  page(number: number): Page | null {
    const bytes = this.#page(number);
    if (bytes === null) return null;
    const start = number === 1 ? headOfFile : 0;
    const kind = kinds[bytes[start] ?? 0];
    if (kind === undefined) return null;
    const pointers = start + (isInner(kind) ? 12 : 8);
    const count = bytes.readUInt16BE(start + 3);
    const end = pointers + 2 * count;
    const content = bytes.readUInt16BE(start + 5);
    // SQLite clears a page before more than 60 bytes of it are lost in gaps.
    if (end > pageSize || content < end || content > pageSize || (bytes[start + 7] ?? 0) > 60) return null;
    const cells: number[] = [];
    for (let at = pointers; at < end; at += 2) {
      const cell = bytes.readUInt16BE(at);
      if (cell >= end && cell < pageSize - 3) cells.push(cell);
    }
    return { kind, cells, lost: count - cells.length };
  }

  /** The pages below an inner page, in order; those of an index have no row numbers. */
  children(number: number, page: Page): Child[] {
    const bytes = this.#page(number) as Buffer;
    const inner = page.cells.map((at) => ({ page: bytes.readUInt32BE(at), last: page.kind === 'table-inner' ? (new Cursor(bytes, at + 4).next() ?? -1) : Infinity }));
    return [...inner, { page: bytes.readUInt32BE((number === 1 ? headOfFile : 0) + 8), last: Infinity }];
  }

  /** The rows of a page that can be read, and how many cannot. Those of index pages have no number: -1. */
  rows(number: number, page: Page): { rows: Cell[]; lost: number } {
    const bytes = this.#page(number) as Buffer;
    const rows: Cell[] = [];
    for (const at of page.cells) {
      const cell = page.kind === 'table-leaf' ? this.#tableCell(bytes, at) : this.#indexCell(bytes, page.kind === 'index-inner' ? at + 4 : at);
      // Row numbers grow along a page; a cell that does not fit in is not where it was put.
      if (cell !== null && (cell.rowid === -1 || cell.rowid > (rows.at(-1)?.rowid ?? -1))) rows.push(cell);
    }
    return { rows, lost: page.lost + page.cells.length - rows.length };
  }

  #tableCell(bytes: Buffer, at: number): Cell | null {
    const cursor = new Cursor(bytes, at);
    const size = cursor.next();
    const rowid = cursor.next();
    if (size === null || rowid === null) return null;
    const values = this.#record(bytes, { at: cursor.at, size, most: pageSize - 35 });
    return values === null ? null : { rowid, values };
  }

  #indexCell(bytes: Buffer, at: number): Cell | null {
    const cursor = new Cursor(bytes, at);
    const size = cursor.next();
    const values = size === null ? null : this.#record(bytes, { at: cursor.at, size, most: Math.floor(((pageSize - 12) * 64) / 255) - 23 });
    return values === null ? null : { rowid: -1, values };
  }

  /** A row that is longer than `most` goes on in a chain of pages of its own, each of which names the next. */
  #record(bytes: Buffer, { at, size, most }: { at: number; size: number; most: number }): SqlValue[] | null {
    if (size > this.#bytes.length) return null;
    if (size <= most) return at + size > pageSize ? null : readRecord(bytes.subarray(at, at + size));
    const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
    const kept = least + ((size - least) % (pageSize - 4));
    const here = kept <= most ? kept : least;
    if (at + here + 4 > pageSize) return null;
    const parts = [bytes.subarray(at, at + here)];
    let next = bytes.readUInt32BE(at + here);
    for (let left = size - here; left > 0; left -= pageSize - 4) {
      const more = this.#page(next);
      if (more === null) return null;
      parts.push(more.subarray(4, 4 + Math.min(left, pageSize - 4)));
      next = more.readUInt32BE(0);
    }
    return next === 0 ? readRecord(Buffer.concat(parts, size)) : null;
  }

  /** What is missing of a page at the end of a cut file reads as zeros. */
  #page(number: number): Buffer | null {
    if (number < 1 || number > this.count) return null;
    const bytes = this.#bytes.subarray((number - 1) * pageSize, number * pageSize);
    if (bytes.length === pageSize) return Buffer.from(bytes.buffer, bytes.byteOffset, pageSize);
    return Buffer.concat([bytes], pageSize);
  }
}

export function isInner(kind: PageKind): boolean {
  return kind === 'table-inner' || kind === 'index-inner';
}
