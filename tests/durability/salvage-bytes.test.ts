import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type SqlValue } from '#engine/store/database.ts';
import { isInner, Pages } from '#engine/store/salvage/pages.ts';
import { readRecord } from '#engine/store/salvage/record.ts';

const pageSize = 4096;

/** Everything that lies at an edge of how SQLite stores it. */
const values: readonly SqlValue[] = [
  null, 0, 1, -1, 127, 128, -128, -129, 32_767, 32_768, -32_769, 2 ** 23, -(2 ** 23) - 1, 2 ** 31, 2 ** 47, -(2 ** 47), -(2 ** 47) - 1, Number.MAX_SAFE_INTEGER,
  0.5, -1e300, '', 'Grüße, 世界 🌍', new Uint8Array(), Uint8Array.of(0, 255), 'x'.repeat(20_000), 'y'.repeat(4061), 'z'.repeat(4062),
];

/** A file as SQLite writes it: one table with row numbers, one without. */
async function aFile(): Promise<Uint8Array> {
  const db = await openDatabase();
  db.exec('CREATE TABLE word (id INTEGER PRIMARY KEY, value INTEGER); CREATE TABLE named (name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID');
  db.bulk('INSERT INTO word VALUES (?, ?)', values.map((value, index) => [index + 1, value]));
  db.bulk('INSERT INTO named VALUES (?, ?)', values.map((value, index) => [`${String(index).padStart(3, '0')} ${'n'.repeat(index * 60)}`, value]));
  const file = db.export();
  db.close();
  return file;
}

/** The rows in all pages of a file but its first, which lists the tables. */
function rowsIn(file: Uint8Array): { words: Map<number, SqlValue>; names: Map<string, SqlValue>; lost: number } {
  const pages = new Pages(file);
  const [words, names] = [new Map<number, SqlValue>(), new Map<string, SqlValue>()];
  let lost = 0;
  for (let number = 2; number <= pages.count; number += 1) {
    const page = pages.page(number);
    if (page === null || page.kind === 'table-inner') continue;
    const found = pages.rows(number, page);
    lost += found.lost;
    for (const { rowid, values: row } of found.rows) {
      if (rowid === -1) names.set((row[0] as string).slice(0, 3), row[1] ?? null);
      else words.set(rowid, row[1] ?? null);
    }
  }
  return { words, names, lost };
}

describe('a file read without SQLite', () => {
  let file: Uint8Array;
  beforeAll(async () => {
    file = await aFile();
  });
  const harmed = (harm: (copy: Buffer) => void): Uint8Array => {
    const copy = Buffer.from(file);
    harm(copy);
    return copy;
  };
  /** The page that holds the row of this number. */
  const pageOf = (rowid: number): { number: number; cell: number } => {
    const pages = new Pages(file);
    for (let number = 2; number <= pages.count; number += 1) {
      const page = pages.page(number);
      const at = page?.kind === 'table-leaf' ? pages.rows(number, page).rows.findIndex((row) => row.rowid === rowid) : -1;
      if (page !== null && at >= 0) return { number, cell: page.cells[at] as number };
    }
    throw new Error(`Row ${rowid} is in no page.`);
  };

  test('gives every value that SQLite put in, of tables with row numbers and without', () => {
    const { words, names, lost } = rowsIn(file);
    expect(lost).toBe(0);
    expect([...words].toSorted(([a], [b]) => a - b).map(([, value]) => value)).toEqual(values);
    expect([...names].toSorted(([a], [b]) => a.localeCompare(b)).map(([, value]) => value)).toEqual(values);
  });

  test('loses only the row whose bytes are wrong: its length, its place, its chain of pages', () => {
    const long = values.findIndex((value) => typeof value === 'string' && value.length === 20_000) + 1;
    const harms: readonly ((copy: Buffer, at: number) => void)[] = [
      (copy, at) => copy.set([0xff, 0xff, 0x7f], at),
      (copy, at) => copy.fill(0xff, at, at + 9),
      // Its text goes on in a page that the file does not have. By the file format a row of 20,005 bytes keeps 3,637 of them here, behind three bytes of length and one of number.
      (copy, at) => copy.writeUInt32BE(9999, at + 4 + 3637),
    ];
    for (const harm of harms) {
      const { number, cell } = pageOf(long);
      const { words } = rowsIn(harmed((copy) => harm(copy, (number - 1) * pageSize + cell)));
      expect(words.has(long)).toBe(false);
      expect(words.size).toBe(values.length - 1);
    }
  });

  test('takes no page for one of a tree whose head says what cannot be, and counts places outside of it as lost', () => {
    const { number } = pageOf(3);
    const start = (number - 1) * pageSize;
    const page = (harm: (copy: Buffer) => void) => new Pages(harmed(harm)).page(number);
    expect(page((copy) => copy.fill(0, start, start + pageSize))).toBeNull();
    expect(page((copy) => copy.writeUInt16BE(4000, start + 3))).toBeNull();
    expect(page((copy) => copy.writeUInt16BE(2, start + 5))).toBeNull();
    expect(page((copy) => { copy[start + 7] = 200; })).toBeNull();
    expect(page((copy) => copy.writeUInt16BE(4095, start + 8))?.lost).toBe(1);
    expect([new Pages(file).page(0), new Pages(file).page(9999)]).toEqual([null, null]);
  });

  test('reads what is missing at the end of a cut file as zeros, and goes down from inner pages', () => {
    const pages = new Pages(file.subarray(0, file.length - 100));
    expect(pages.count).toBe(file.length / pageSize);
    const whole = new Pages(file);
    const inner = Array.from({ length: whole.count }, (_, index) => index + 1).find((number) => whole.page(number)?.kind === 'table-inner') ?? 0;
    const children = whole.children(inner, whole.page(inner) ?? { kind: 'table-inner', cells: [], lost: 0 });
    expect(isInner('table-inner')).toBe(true);
    expect(children.map(({ page }) => whole.page(page)?.kind)).toEqual(children.map(() => 'table-leaf'));
    expect(children.at(-1)?.last).toBe(Infinity);
  });
});

describe('bytes that SQLite would not have written are no row', () => {
  const double = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)].toReversed();
  test.each([
    ['nothing', []],
    ['a head longer than the row', [5, 8]],
    ['a kind that there is not', [2, 10]],
    ['another kind that there is not', [2, 11]],
    ['a value that is missing', [2, 1]],
    ['a byte too many', [2, 8, 0]],
    ['a head that ends inside a number', [2, 0x81, 0, ...Array.from({ length: 57 }, () => 1)]],
    ['a number of nine bytes', [...Array.from({ length: 9 }, () => 0x80), 0]],
    ['a number beyond those that can be counted', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
    ['a nought in a byte of its own', [2, 1, 0]],
    ['a small number in two bytes', [2, 2, 0, 5]],
    ['a whole number beyond those that can be counted', [2, 6, 0x7f, 255, 255, 255, 255, 255, 255, 255]],
    ['no number', [2, 7, ...double(Number.NaN)]],
    ['a nought as a fraction', [2, 7, ...double(0)]],
    ['text with NUL', [2, 15, 0]],
    ['text that is not UTF-8', [2, 15, 0xff]],
  ])('%s', (_what, bytes) => {
    expect(readRecord(Buffer.from(bytes))).toBeNull();
  });

  test('and those that it would are one', () => {
    expect(readRecord(Buffer.from([5, 0, 9, 1, 15, 5, 65]))).toEqual([null, 1, 5, 'A']);
    expect(readRecord(Buffer.from([2, 7, ...double(0.25)]))).toEqual([0.25]);
  });
});
