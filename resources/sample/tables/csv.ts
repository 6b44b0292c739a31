import type { SampleFile } from '../sample-file.ts';

export type Cell = string | number;

function quoted(cell: Cell): string {
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A table as RFC 4180 text with a header row. @throws RangeError when a row has another number of cells than the header */
export function csvFile(name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): SampleFile {
  for (const row of rows) if (row.length !== header.length) throw new RangeError(`${name}: ${row.length} cells under ${header.length} columns`);
  return { name, text: [header, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('') };
}
