import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateOrderEvidence, readDay, readMoment, readMonth } from '#engine/importers/tables/values/dates.ts';
import { readDuration } from '#engine/importers/tables/values/durations.ts';
import { readInteger, readNumber } from '#engine/importers/tables/values/numbers.ts';
import { isFault, type Reading } from '#engine/importers/tables/values/reading.ts';
import { isNoAnswer, readYesNo } from '#engine/importers/tables/values/words.ts';

const codeOf = (reading: Reading): Reading | string => (isFault(reading) ? reading.code : reading);

describe('dates', () => {
  it.each([
    ['2026-11-03', 'ask', 'UTC', '2026-11-03T00:00:00.000Z'],
    ['2026-11-03T09:12:30Z', 'ask', 'Europe/Berlin', '2026-11-03T09:12:30.000Z'],
    ['2026-11-03 09:12', 'ask', 'Europe/Berlin', '2026-11-03T08:12:00.000Z'],
    ['2026-07-03 09:12:01.5', 'ask', 'Europe/Berlin', '2026-07-03T07:12:01.500Z'],
    ['2026-11-03T09:12:30+02:00', 'ask', 'UTC', '2026-11-03T07:12:30.000Z'],
    ['2026/11/03 09:12', 'ask', 'UTC', '2026-11-03T09:12:00.000Z'],
    ['03.11.2026 09:12', 'DMY', 'UTC', '2026-11-03T09:12:00.000Z'],
    ['03.11.2026, 09:12 Uhr', 'DMY', 'UTC', '2026-11-03T09:12:00.000Z'],
    ['11/03/2026 9:12 PM', 'MDY', 'UTC', '2026-11-03T21:12:00.000Z'],
    ['11/3/26 12:00 AM', 'MDY', 'UTC', '2026-11-03T00:00:00.000Z'],
    ['25/11/2026', 'ask', 'UTC', '2026-11-25T00:00:00.000Z'],
    ['11/25/2026', 'ask', 'UTC', '2026-11-25T00:00:00.000Z'],
    ['05.05.2026', 'ask', 'UTC', '2026-05-05T00:00:00.000Z'],
    ['26-11-03', 'YMD', 'UTC', '2026-11-03T00:00:00.000Z'],
    ['3 Nov 2026', 'ask', 'UTC', '2026-11-03T00:00:00.000Z'],
    ['Nov 3, 2026 14:05', 'ask', 'UTC', '2026-11-03T14:05:00.000Z'],
    ['03-Nov-26', 'ask', 'UTC', '2026-11-03T00:00:00.000Z'],
    ['Tuesday, November 3rd, 2026 2:05 pm', 'ask', 'UTC', '2026-11-03T14:05:00.000Z'],
    ['Di, 3. November 2026 14:05', 'ask', 'UTC', '2026-11-03T14:05:00.000Z'],
    ['3 de noviembre de 2026', 'ask', 'UTC', '2026-11-03T00:00:00.000Z'],
    ['le 3 août 2026 à 14:05', 'ask', 'UTC', '2026-08-03T14:05:00.000Z'],
    ['2026-11-03 09:12:30 CET', 'ask', 'UTC', '2026-11-03T08:12:30.000Z'],
    ['20261103', 'ask', 'UTC', '2026-11-03T00:00:00.000Z'],
    ['20261103091230', 'ask', 'UTC', '2026-11-03T09:12:30.000Z'],
    ['1793697150', 'ask', 'America/New_York', '2026-11-03T09:12:30.000Z'],
    ['1793697150250', 'ask', 'UTC', '2026-11-03T09:12:30.250Z'],
    // The clock skips 02:30 on this day: it moves forward. It shows 02:30 twice in October: the first is meant.
    ['2026-03-29 02:30', 'ask', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25 02:30', 'ask', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01 01:30', 'ask', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ] as const)('reads %s (%s, %s)', (...[text, order, zone, expected]) => {
    expect(readMoment(text, order, zone)).toBe(expected);
  });

  it.each([
    ['03.11.2026', 'ask', 'DATE_ORDER_AMBIGUOUS'],
    ['03/11/26', 'ask', 'DATE_ORDER_AMBIGUOUS'],
    ['25/11/2026', 'MDY', 'DATE_INVALID'],
    ['2026-02-30', 'ask', 'DATE_INVALID'],
    ['31.11.2026', 'DMY', 'DATE_INVALID'],
    ['2026-13-01', 'ask', 'DATE_INVALID'],
    ['2026-11-03 25:00', 'ask', 'DATE_INVALID'],
    ['yesterday', 'ask', 'DATE_INVALID'],
    ['12', 'DMY', 'DATE_INVALID'],
    ['03-Foo-2026', 'ask', 'DATE_INVALID'],
    ['2026-11-03 09:12 XYZ', 'ask', 'DATE_INVALID'],
  ] as const)('does not read %s (%s)', (text, order, code) => {
    expect(codeOf(readMoment(text, order, 'UTC'))).toBe(code);
  });

  it('keeps a day as it is written, and a workbook date as its wall clock', () => {
    expect(readDay('2026-11-03T23:30:00-05:00', 'ask')).toBe('2026-11-03');
    expect(readDay(new Date(Date.UTC(1947, 0, 8)), 'ask')).toBe('1947-01-08');
    expect(readMoment(new Date(Date.UTC(2026, 10, 3, 9, 12)), 'ask', 'Europe/Berlin')).toBe('2026-11-03T08:12:00.000Z');
  });

  it('reads months', () => {
    for (const text of ['2026-03', '03/2026', 'March 2026', 'März 2026', '202603', '2026-03-31', '1.3.2026']) expect(readMonth(text, 'DMY')).toBe('2026-03');
    expect(codeOf(readMonth('Q1 2026', 'DMY'))).toBe('MONTH_INVALID');
  });

  it('agrees with Date on every day it writes, in each order', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      const [year = '', month = '', dayOfMonth = ''] = day.split('-');
      expect(readDay(`${dayOfMonth}.${month}.${year}`, 'DMY')).toBe(day);
      expect(readDay(`${Number(month)}/${Number(dayOfMonth)}/${year.slice(2)}`, 'MDY')).toBe(day);
      expect(readDay(`${year}/${month}/${dayOfMonth}`, 'ask')).toBe(day);
    }));
  });

  it.each([
    [['01.02.2026', '03.04.2026'], 'ask'],
    [['01.02.2026', '13.04.2026'], 'DMY'],
    [['01/02/2026', '04/13/2026'], 'MDY'],
    [['13/02/2026', '04/13/2026'], 'ask'],
    [['2026-02-01', '2026-04-13'], 'YMD'],
  ] as const)('finds the order of %j: %s', (texts, order) => {
    const evidence = new DateOrderEvidence();
    for (const text of texts) evidence.add(text);
    expect(evidence.order).toBe(order);
  });
});

describe('numbers', () => {
  it.each([
    ['1234', 'ask', 1234], ['-12.5', 'ask', -12.5], ['2,5', 'ask', 2.5], ['1.234,56', 'ask', 1234.56], ['1,234.56', 'ask', 1234.56],
    ['1 234,5', 'ask', 1234.5], ["1'234.50", 'ask', 1234.5], ['1,234,567', 'ask', 1_234_567], ['0,125', 'ask', 0.125],
    ['1,234', ',', 1.234], ['1,234', '.', 1234], ['1.234', ',', 1234], ['1.234', '.', 1.234],
    ['85 %', 'ask', 85], ['€ 12.50', 'ask', 12.5], ['12,50 EUR', ',', 12.5], ['(12.50)', 'ask', -12.5], ['12.50-', 'ask', -12.5], ['−3', 'ask', -3],
    ['1e3', 'ask', 1000], ['+7', 'ask', 7], ['.5', 'ask', 0.5],
    ['1,234', 'ask', 'NUMBER_AMBIGUOUS'], ['1.234', 'ask', 'NUMBER_AMBIGUOUS'],
    ['12,5', '.', 'NUMBER_INVALID'], ['abc', 'ask', 'NUMBER_INVALID'], ['1,23,4', 'ask', 'NUMBER_INVALID'], ['1.2.3', 'ask', 'NUMBER_INVALID'], ['Infinity', 'ask', 'NUMBER_INVALID'], ['0x10', 'ask', 'NUMBER_INVALID'], ['', 'ask', 'NUMBER_INVALID'],
  ] as const)('reads %s with mark %s', (text, decimal, expected) => {
    expect(codeOf(readNumber(text, decimal))).toBe(expected);
  });

  it('wants whole numbers whole', () => {
    expect(readInteger('2', 'ask')).toBe(2);
    expect(codeOf(readInteger('2.5', 'ask'))).toBe('NUMBER_INVALID');
  });

  it('reads back every number written the German and the English way', () => {
    fc.assert(fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const value = (Math.abs(whole) + cents / 100) * (whole < 0 ? -1 : 1);
      const options = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
      expect(readNumber(value.toLocaleString('en-US', options), '.')).toBeCloseTo(value, 6);
      expect(readNumber(value.toLocaleString('de-DE', options), ',')).toBeCloseTo(value, 6);
    }));
  });
});

describe('durations', () => {
  it.each([
    ['4:05', 's', 245_000], ['1:02:30', 's', 3_750_000], ['00:04:05.250', 's', 245_250], ['245', 's', 245_000], ['245', 'ms', 245], ['2.5', 'min', 150_000],
    ['1,5', 'h', 5_400_000], ['3m 20s', 's', 200_000], ['1 h 2 min', 's', 3_720_000], ['PT3M20S', 's', 200_000], ['2 Stunden und 5 Minuten', 's', 7_500_000], ['90:00', 's', 5_400_000],
    ['4:75', 's', 'DURATION_INVALID'], ['-5', 's', 'DURATION_INVALID'], ['soon', 's', 'DURATION_INVALID'], ['3m or so', 's', 'DURATION_INVALID'], ['1,234', 's', 'NUMBER_AMBIGUOUS'],
  ] as const)('reads %s counted in %s', (text, unit, expected) => {
    expect(codeOf(readDuration(text, unit))).toBe(expected);
  });

  it('reads a workbook time of day', () => {
    expect(readDuration(new Date(Date.UTC(1899, 11, 30, 0, 4, 5)), 's')).toBe(245_000);
    expect(codeOf(readDuration(new Date(Date.UTC(2026, 1, 1)), 's'))).toBe('DURATION_INVALID');
  });
});

describe('words', () => {
  it('knows yes and no in several languages and nothing else', () => {
    for (const text of ['yes', 'Y', 'TRUE', '1', 'Ja', 'Oui', 'Sí', 'x', '✓']) expect(readYesNo(text)).toBe(true);
    for (const text of ['no', 'N', 'false', '0', 'Nein', 'Non', 'Não']) expect(readYesNo(text)).toBe(false);
    expect(codeOf(readYesNo('partly'))).toBe('NOT_YES_NO');
  });

  it('tells an answer from a refusal to answer', () => {
    for (const text of ['n/a', 'N/A', '-', 'keine Angabe', 'k.A.', "Don’t know", '#N/A']) expect(isNoAnswer(text)).toBe(true);
    for (const text of ['0', 'no', 'nein', '-1', 'Nan Goldin']) expect(isNoAnswer(text)).toBe(false);
  });
});
