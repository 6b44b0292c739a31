import { describe, expect, test } from 'vitest';
import { cursorAfter } from '#renderer/features/listen/layout/grid-keys.ts';

const shape = { rowCount: 100, page: 10, sharedColumn: 2, columnsOf: (row: number) => (row === 5 ? 5 : 3) };
const press = (key: string, from: { row: number; column: number }, isMod = false) => cursorAfter({ key, isMod }, from, shape);

describe('keys of the transcript grid', () => {
  test('move by rows and keep the column of words; marks of one row are not columns of the next', () => {
    expect(press('ArrowDown', { row: 5, column: 4 })).toEqual({ row: 6, column: 2 });
    expect(press('ArrowUp', { row: 5, column: 0 })).toEqual({ row: 4, column: 0 });
  });

  test('stop at the ends', () => {
    expect(press('ArrowUp', { row: 0, column: 2 })?.row).toBe(0);
    expect(press('PageDown', { row: 95, column: 2 })?.row).toBe(99);
    expect(press('ArrowRight', { row: 5, column: 4 })?.column).toBe(4);
    expect(press('ArrowLeft', { row: 5, column: 0 })?.column).toBe(0);
  });

  test('go to the ends of the row, and with the modifier of the whole grid', () => {
    expect(press('End', { row: 5, column: 0 })).toEqual({ row: 5, column: 4 });
    expect(press('End', { row: 5, column: 1 }, true)).toEqual({ row: 99, column: 1 });
    expect(press('Home', { row: 5, column: 4 }, true)).toEqual({ row: 0, column: 2 });
  });

  test('leave every other key alone', () => {
    expect(press('k', { row: 5, column: 0 })).toBeNull();
    expect(press(' ', { row: 5, column: 0 })).toBeNull();
  });
});
