import type { DateOrder } from '#shared/model/import-mapping.ts';
import { monthOf } from './month-names.ts';

/** A wall clock as it is written, in milliseconds as if it were UTC, with the offset if the text names one. */
export type WrittenDate = { wallMs: number; offsetMinutes: number | null; hasTime: boolean };
export type DateReading = WrittenDate | 'ambiguous' | 'invalid';

type Day = { year: number; month: number; day: number };
type Time = { ms: number; offsetMinutes: number | null };

const ZONES: Readonly<Record<string, number>> = {
  z: 0, utc: 0, gmt: 0, wet: 0, west: 60, bst: 60, cet: 60, cest: 120, mez: 60, mesz: 120, eet: 120, eest: 180,
  est: -300, edt: -240, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
};

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const TIME = /(?:^|[\sT,]|\bum\b|\bat\b|\bà\b)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:uhr)?\s*(a\.?m\.?|p\.?m\.?)?\s*(?:\(?(?:UTC|GMT)?([+-]\d{1,2}(?::?\d{2})?)\)?|\(?([a-z]{1,5})\)?)?$/i;
const WEEKDAY = /^(?:[\p{L}]{2,11}day|mon|tues?|wed|thur?s?|fri|sat|sun|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mo|di|mi|do|fr|sa|so|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\.?,?\s+/iu;

function fractionMs(digits: string | undefined): number {
  return digits ? Number(digits.slice(0, 3).padEnd(3, '0')) : 0;
}

function offsetOf(text: string): number | null {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60) return null;
  return match[1] === '-' ? -minutes : minutes;
}

/** Milliseconds of a calendar day, or null when there is no such day or the year is out of 1900-2199. */
function dayMs({ year, month, day }: Day): number | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const ms = Date.UTC(year, month - 1, day);
  return new Date(ms).getUTCDate() === day ? ms : null;
}

/** Two digits: 00-69 are 2000-2069, 70-99 are 1970-1999 (POSIX). */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Hour of the day, 0-24, by a 24- or 12-hour clock; null for an hour that no clock shows. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** Minutes east of UTC, null when none is named, `invalid` for one that is not known. */
function namedOffset(offset: string | undefined, zone: string | undefined): number | null | 'invalid' {
  if (offset !== undefined) return offsetOf(offset) ?? 'invalid';
  return zone === undefined ? null : (ZONES[zone.toLowerCase()] ?? 'invalid');
}

function splitTime(text: string): { date: string; time: Time | null } | null {
  const match = TIME.exec(text);
  if (!match) return { date: text, time: null };
  const [, hourText, minuteText, secondText = '0', fraction, half, offset, zone] = match;
  const hour = hourOf(Number(hourText), half);
  const minute = Number(minuteText);
  const second = Number(secondText);
  const offsetMinutes = namedOffset(offset, zone);
  if (hour === null || minute > 59 || second > 60 || (hour === 24 && minute + second > 0) || offsetMinutes === 'invalid') return null;
  const ms = ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1_000 + fractionMs(fraction);
  return { date: text.slice(0, match.index).replace(/[,\s]+$/, ''), time: { ms, offsetMinutes } };
}

/** Three numbers with marks between: a four-digit year decides where the year is; day and month may stay open. */
function numericDay([first, second, third]: readonly [string, string, string], order: DateOrder): Day | 'ambiguous' | null {
  if (first.length === 4) return { year: Number(first), month: Number(second), day: Number(third) };
  if (first.length > 2 || second.length > 2 || third.length === 3 || third.length > 4) return null;
  if (order === 'YMD' && third.length <= 2) return { year: fullYear(first), month: Number(second), day: Number(third) };
  const year = fullYear(third);
  const [a, b] = [Number(first), Number(second)];
  if (order === 'DMY') return { year, month: b, day: a };
  if (order === 'MDY') return { year, month: a, day: b };
  if (third.length <= 2 && a > 31) return { year: fullYear(first), month: b, day: Number(third) };
  if (a > 12 || a === b) return { year, month: b, day: a };
  if (b > 12) return { year, month: a, day: b };
  return 'ambiguous';
}

function namedDay(text: string): Day | null {
  const words = text.match(/\p{L}+|\d+/gu) ?? [];
  const at = words.findIndex((word) => monthOf(word) !== null);
  const month = at === -1 ? null : monthOf(words[at] ?? '');
  const numbers = words.map((word, index) => ({ word, index })).filter(({ word }) => /^\d+$/.test(word));
  const [first, second] = numbers;
  if (month === null || !first || !second || numbers.length !== 2) return null;
  // Only little words may stand beside: "le 3 novembre 2026", "3 de noviembre de 2026", "November 3rd, 2026".
  const others = words.filter((word, index) => index !== at && !/^\d+$/.test(word));
  if (others.some((word) => !/^(?:le|el|de|del|di|den|der|am|of|the|st|nd|rd|th|er|on|at|um|à|a)$/i.test(word))) return null;
  if (first.word.length === 4) return { year: Number(first.word), month, day: Number(second.word) };
  return { year: fullYear(second.word), month, day: Number(first.word) };
}

function dayOf(text: string, order: DateOrder): Day | 'ambiguous' | null {
  const numeric = /^(\d{1,4})\s?[./\-\s]\s?(\d{1,2})\s?[./\-\s]\s?(\d{1,4})\.?$/.exec(text);
  if (numeric) return numericDay([numeric[1] ?? '', numeric[2] ?? '', numeric[3] ?? ''], order);
  return /\p{L}/u.test(text) ? namedDay(text.replace(WEEKDAY, '')) : null;
}

/** 8 digits are a day, 12 and 14 a day and a time, 10 and 13 seconds and milliseconds since 1970. */
function fromDigits(digits: string): DateReading {
  if (digits.length === 10 || digits.length === 13) {
    return { wallMs: digits.length === 10 ? Number(digits) * 1_000 : Number(digits), offsetMinutes: 0, hasTime: true };
  }
  if (digits.length !== 8 && digits.length !== 12 && digits.length !== 14) return 'invalid';
  const part = (from: number, to: number): number => Number(digits.slice(from, to));
  const day = dayMs({ year: part(0, 4), month: part(4, 6), day: part(6, 8) });
  if (day === null || part(8, 10) > 23 || part(10, 12) > 59 || part(12, 14) > 59) return 'invalid';
  const time = ((part(8, 10) * 60 + part(10, 12)) * 60 + part(12, 14)) * 1_000;
  return { wallMs: day + time, offsetMinutes: null, hasTime: digits.length > 8 };
}

function fromIso(match: RegExpExecArray): DateReading {
  const [, year, month, day, hour, minute, second = '0', fraction, zone] = match;
  const ms = dayMs({ year: Number(year), month: Number(month), day: Number(day) });
  if (ms === null) return 'invalid';
  if (hour === undefined) return { wallMs: ms, offsetMinutes: null, hasTime: false };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return 'invalid';
  const offsetMinutes = zone === undefined ? null : zone === 'Z' ? 0 : offsetOf(zone);
  if (zone !== undefined && offsetMinutes === null) return 'invalid';
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Math.min(Number(second), 59)) * 1_000 + fractionMs(fraction);
  return { wallMs: ms + time, offsetMinutes, hasTime: true };
}

/**
 * Reads a date with or without a time in the usual written forms. Day and month that could be swapped under order `ask` are
 * `ambiguous`; a day that does not exist is `invalid`.
 */
export function readWrittenDate(written: string, order: DateOrder): DateReading {
  const text = written.trim();
  const iso = ISO.exec(text);
  if (iso) return fromIso(iso);
  if (/^\d+$/.test(text)) return fromDigits(text);
  if (text.length > 60) return 'invalid';
  const split = splitTime(text);
  const day = split ? dayOf(split.date, order) : null;
  if (!split || day === null) return 'invalid';
  if (day === 'ambiguous') return 'ambiguous';
  const ms = dayMs(day);
  if (ms === null) return 'invalid';
  return { wallMs: ms + (split.time?.ms ?? 0), offsetMinutes: split.time?.offsetMinutes ?? null, hasTime: split.time !== null };
}
