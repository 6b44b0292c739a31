import { type Cell, isInner, type Page, type Pages } from './pages.ts';

/** What a database file says that it has: tables and indexes, each with the page at which its tree begins. */
export type SchemaLine = { readonly type: string; readonly name: string; readonly table: string; readonly root: number; readonly sql: string | null };

export type Leaf = { readonly number: number; readonly page: Page };

/** The pages with rows of one tree, in order, and whether any part of the tree could not be followed. */
export type Tree = { readonly leaves: readonly Leaf[]; readonly inner: readonly number[]; readonly isWhole: boolean };

/** Follows a tree from its first page around whatever is damaged. `isOwned` keeps pages that another tree has already. */
export function followTree(pages: Pages, root: number, isOwned: (page: number) => boolean): Tree {
  const leaves: Leaf[] = [];
  const inner: number[] = [];
  const seen = new Set<number>();
  let isWhole = true;
  const family = pages.page(root)?.kind.startsWith('index') === true ? 'index' : 'table';
  const waiting = [{ page: root, after: -Infinity, last: Infinity }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { page: number, after, last } = next;
    const page = seen.has(number) || isOwned(number) ? null : pages.page(number);
    if (page === null || !page.kind.startsWith(family) || !isWithin(pages, { number, page }, { after, last })) {
      isWhole = false;
      continue;
    }
    seen.add(number);
    if (!isInner(page.kind)) {
      leaves.push({ number, page });
      continue;
    }
    inner.push(number);
    if (page.lost > 0) isWhole = false;
    // Rows of a table without row numbers lie in inner pages as well.
    if (page.kind === 'index-inner') leaves.push({ number, page });
    let before = after;
    const below = pages.children(number, page).map((child) => {
      const range = { page: child.page, after: before, last: Math.min(last, child.last) };
      before = Math.max(before, child.last);
      return range;
    });
    waiting.push(...below.reverse());
  }
  return { leaves, inner, isWhole };
}

/** A sound page at the wrong place has rows whose numbers belong elsewhere. */
function isWithin(pages: Pages, { number, page }: Leaf, { after, last }: { after: number; last: number }): boolean {
  if (page.kind !== 'table-leaf' || (after === -Infinity && last === Infinity)) return true;
  const { rows } = pages.rows(number, page);
  const first = rows[0];
  return first === undefined || (first.rowid > after && (rows.at(-1) as Cell).rowid <= last);
}

/** Every table and index that the file speaks of. Where the first pages are lost, the list is looked for in all others. */
export function readSchema(pages: Pages): { lines: SchemaLine[]; own: ReadonlySet<number>; isWhole: boolean } {
  const tree = followTree(pages, 1, () => false);
  const own = new Set([...tree.inner, ...tree.leaves.map(({ number }) => number)]);
  const lines = new Map<string, SchemaLine>();
  let isWhole = tree.isWhole;
  for (const { number, page } of tree.leaves) isWhole = addLines(pages, { number, page }, lines) === page.cells.length && page.lost === 0 && isWhole;
  for (let number = 2; !isWhole && number <= pages.count; number += 1) {
    const page = own.has(number) ? null : pages.page(number);
    if (page?.kind !== 'table-leaf' || addLines(pages, { number, page }, lines) === 0) continue;
    own.add(number);
  }
  return { lines: [...lines.values()], own, isWhole };
}

/** @returns how many rows of the page are lines of the schema */
function addLines(pages: Pages, { number, page }: Leaf, lines: Map<string, SchemaLine>): number {
  let added = 0;
  for (const { values } of pages.rows(number, page).rows) {
    const [type, name, table, root, sql] = values;
    const isLine = values.length === 5 && (type === 'table' || type === 'index') && typeof name === 'string' && typeof table === 'string' && typeof root === 'number';
    if (!isLine || (sql !== null && typeof sql !== 'string') || (sql !== null && !sql?.startsWith('CREATE '))) continue;
    added += 1;
    if (!lines.has(name)) lines.set(name, { type, name, table, root, sql: sql ?? null });
  }
  return added;
}

/** How many entries an index has, hence how many rows its table; null if a part of it cannot be followed. */
export function countEntries(pages: Pages, root: number): number | null {
  const tree = followTree(pages, root, () => false);
  if (!tree.isWhole) return null;
  let entries = 0;
  for (const { page } of tree.leaves) {
    if (!page.kind.startsWith('index') || page.lost > 0) return null;
    entries += page.cells.length;
  }
  return entries;
}
