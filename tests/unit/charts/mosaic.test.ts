import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasRoom, mosaicCells } from '#renderer/charts/mosaic/mosaic-cells.ts';

const count = fc.integer({ min: 0, max: 5000 });

describe('blind-spot square', () => {
  test('area is proportional to the count, for any counts', () => {
    fc.assert(fc.property(fc.tuple(count, count, count, count), ([both, companyOnly, customerOnly, neither]) => {
      const n = both + companyOnly + customerOnly + neither;
      fc.pre(n > 0);
      for (const cell of mosaicCells({ both, companyOnly, customerOnly, neither })) {
        expect((cell.box.width * cell.box.height) / 10_000).toBeCloseTo(cell.n / n, 9);
        expect(cell.share).toBeCloseTo(cell.n / n, 9);
      }
    }), { numRuns: 300 });
  });

  test('the cells of the sample: 24, 48, 8 and 20 % of 400', () => {
    const cells = mosaicCells({ both: 96, companyOnly: 192, customerOnly: 32, neither: 80 });
    expect(cells.map(({ cell, n }) => [cell, n])).toEqual([['both', 96], ['companyOnly', 192], ['customerOnly', 32], ['neither', 80]]);
    expect(cells.map(({ share }) => Math.round(share * 100))).toEqual([24, 48, 8, 20]);
    expect(cells[0]?.box).toEqual({ left: 0, top: 0, width: 72, height: (100 * 96) / 288 });
  });

  test('no interactions give no areas and no NaN', () => {
    for (const { box, share } of mosaicCells({ both: 0, companyOnly: 0, customerOnly: 0, neither: 0 })) {
      expect([box.width * box.height, share].every((value) => value === 0)).toBe(true);
    }
  });

  test('a cell without room for its words gets its button outside', () => {
    const cells = mosaicCells({ both: 96, companyOnly: 192, customerOnly: 32, neither: 80 });
    const side = { width: 520, height: 260 };
    expect(cells.filter((cell) => !hasRoom(cell, side)).map(({ cell }) => cell)).toEqual(['customerOnly']);
  });
});
