import { describe, expect, test } from 'vitest';
import { segmentName, segmentOrder } from '#renderer/charts/segment-name.ts';
import { chosenPeriod, periodChoices, withDays } from '#renderer/charts/slice/period.ts';
import { aWriting } from './chart-samples.ts';

const writing = aWriting();

describe('periods', () => {
  const choices = periodChoices('2023-11-01T10:00:00.000Z', '2026-10-31T17:00:00.000Z');

  test('count back from the last data, not from today', () => {
    expect(choices.map(({ id, days }) => [id, days])).toEqual([
      ['m3', { from: '2026-08-01' }], ['m12', { from: '2025-11-01' }],
      ...[2026, 2025, 2024, 2023].map((year) => [`y${year}`, { from: `${year}-01-01`, to: `${year}-12-31` }]),
    ]);
  });

  test('the choice of a filter is found again, other dates are own ones', () => {
    for (const { id, days } of choices) expect(chosenPeriod(withDays({ queue: 'Billing', from: '2020-01-01' }, days), choices)).toBe(id);
    expect(chosenPeriod({}, choices)).toBe('all');
    expect(chosenPeriod({ from: '2026-02-03' }, choices)).toBe('own');
    expect(withDays({ queue: 'Billing', from: '2020-01-01', to: '2020-02-01' }, {})).toEqual({ queue: 'Billing' });
  });

  test('without dates there is nothing to choose', () => {
    expect(periodChoices(null, null)).toEqual([]);
  });
});

describe('names of parts', () => {
  test.each([
    ['month', '2026-08', 'Aug 2026'], ['month', 'Tariffs', 'Tariffs'], ['channel', 'email', 'E-mail'], ['language', 'de', 'German'], ['language', 'Klingon (KL)', 'Klingon (KL)'],
    ['tenure', 'under 1 year', 'Under 1 year'], ['queue', 'Billing', 'Billing'], ['queue', null, 'Not known'], ['cause', null, 'No cause tagged'],
  ] as const)('%s %s is %s', (by, segment, name) => {
    expect(segmentName(by, segment, writing)).toBe(name);
  });

  test('months and bands keep their own order', () => {
    const bands = ['10 years and more', 'under 1 year', '5 to 10 years', null, '1 to 5 years'];
    expect(bands.toSorted((a, b) => segmentOrder('tenure', a, '').localeCompare(segmentOrder('tenure', b, '')))).toEqual(['under 1 year', '1 to 5 years', '5 to 10 years', '10 years and more', null]);
    expect(['2026-08', '2025-12', '2026-12'].toSorted((a, b) => segmentOrder('month', a, '').localeCompare(segmentOrder('month', b, '')))).toEqual(['2026-12', '2026-08', '2025-12']);
  });
});
