import type { Envelope } from '#shared/model/envelope.ts';

function number(value: number, unit: Envelope['unit']): string {
  switch (unit) {
    case 'share': return `${(value * 100).toFixed(1)} %`;
    case 'points': return `${value.toFixed(1)} points`;
    case 'seconds': return `${value.toFixed(1)} s`;
    case 'count': return String(Math.round(value));
    case 'wpm': return `${Math.round(value)} words per minute`;
    case 'score': case 'currency': case 'ratio': return value.toFixed(2);
  }
}

/** A figure in words for a terminal: value, interval and n, or the reason why there is none. */
export function figure({ value, unit, ci, n, reason }: Envelope): string {
  if (value === null) return `not available (${reason ?? 'NO_DATA'}), n = ${n}`;
  const interval = ci === null ? '' : ` (${number(ci.lo, unit)} to ${number(ci.hi, unit)})`;
  return `${number(value, unit)}${interval}, n = ${n}`;
}

/** Rows as aligned columns; the first row is the head. */
export function columns(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '-' : String(cell))));
  const widths = (cells[0] ?? []).map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  return cells.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ').trimEnd()).join('\n');
}
