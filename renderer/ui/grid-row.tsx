import { flexRender, tableFeatures, type Cell } from '@tanstack/react-table';
import { memo, type ReactNode } from 'react';
import type { GridColumn } from './data-grid.tsx';

/** Sorting, filtering and paging are the engine's; the table model only draws. */
export const gridFeatures = tableFeatures({});

/** A row of the grid's window: its place in the whole list, and its data once they are there. */
export type LoadedRow<R> = { index: number; row: R | undefined };

type GridRowProps<R> = {
  loaded: LoadedRow<R>;
  cells: readonly Cell<typeof gridFeatures, LoadedRow<R>>[];
  columns: readonly GridColumn<R>[];
  rowHeight: number;
  isSelected: boolean;
  /** The column that holds the grid's tab stop, if it is in this row. */
  activeColumn: number | null;
};

function Row<R>({ loaded: { index, row }, cells, columns, rowHeight, isSelected, activeColumn }: GridRowProps<R>): ReactNode {
  return (
    <tr
      role="row"
      className="grid-row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined}
      data-active={activeColumn === null ? undefined : ''}
      style={{ transform: `translateY(${index * rowHeight}px)` }}
    >
      {cells.map((cell, column) => (
        <td
          key={cell.id}
          role="gridcell"
          aria-colindex={column + 1}
          data-row={index}
          data-column={column}
          data-align={columns[column]?.align}
          tabIndex={activeColumn === column ? 0 : -1}
        >
          {flexRender(cell.column.columnDef.cell, cell.getContext())}
        </td>
      ))}
    </tr>
  );
}

/** Drawn again only when something in it changed: while scrolling, most rows of the window are the same as a frame ago. */
export const GridRow = memo(Row, (before, after) => (
  before.loaded.row === after.loaded.row && before.loaded.index === after.loaded.index && before.columns === after.columns
  && before.rowHeight === after.rowHeight && before.isSelected === after.isSelected && before.activeColumn === after.activeColumn
)) as typeof Row;
