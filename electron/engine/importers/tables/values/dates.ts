import type { DateOrder } from '#shared/model/import-mapping.ts';
import { cellText, type TableCell } from '../table-row.ts';
import { readWrittenDate, type WrittenDate } from './date-parts.ts';
import { monthOf } from './month-names.ts';
import { fault, isFault, type Reading, type ValueFault } from './reading.ts';
import { wallToUtc } from './time-zone.ts';

const AMBIGUOUS = fault('DATE_ORDER_AMBIGUOUS', 'a date whose day and month are known', 'Day and month may be swapped. Choose whether this column is read as day-month or month-day.');

function invalid(order: DateOrder): ValueFault {
  const forms = { DMY: '31.12.2026 or 2026-12-31', MDY: '12/31/2026 or 2026-12-31', YMD: '2026-12-31', ask: '2026-12-31' } as const;
  return fault('DATE_INVALID', `a date such as ${forms[order]}`, 'Correct the date, or change how this column is read.');
}

function written(cell: TableCell, order: DateOrder): WrittenDate | ValueFault {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? invalid(order) : { wallMs: cell.getTime(), offsetMinutes: null, hasTime: true };
  const reading = readWrittenDate(cellText(cell), order);
  if (reading === 'ambiguous') return AMBIGUOUS;
  return reading === 'invalid' ? invalid(order) : reading;
}

/** A moment as an ISO 8601 string in UTC. Wall clocks without an offset are those of `timeZone` (IANA). */
export function readMoment(cell: TableCell, order: DateOrder, timeZone: string): Reading {
  const found = written(cell, order);
  if ('code' in found) return found;
  const utcMs = found.offsetMinutes === null ? wallToUtc(found.wallMs, timeZone) : found.wallMs - found.offsetMinutes * 60_000;
  const moment = new Date(utcMs);
  return Number.isNaN(moment.getTime()) ? invalid(order) : moment.toISOString();
}

/** A calendar day, `YYYY-MM-DD`, as written: no zone moves it. */
export function readDay(cell: TableCell, order: DateOrder): Reading {
  const found = written(cell, order);
  return 'code' in found ? found : new Date(found.wallMs).toISOString().slice(0, 10);
}

/** Year and month of the forms that name no day. */
function bareMonth(text: string): { year: string; month: number } | null {
  const yearFirst = /^(\d{4})[-/. ]?(\d{1,2})$/.exec(text);
  if (yearFirst) return { year: yearFirst[1] ?? '', month: Number(yearFirst[2]) };
  const monthFirst = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (monthFirst) return { year: monthFirst[2] ?? '', month: Number(monthFirst[1]) };
  const named = /^(\p{L}+)\.?[-/,. ]+(\d{4})$/u.exec(text);
  return named ? { year: named[2] ?? '', month: monthOf(named[1] ?? '') ?? 0 } : null;
}

/** A month, `YYYY-MM`, from `2026-03`, `03/2026`, `March 2026`, `202603` or any date in it. */
export function readMonth(cell: TableCell, order: DateOrder): Reading {
  const bare = bareMonth(cellText(cell).trim());
  if (bare && bare.month >= 1 && bare.month <= 12) return `${bare.year}-${String(bare.month).padStart(2, '0')}`;
  const day = readDay(cell, order);
  if (typeof day === 'string') return day.slice(0, 7);
  if (isFault(day) && day.code === 'DATE_ORDER_AMBIGUOUS') return day;
  return fault('MONTH_INVALID', 'a month such as 2026-03', 'Write the month as YYYY-MM.');
}

/** What a column's dates say about their order: decided by any that cannot be read the other way. */
export class DateOrderEvidence {
  private dayFirst = 0;
  private monthFirst = 0;
  private open = 0;

  add(cell: TableCell): void {
    if (cell instanceof Date) return;
    const text = cellText(cell);
    if (readWrittenDate(text, 'ask') === 'ambiguous') {
      this.open += 1;
      return;
    }
    const asDay = isDate(text, 'DMY');
    const asMonth = isDate(text, 'MDY');
    if (asDay && !asMonth) this.dayFirst += 1;
    if (asMonth && !asDay) this.monthFirst += 1;
  }

  /** `ask` when nothing decides, or when the column holds both orders. */
  get order(): DateOrder {
    if (this.dayFirst > 0 && this.monthFirst === 0) return 'DMY';
    if (this.monthFirst > 0 && this.dayFirst === 0) return 'MDY';
    return this.open > 0 || this.dayFirst > 0 ? 'ask' : 'YMD';
  }
}

function isDate(text: string, order: DateOrder): boolean {
  return typeof readWrittenDate(text, order) === 'object';
}
