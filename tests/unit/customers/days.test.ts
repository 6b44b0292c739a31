import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '#engine/customers/days.ts';

const slow = (at: string): number => Date.parse(at) / 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');

describe('the day of a stored time', () => {
  test('is that of Date.parse for every moment of ten thousand years', () => {
    fc.assert(fc.property(fc.date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }), (moment) => {
      const iso = moment.toISOString();
      for (const form of [iso, iso.slice(0, 10), `${iso.slice(0, 19)}Z`]) expect(dayOf(form)).toBe(slow(form));
    }), { numRuns: 2000 });
  });

  test('is that of Date.parse on every day of four centuries, leap days too', () => {
    const wrong = Array.from({ length: 146_097 }, (_, day) => new Date((day - 100_000) * 86_400_000).toISOString().slice(0, 10)).filter((day) => dayOf(day) !== slow(day));
    expect(wrong).toEqual([]);
  });

  test('is that of Date.parse for days and hours that do not exist', () => {
    const part = fc.integer({ min: 0, max: 99 });
    fc.assert(fc.property(fc.tuple(fc.constantFrom('1900', '2024', '2026', '12x4'), part, part, part, part, part), ([year, month, day, ...time]) => {
      const [hour, minute, second] = time.map(two);
      for (const form of [`${year}-${two(month % 15)}-${two(day % 34)}`, `${year}-${two(month % 15)}-${two(day % 34)}T${hour}:${minute}:${second}Z`, `2026-03-0${day % 10}T${two(time[0] % 26)}:${two(time[1] % 62)}:${two(time[2] % 62)}.123Z`]) {
        expect(dayOf(form)).toBe(slow(form));
      }
    }), { numRuns: 2000 });
  });

  test.each(['2026-03-01T10:00:00', '2026-03-01T10:00Z', '2026-03-01T10:00:00+02:00', '2026-03-01T10:00:00.5Z', '2026-03-01 10:00:00', '2026/03/01', '2026-03', '', 'soon', '2026-03-01T10-00-00Z'])(
    'of %j, which is no usual form, is what Date.parse says', (at) => {
      expect(dayOf(at)).toBe(slow(at));
    });
});
