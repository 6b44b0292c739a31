import { sum } from './descriptive.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** `minutes` per unit of work, `qty` units in the period. */
export type Activity = { readonly name: string; readonly minutes: number; readonly qty: number };

export type Capacity = {
  readonly periodCost: number;
  /** Minutes really available in the period: 80-85 % of paid time. */
  readonly practicalCapacityMin: number;
  readonly activities: readonly Activity[];
};

/** Costs in the currency of `periodCost`; `unusedMin` below 0 means more work than capacity. */
export type TimeDrivenCost = Outcome & {
  readonly ratePerMin: number | null; readonly unitCosts: readonly number[] | null; readonly usedMin: number; readonly usedCost: number | null;
  readonly unusedMin: number; readonly unusedCost: number | null; readonly utilisation: number | null;
};

/**
 * Time-driven activity-based cost: what a minute costs, what each activity costs per unit, and what the unused capacity costs (it
 * is reported, never charged on). ZERO_DENOMINATOR without capacity. Source: Kaplan & Anderson, HBR Nov 2004.
 */
export function timeDrivenCost({ periodCost, practicalCapacityMin, activities }: Capacity): TimeDrivenCost {
  const usedMin = sum(activities.map(({ minutes, qty }) => minutes * qty));
  const unusedMin = practicalCapacityMin - usedMin;
  if (practicalCapacityMin === 0) {
    return { ratePerMin: null, unitCosts: null, usedMin, usedCost: null, unusedMin, unusedCost: null, utilisation: null, ...unavailable('ZERO_DENOMINATOR') };
  }
  const ratePerMin = periodCost / practicalCapacityMin;
  return {
    ratePerMin, unitCosts: activities.map(({ minutes }) => minutes * ratePerMin), usedMin, usedCost: usedMin * ratePerMin,
    unusedMin, unusedCost: unusedMin * ratePerMin, utilisation: usedMin / practicalCapacityMin, ...available(),
  };
}
