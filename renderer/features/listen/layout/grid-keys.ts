/** A cell of a grid. */
export type GridCell = { readonly row: number; readonly column: number };

/**
 * A grid for the arrow keys. `page` is how many rows a screenful holds; `columnsOf` counts the cells of a row, and
 * `sharedColumn` is the last one that every row has: moving to another row goes no further right.
 */
export type GridShape = { readonly rowCount: number; readonly page: number; readonly columnsOf: (row: number) => number; readonly sharedColumn: number };
type Key = { readonly key: string; readonly isMod: boolean };

/** Where an arrow, Home, End, PgUp or PgDn moves in a grid; null for every other key. */
export function cursorAfter({ key, isMod }: Key, from: GridCell, shape: GridShape): GridCell | null {
  const toRow = (row: number): GridCell => ({ row: Math.min(Math.max(0, row), shape.rowCount - 1), column: Math.min(from.column, shape.sharedColumn) });
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
