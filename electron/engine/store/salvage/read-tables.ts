import type { SqlValue } from '../database.ts';
import { fitRow, type KnownTable, likeness } from './known-tables.ts';
import { type Cell, isInner, type Pages } from './pages.ts';
import { countEntries, followTree, readSchema, type SchemaLine } from './trees.ts';

/** Where rows go that were read: the tables of a new, empty project. */
export interface RowSink {
  /** Takes the rows of one page. @returns how many were new, had come before, and could not be rows of this table */
  take(table: KnownTable, rows: readonly (readonly SqlValue[])[]): { fresh: number; again: number; unfit: number };
  /** How many of these rows the table would take as new. */
  wouldTake(table: KnownTable, rows: readonly (readonly SqlValue[])[]): number;
  /** Whether the table has this very row. */
  holds(table: KnownTable, row: readonly SqlValue[]): boolean;
  /** The share of references in these rows that lead to a row that was read; 1 where the table has none. */
  references(table: KnownTable, rows: readonly (readonly SqlValue[])[]): number;
}

export type ReadTable = {
  readonly name: string;
  /** Rows that were read, each once. */
  rows: number;
  /** Rows that are there but cannot be read. */
  damaged: number;
  /** How many rows the table had; null where nothing says so any more. */
  expected: number | null;
  /** Whether every page of the table was found and read. */
  isWhole: boolean;
};

/** Rows that are sound and of which nothing says what table they are from. */
export type StrayRows = { readonly page: number; readonly rows: readonly Cell[] };

export type ReadResult = { readonly tables: readonly ReadTable[]; readonly stray: readonly StrayRows[] };

/** Rows of a group of pages that are looked at before it is decided whose they are. */
const samples = 200;
/** How much likelier one table must be than the next; both parts of the score go from 0 to 1. */
const clearly = 0.15;

/**
 * Reads every row that can be read, once: first along the trees of the tables, then from pages that nothing sound leads to.
 * `breathe` is awaited after every page; it may throw to stop.
 */
export async function readTables(pages: Pages, at: { known: readonly KnownTable[]; sink: RowSink; breathe: (page: number) => Promise<void> }): Promise<ReadResult> {
  const reading = new Reading(pages, at.known, at.sink);
  for (const table of at.known) await reading.alongTree(table, at.breathe);
  reading.passOver();
  const stray = await reading.fromLoosePages(at.breathe);
  return { tables: reading.finish(), stray };
}

type Group = { readonly pages: number[]; readonly sample: Cell[] };

class Reading {
  readonly #pages: Pages;
  readonly #known: readonly KnownTable[];
  readonly #sink: RowSink;
  readonly #lines: readonly SchemaLine[];
  /** Pages that belong to somebody. */
  readonly #owned = new Set<number>();
  readonly #tables = new Map<string, ReadTable>();

  constructor(pages: Pages, known: readonly KnownTable[], sink: RowSink) {
    this.#pages = pages;
    this.#known = known;
    this.#sink = sink;
    const schema = readSchema(pages);
    this.#lines = schema.lines;
    for (const page of schema.own) this.#owned.add(page);
    for (const { name } of known) this.#tables.set(name, { name, rows: 0, damaged: 0, expected: null, isWhole: true });
  }

  async alongTree(table: KnownTable, breathe: (page: number) => Promise<void>): Promise<void> {
    const result = this.#result(table);
    const line = this.#lines.find(({ type, name }) => type === 'table' && name === table.name);
    const tree = line === undefined ? null : followTree(this.#pages, line.root, (page) => this.#owned.has(page));
    if (tree === null || !tree.isWhole) result.isWhole = false;
    for (const page of tree?.inner ?? []) this.#owned.add(page);
    for (const { number, page } of tree?.leaves ?? []) {
      const { rows, lost } = this.#pages.rows(number, page);
      const fitting = rows.map((cell) => fitRow(table, cell)).filter((row) => row !== null);
      // Not one row of this table: another page lies here, which may have its own place in the file still.
      const isOther = page.cells.length > 0 && fitting.length === 0 && rows.length > 0;
      if (isOther || lost > 0 || fitting.length < rows.length) result.isWhole = false;
      if (isOther) continue;
      this.#owned.add(number);
      result.damaged += lost + rows.length - fitting.length;
      this.#take(table, fitting);
      await breathe(number);
    }
  }

  /** Pages of what is made again later (indexes, the text index) are nobody's lost rows. */
  passOver(): void {
    const known = new Set(this.#known.map(({ name }) => name));
    for (const line of this.#lines) {
      if (line.root === 0 || (line.type === 'table' && known.has(line.name))) continue;
      const { inner, leaves } = followTree(this.#pages, line.root, (page) => this.#owned.has(page));
      for (const page of inner) this.#owned.add(page);
      for (const { number } of leaves) this.#owned.add(number);
    }
  }

  /** Gives loose pages to the tables that they can be from; those that could be of several go to the likeliest. */
  async fromLoosePages(breathe: (page: number) => Promise<void>): Promise<StrayRows[]> {
    const open = this.#known.filter((table) => !this.#result(table).isWhole);
    if (open.length === 0) return [];
    let waiting = this.#groups();
    // What can be from one table only comes first, because it says more about the rest; then again, as long as that helps.
    for (let mayGuess = false; waiting.length > 0; ) {
      const left: Group[] = [];
      for (const group of waiting) {
        const table = this.#owner(group, open, mayGuess);
        if (table === null) left.push(group);
        else for (const number of group.pages) await this.#takeLoose(table, number, breathe);
      }
      const isStuck = left.length === waiting.length;
      waiting = left;
      if (isStuck && mayGuess) break;
      mayGuess ||= isStuck;
    }
    return waiting.flatMap(({ pages }) => pages.map((page) => ({ page, rows: this.#rowsOf(page) }))).filter(({ rows }) => this.#isLoss(rows));
  }

  finish(): ReadTable[] {
    return this.#known.map((table) => {
      const result = this.#result(table);
      return { ...result, expected: result.isWhole ? result.rows : this.#entriesOfIndex(table.name) };
    });
  }

  async #takeLoose(table: KnownTable, number: number, breathe: (page: number) => Promise<void>): Promise<void> {
    const page = this.#pages.page(number);
    if (page === null) return;
    const { rows, lost } = this.#pages.rows(number, page);
    const fitting = rows.map((cell) => fitRow(table, cell)).filter((row) => row !== null);
    this.#result(table).damaged += lost + rows.length - fitting.length;
    this.#take(table, fitting);
    await breathe(number);
  }

  #take(table: KnownTable, rows: readonly (readonly SqlValue[])[]): void {
    const result = this.#result(table);
    const { fresh, unfit } = this.#sink.take(table, rows);
    result.rows += fresh;
    result.damaged += unfit;
    if (unfit > 0) result.isWhole = false;
  }

  /** Pages of rows that no tree has: those below one inner page belong together. */
  #groups(): Group[] {
    const above = new Map<number, number>();
    const loose: number[] = [];
    for (let number = 1; number <= this.#pages.count; number += 1) {
      const page = this.#owned.has(number) ? null : this.#pages.page(number);
      if (page === null) continue;
      if (page.kind !== 'table-inner') loose.push(number);
      if (isInner(page.kind)) for (const child of this.#pages.children(number, page)) if (!above.has(child.page)) above.set(child.page, number);
    }
    const groups = new Map<number, Group>();
    for (const number of loose) {
      const rows = this.#rowsOf(number);
      if (rows.length === 0) continue;
      const top = topOf(number, above);
      const group = groups.get(top) ?? { pages: [], sample: [] };
      groups.set(top, group);
      group.pages.push(number);
      if (group.sample.length < samples) group.sample.push(...rows.slice(0, samples));
    }
    return [...groups.values()];
  }

  /** Which table a group of loose pages is from; null if none, or if several are equally likely. */
  #owner({ sample }: Group, open: readonly KnownTable[], mayGuess: boolean): KnownTable | null {
    const candidates = open.flatMap((table) => {
      const rows = sample.map((cell) => fitRow(table, cell)).filter((row) => row !== null);
      const taken = rows.length < sample.length ? 0 : this.#sink.wouldTake(table, rows) / rows.length;
      return taken === 0 ? [] : [{ table, rows, taken }];
    });
    const sound = candidates.filter(({ taken }) => taken === 1);
    const left = sound.length > 0 ? sound : candidates;
    if (left.length < 2 || !mayGuess) return left.length === 1 ? (left[0]?.table ?? null) : null;
    const scored = left.map(({ table, rows }) => ({ table, score: this.#sink.references(table, rows) + likeness(table, rows) })).toSorted((a, b) => b.score - a.score);
    const [best, second] = scored;
    return best === undefined || second === undefined || best.score - second.score < clearly ? null : best.table;
  }

  #rowsOf(number: number): Cell[] {
    const page = this.#pages.page(number);
    return page === null ? [] : this.#pages.rows(number, page).rows;
  }

  /** Not pages of indexes, which are made again: they have bytes, or end in a row number. Nor a second copy of a page that was read. */
  #isLoss(rows: readonly Cell[]): boolean {
    const [first] = rows;
    if (first === undefined || rows.every(({ rowid, values }) => values.some((value) => value instanceof Uint8Array) || (rowid === -1 && typeof values.at(-1) !== 'string'))) return false;
    return !this.#known.some((table) => {
      const row = fitRow(table, first);
      return row !== null && this.#sink.holds(table, row);
    });
  }

  #entriesOfIndex(name: string): number | null {
    const indexes = this.#lines.filter((line) => line.type === 'index' && line.table === name && !/\sWHERE\s/i.test(line.sql ?? ''));
    for (const { root } of indexes) {
      const entries = countEntries(this.#pages, root);
      if (entries !== null) return entries;
    }
    return null;
  }

  #result(table: KnownTable): ReadTable {
    return this.#tables.get(table.name) as ReadTable;
  }
}

function topOf(page: number, above: ReadonlyMap<number, number>): number {
  const seen = new Set<number>([page]);
  for (let up = above.get(page); up !== undefined && !seen.has(up); up = above.get(up)) {
    seen.add(up);
    page = up;
  }
  return page;
}
