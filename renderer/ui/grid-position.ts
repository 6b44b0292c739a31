/** A cell: row -1 is the header. */
export type GridPosition = { row: number; column: number };

export type GridSize = { rows: number; columns: number; /** Rows in a screenful. */ page: number };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** Where a key of the ARIA grid pattern moves focus, or null for a key that does not move. Pure. */
export function movedPosition(from: GridPosition, press: Press, size: GridSize): GridPosition | null {
  const isMod = press.ctrlKey || press.metaKey;
  if (press.altKey) return null;
  const lastColumn = size.columns - 1;
  const to = (row: number, column: number): GridPosition => ({ row: clamp(row, -1, size.rows - 1), column: clamp(column, 0, lastColumn) });
  switch (press.key) {
    case 'ArrowUp': return to(from.row - 1, from.column);
    case 'ArrowDown': return to(from.row + 1, from.column);
    case 'ArrowLeft': return to(from.row, from.column - 1);
    case 'ArrowRight': return to(from.row, from.column + 1);
    case 'PageUp': return to(Math.max(from.row - size.page, Math.min(from.row, 0)), from.column);
    case 'PageDown': return to(from.row + size.page, from.column);
    case 'Home': return isMod ? to(Math.min(0, size.rows - 1), 0) : to(from.row, 0);
    case 'End': return isMod ? to(size.rows - 1, lastColumn) : to(from.row, lastColumn);
    default: return null;
  }
}
