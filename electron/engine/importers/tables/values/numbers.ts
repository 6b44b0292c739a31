import type { DecimalMark } from '#shared/model/import-mapping.ts';
import { fault, type Reading } from './reading.ts';

const INVALID = fault('NUMBER_INVALID', 'a number', 'Write a number, or leave the cell empty.');
const AMBIGUOUS = fault('NUMBER_AMBIGUOUS', 'a number with a known decimal mark', 'Choose whether the comma or the point separates decimals in this column.');

/** Longest text that can be a number. */
const MAX_LENGTH = 60;

const CURRENCY = /^(?:[$€£¥₹]|(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|AUD|CAD|JPY)\b|kr\.?)\s*|\s*(?:[$€£¥₹%]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|AUD|CAD|JPY)|kr\.?)$/giu;

type Bare = { digits: string; isNegative: boolean };

/** Takes off what surrounds the digits: currency, per cent, spaces between groups, signs and brackets of negative amounts. */
function bareNumber(text: string): Bare {
  let digits = text.trim().replace(/[\u2212\u2013]/g, '-');
  let isNegative = false;
  if (/^\(.*\)$/.test(digits)) {
    isNegative = true;
    digits = digits.slice(1, -1);
  }
  digits = digits.replace(CURRENCY, '').trim();
  if (/^[+-]/.test(digits) || /\d-$/.test(digits)) {
    isNegative = isNegative !== digits.includes('-');
    digits = digits.replace(/^[+-]\s*|-$/g, '');
  }
  digits = digits.replace(CURRENCY, '').replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?:\D|$))/g, '');
  return { digits, isNegative };
}

const ungrouped = (text: string, mark: ',' | '.'): string => text.replaceAll(mark, '');
const isGrouped = (text: string, mark: ',' | '.'): boolean => (mark === ',' ? /^\d{1,3}(?:,\d{3})+$/ : /^\d{1,3}(?:\.\d{3})+$/).test(text);

type Marks = { text: string; decimal: ',' | '.' } | { text: string; decimal: null } | 'ambiguous' | 'invalid';

/** What the marks inside the digits can only mean, if they decide it themselves. */
function ownMarks(digits: string): Marks {
  const lastComma = digits.lastIndexOf(',');
  const lastPoint = digits.lastIndexOf('.');
  if (lastComma === -1 && lastPoint === -1) return { text: digits, decimal: null };
  if (lastComma !== -1 && lastPoint !== -1) {
    const decimal = lastComma > lastPoint ? ',' : '.';
    const group = decimal === ',' ? '.' : ',';
    const whole = digits.slice(0, digits.lastIndexOf(decimal));
    if (!isGrouped(whole, group)) return 'invalid';
    return { text: `${ungrouped(whole, group)}.${digits.slice(digits.lastIndexOf(decimal) + 1)}`, decimal };
  }
  const mark = lastComma !== -1 ? ',' : '.';
  if (digits.indexOf(mark) !== digits.lastIndexOf(mark)) {
    return isGrouped(digits, mark) ? { text: ungrouped(digits, mark), decimal: mark === ',' ? '.' : ',' } : 'invalid';
  }
  if (isGrouped(digits, mark) && !digits.startsWith('0')) return 'ambiguous';
  return { text: digits.replace(mark, '.'), decimal: mark };
}

/** The decimal mark that a text can only mean, or null when it decides nothing. */
export function decimalMarkOf(text: string): ',' | '.' | null {
  if (text.length > MAX_LENGTH) return null;
  const marks = ownMarks(bareNumber(text).digits);
  return typeof marks === 'object' ? marks.decimal : null;
}

function finite(text: string, isNegative: boolean): Reading {
  if (!/^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(text)) return INVALID;
  const value = Number(text);
  if (!Number.isFinite(value)) return INVALID;
  return isNegative && value !== 0 ? -value : value;
}

/**
 * Reads a number with either decimal mark, group marks, currency signs, per cent (kept as the number before the sign).
 * `1,234` under mark `ask` is a fault, not a guess.
 */
export function readNumber(text: string, decimal: DecimalMark): Reading {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  if (text.length > MAX_LENGTH) return INVALID;
  const { digits, isNegative } = bareNumber(text);
  const marks = ownMarks(digits);
  if (marks === 'invalid') return INVALID;
  if (marks === 'ambiguous') {
    if (decimal === 'ask') return AMBIGUOUS;
    const isDecimal = digits.includes(decimal);
    return finite(isDecimal ? digits.replace(decimal, '.') : digits.replace(/[.,]/, ''), isNegative);
  }
  if (decimal !== 'ask' && marks.decimal !== null && marks.decimal !== decimal) return INVALID;
  return finite(marks.text, isNegative);
}

/** As `readNumber`, and only whole numbers. */
export function readInteger(text: string, decimal: DecimalMark): Reading {
  const value = readNumber(text, decimal);
  return typeof value === 'number' && !Number.isInteger(value) ? fault('NUMBER_INVALID', 'a whole number', 'Write a whole number, or leave the cell empty.') : value;
}
