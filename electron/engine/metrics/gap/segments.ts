import type { GapSegment } from '#shared/model/gap.ts';
import { benjaminiHochberg } from '#shared/stats/benjamini-hochberg.ts';
import { usualFrom } from '../small-sample.ts';
import type { Sides } from './sides.ts';

export type SegmentSides = Sides & { segment: string | null };

/** More segments than this are many comparisons at once. */
const fewComparisons = 5;

/**
 * Segments as a report lists them. Several are tested at once: beyond five, only those that survive
 * Benjamini-Hochberg at q = .10 are called different. Under 30 interactions nothing is tested and nothing is ranked:
 * those stand after the others, by name.
 */
export function listedSegments(rows: readonly SegmentSides[]): GapSegment[] {
  const shown = rows.filter((row) => row.company.n + row.customer.n > 0);
  const tested = shown.filter((row) => row.p !== null && row.gap.n >= usualFrom && row.gap.value !== null);
  const survivors = tested.length > fewComparisons ? benjaminiHochberg(tested.map((row) => row.p ?? 1), 0.1).rejectedFlags : null;
  const isDifferent = (row: SegmentSides): boolean => {
    const at = tested.indexOf(row);
    const excludesZero = row.gap.ci !== null && (row.gap.ci.lo > 0 || row.gap.ci.hi < 0);
    return at >= 0 && excludesZero && (survivors === null || survivors[at] === true);
  };
  return shown.map((row) => {
    const { p: _p, ...segment } = row;
    return { ...segment, isDifferent: isDifferent(row) };
  }).sort(byGapWhereItMayBeRanked);
}

function byGapWhereItMayBeRanked(a: GapSegment, b: GapSegment): number {
  const isRanked = (row: GapSegment) => row.gap.n >= usualFrom && row.gap.value !== null;
  if (isRanked(a) !== isRanked(b)) return isRanked(a) ? -1 : 1;
  return isRanked(a) && a.gap.value !== b.gap.value ? (b.gap.value ?? 0) - (a.gap.value ?? 0) : (a.segment ?? '\uffff').localeCompare(b.segment ?? '\uffff');
}
