import type { ListContext } from '#renderer/stores/navigation.ts';

/** A chart's numbers as words. The first column names the row. */
export type ChartTable = {
  columns: readonly { id: string; label: string; align?: 'start' | 'end' }[];
  rows: readonly ChartTableRow[];
};
export type ChartTableRow = {
  id: string;
  /** One text per column. */
  cells: readonly string[];
  /** The interactions behind the row. */
  evidence?: ListContext | null;
};

/** The table as text with tabs, for a spreadsheet or a message: heading, subtitle, columns, rows. */
export function tableText({ title, subtitle, table }: { title: string; subtitle: string; table: ChartTable }): string {
  // A cell may hold imported words; a tab or line break in them would tear the table.
  // One that looks like a formula must stay words in a spreadsheet.
  const inert = (cell: string): string => (/^[=@]/.test(cell) ? `'${cell}` : cell);
  const line = (cells: readonly string[]): string => cells.map((cell) => inert(cell.replace(/\s+/g, ' ').trim())).join('\t');
  return [title, subtitle, line(table.columns.map((column) => column.label)), ...table.rows.map((row) => line(row.cells))].join('\n');
}
