import type { SetAsideRow } from '#shared/model/import-report.ts';

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  // A leading = + - @ would run as a formula in a spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV (RFC 4180); what could run as a formula in a spreadsheet is made inert. */
export function csvText(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return [header.map(cell).join(','), ...rows.map((row) => row.map(cell).join(',')), ''].join('\r\n');
}

/** Set-aside rows as CSV, to be mended and looked up in the file they came from. */
export function setAsideCsv(rows: readonly SetAsideRow[]): string {
  const header = ['file', 'row', 'column', 'code', 'found', 'expected', 'message'];
  return csvText(header, rows.map((row) => [row.file, row.row, row.column, row.code, row.found, row.expected, row.message]));
}

/** Offers a text as a file to save. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken the address once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
