import { TEXT_COLUMN, type Cursor } from '../session/listening.ts';

/** What a key does in the transcript grid. `page` is how many rows a screenful holds; `columnsOf` counts the cells of a row. */
export type GridShape = { readonly rowCount: number; readonly page: number; readonly columnsOf: (row: number) => number };
type Key = { readonly key: string; readonly isMod: boolean };

/** Where an arrow, Home, End, PgUp or PgDn moves the cursor; null for every other key. */
export function cursorAfter({ key, isMod }: Key, from: Cursor, shape: GridShape): Cursor | null {
  const toRow = (row: number): Cursor => ({ row: Math.min(Math.max(0, row), shape.rowCount - 1), column: Math.min(from.column, TEXT_COLUMN) });
  const lastColumn = shape.columnsOf(from.row) - 1;
  switch (key) {
    case 'ArrowUp': return toRow(from.row - 1);
    case 'ArrowDown': return toRow(from.row + 1);
    case 'PageUp': return toRow(from.row - shape.page);
    case 'PageDown': return toRow(from.row + shape.page);
    case 'ArrowLeft': return { ...from, column: Math.max(0, from.column - 1) };
    case 'ArrowRight': return { ...from, column: Math.min(lastColumn, from.column + 1) };
    case 'Home': return isMod ? toRow(0) : { ...from, column: 0 };
    case 'End': return isMod ? toRow(shape.rowCount - 1) : { ...from, column: lastColumn };
    default: return null;
  }
}
