import type { ReactNode } from 'react';
import './table.css';

export type TableColumn<R> = {
  id: string;
  label: string;
  /** Numbers stand at the end of the cell with digits of one width. */
  align?: 'start' | 'end';
  isRowHeader?: boolean;
  cell: (row: R) => ReactNode;
};

type TableProps<R> = {
  /** Read before the table; a caption in view unless hidden. */
  caption: string;
  isCaptionHidden?: boolean;
  columns: readonly TableColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R, index: number) => string;
};

/** A table to read: report and chart tables. For rows that are acted on there is DataGrid. */
export function Table<R>({ caption, isCaptionHidden = false, columns, rows, rowKey }: TableProps<R>) {
  return (
    <table className="table">
      <caption className={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>{columns.map((column) => <th key={column.id} scope="col" data-align={column.align}>{column.label}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)}>
            {columns.map((column) => (column.isRowHeader === true
              ? <th key={column.id} scope="row" data-align={column.align}>{column.cell(row)}</th>
              : <td key={column.id} data-align={column.align}>{column.cell(row)}</td>))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
