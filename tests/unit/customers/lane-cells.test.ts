import { describe, expect, test } from 'vitest';
import { laneColumns, unitOf, unitStart, usedLanes, zooms } from '#renderer/features/customers/thread/lane-cells.ts';
import { foldedList } from '#renderer/features/customers/thread/folded-list.ts';
import type { ThreadEntry } from '#shared/model/customer.ts';

const bought = (at: string): ThreadEntry => ({ kind: 'purchase', id: at, at, what: 'renewal', product: null, amount: 1, margin: 1, currency: 'GBP' });

describe('the map of a relationship', () => {
  test('folds empty stretches into one labelled break, never a silent one', () => {
    const columns = laneColumns([bought('2026-06-16'), bought('2024-02-20'), bought('1994-03-14'), bought('1996-01-01')], 'decades');
    expect(columns.map((column) => (column.kind === 'cell' ? column.start.slice(0, 4) : `${column.start.slice(0, 4)}-${column.end.slice(0, 4)}: ${column.units}`)))
      .toEqual(['1994', '1995', '1996', '1997-2023: 27', '2024', '2025', '2026']);
  });

  test.each(zooms)('keeps every entry and accounts for every stretch in between: %s', (zoom) => {
    const days = ['2019-12-31', '2020-01-01', '2020-02-29', '2020-03-01', '2026-10-31T23:59:59.000Z', '1992-02-16'];
    const columns = laneColumns(days.map(bought), zoom);
    const cells = columns.flatMap((column) => (column.kind === 'cell' ? Object.values(column.entries).flat() : []));
    expect(cells.map(({ id }) => id).sort()).toEqual([...days].sort());
    const covered = columns.reduce((sum, column) => sum + (column.kind === 'cell' ? 1 : column.units), 0);
    expect(covered).toBe(unitOf('2026-10-31', zoom) - unitOf('1992-02-16', zoom) + 1);
  });

  test.each(zooms)('a stretch begins where it says: %s', (zoom) => {
    for (const day of ['1994-03-14', '2024-02-29', '2026-12-31']) {
      const unit = unitOf(day, zoom);
      expect(unitOf(unitStart(unit, zoom), zoom)).toBe(unit);
      expect(unitStart(unit, zoom) <= day).toBe(true);
    }
  });

  test('shows only the lanes that anything happened in', () => {
    expect(usedLanes([bought('2026-01-01')])).toEqual(['purchase']);
    expect(usedLanes([])).toEqual([]);
  });
});

test('the list says where a year or more passed without anything', () => {
  const items = foldedList(['2026-06-16', '2026-01-01', '2024-12-31', '2020-01-01'].map(bought));
  expect(items.map((item) => (item.kind === 'gap' ? item.days : item.entry.at))).toEqual(['2026-06-16', '2026-01-01', 366, '2024-12-31', 1826, '2020-01-01']);
});
