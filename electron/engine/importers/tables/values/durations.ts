import type { DurationUnit } from '#shared/model/import-mapping.ts';
import type { TableCell } from '../table-row.ts';
import { readNumber } from './numbers.ts';
import { fault, isFault, type Reading } from './reading.ts';

/** Longest text that can be a duration; longer ones would only cost time. */
const MAX_LENGTH = 60;

const MS_PER: Readonly<Record<DurationUnit, number>> = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000 };
const INVALID = fault('DURATION_INVALID', 'a duration such as 4:05, 1:02:30 or 245', 'Write a duration as mm:ss, hh:mm:ss or a number, or leave the cell empty.');

const CLOCK = /^(?:(\d{1,4}):)?(\d{1,4}):([0-5]?\d)(?:[.,](\d{1,6}))?$/;
const PARTS = /(\d+(?:[.,]\d+)?)\s*(milliseconds?|ms|hours?|hrs?|stunden?|std|heures?|horas?|h|minutes?|minuten?|minutos?|mins?|m|seconds?|sekunden?|secondes?|segundos?|secs?|sek|s)(?!\p{L})\.?/giu;

/** A workbook shows 4:05 as a moment on its day zero, 30 or 31 December 1899 (or 1 January 1904). */
const DAY_ZEROS = [Date.UTC(1899, 11, 30), Date.UTC(1899, 11, 31), Date.UTC(1904, 0, 1)];
const MS_PER_DAY = 86_400_000;

function clockMs(match: RegExpExecArray): number | null {
  const [, first, second = '0', third = '0', fraction = ''] = match;
  const isLong = first !== undefined;
  if (isLong && Number(second) > 59) return null;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  return (isLong ? Number(first) * 3_600_000 : 0) + Number(second) * 60_000 + Number(third) * 1_000 + ms;
}

/** `3m 20s`, `1 h 2 min`, `PT3M20S`. */
function wordsMs(text: string): number | null {
  const plain = text.replace(/^P(?:0D)?T(?=\d)/i, '').toLowerCase();
  let ms = 0;
  let covered = 0;
  for (const match of plain.matchAll(PARTS)) {
    const unit = match[2] ?? '';
    const per = /^(?:ms|milli)/.test(unit) ? 1 : /^(?:h|st)/.test(unit) ? 3_600_000 : unit.startsWith('m') ? 60_000 : 1_000;
    ms += Number((match[1] ?? '0').replace(',', '.')) * per;
    covered += match[0].length;
  }
  const rest = plain.replace(PARTS, '').replace(/[\s,.]|and|und|et|y/g, '');
  return covered > 0 && rest === '' ? ms : null;
}

function cellMs(cell: Date): number | null {
  const zero = DAY_ZEROS.find((day) => cell.getTime() >= day && cell.getTime() - day < MS_PER_DAY);
  return zero === undefined ? null : cell.getTime() - zero;
}

/**
 * Reads a duration in milliseconds: `mm:ss`, `hh:mm:ss` (fractions allowed), `3m 20s`, ISO 8601 `PT…`, a workbook's time of day,
 * or a bare number counted in `unit`. Two clock parts are always minutes and seconds.
 */
export function readDuration(cell: TableCell, unit: DurationUnit): Reading {
  if (cell instanceof Date) return cellMs(cell) ?? INVALID;
  if (typeof cell === 'number') return cell >= 0 ? Math.round(cell * MS_PER[unit]) : INVALID;
  const text = String(cell ?? '').trim();
  if (text.length > MAX_LENGTH) return INVALID;
  const clock = CLOCK.exec(text);
  if (clock) return clockMs(clock) ?? INVALID;
  const spelt = /[a-z]/i.test(text) ? wordsMs(text) : null;
  if (spelt !== null) return Math.round(spelt);
  const bare = readNumber(text, 'ask');
  // A duration of 1,234 seconds: group mark or decimals differ by a thousand, and nothing says which.
  if (isFault(bare)) return bare.code === 'NUMBER_AMBIGUOUS' ? bare : INVALID;
  return typeof bare === 'number' && bare >= 0 ? Math.round(bare * MS_PER[unit]) : INVALID;
}
