import type { GapReport } from '#shared/model/gap.ts';

export type SquareCell = keyof NonNullable<GapReport['table']>;
type Box = { left: number; top: number; width: number; height: number };

/** A cell of the 2 x 2 square: its count, its share of all, and its box in percent of the square. */
export type MosaicCell = { cell: SquareCell; n: number; share: number; box: Box };

/**
 * The square as a mosaic: area is proportional to the count. Columns are what the company said, good first; inside a
 * column the customers' answer, good at the top. @returns cells in reading order; an empty cell has no area
 */
export function mosaicCells(table: NonNullable<GapReport['table']>): MosaicCell[] {
  const { both, companyOnly, customerOnly, neither } = table;
  const n = both + companyOnly + customerOnly + neither;
  const columns = [{ left: 0, good: 'both', bad: 'companyOnly' }, { left: 1, good: 'customerOnly', bad: 'neither' }] as const;
  const passed = percent(both + companyOnly, n);
  return columns.flatMap(({ left, good, bad }) => {
    const inColumn = table[good] + table[bad];
    const x = left === 0 ? { left: 0, width: passed } : { left: passed, width: 100 - passed };
    const height = percent(table[good], inColumn);
    return [
      { cell: good, n: table[good], share: percent(table[good], n) / 100, box: { ...x, top: 0, height } },
      { cell: bad, n: table[bad], share: percent(table[bad], n) / 100, box: { ...x, top: height, height: inColumn === 0 ? 0 : 100 - height } },
    ];
  });
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

/** Is there room for words in the cell? Cells without it get their button beside the square. @param side of the square in CSS pixels */
export function hasRoom({ box }: MosaicCell, side: { width: number; height: number }): boolean {
  const [width, height] = [(box.width / 100) * side.width, (box.height / 100) * side.height];
  return (width >= 190 && height >= 52) || (width >= 104 && height >= 96);
}
