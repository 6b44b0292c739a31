import { defuseFormula } from '#engine/importers/tables/formula-guard.ts';

/** Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8; text that one could run gets an apostrophe in front. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // Words that look like a signed number are words here, so they are guarded as well.
  const guarded = /^[+-]/.test(value) ? `'${value}` : defuseFormula(value);
  return `"${guarded.replaceAll('"', '""')}"`;
}
