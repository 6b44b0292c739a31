import { sum } from './descriptive.ts';

/**
 * Margin multiple of a contract with constant retention, r/(1+i-r), the first margin after the first renewal (add 1 when one is
 * received now). Null when r >= 1 + i (NOT_IDENTIFIED). Source: Gupta & Lehmann 2003.
 */
export function marginMultiple(retention: number, discount: number): number | null {
  return retention >= 1 + discount ? null : retention / (1 + discount - retention);
}

export type CustomerHistory = { readonly margins: readonly number[]; readonly serviceCosts: readonly number[]; readonly credits: readonly number[] };

/** Historical value: margins less service costs and credits, in one currency. */
export function historicalValue({ margins, serviceCosts, credits }: CustomerHistory): number {
  return sum(margins) - sum(serviceCosts) - sum(credits);
}

/** Earned growth: revenue kept from last year's customers over their revenue, plus the referred share of new revenue, less 1. */
export function earnedGrowth({ kept, lastYear, referredShare }: { kept: number; lastYear: number; referredShare: number }): number | null {
  return lastYear === 0 ? null : kept / lastYear + referredShare - 1;
}
