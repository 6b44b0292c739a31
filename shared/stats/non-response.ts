import type { Limits } from './limits.ts';

/** The true share lies in these bounds whatever the silent ones think: [RR p, RR p + 1 - RR]. Shares 0..1. Source: Manski 1995. */
export function nonResponseBounds(share: number, responseRate: number): Limits {
  return [responseRate * share, responseRate * share + 1 - responseRate];
}

export type BreakEven = { readonly company: number; readonly customer: number; readonly responseRate: number };

/**
 * Share of good answers among non-respondents at which the gap would disappear, (p_company - RR p_customer)/(1 - RR). Outside 0..1
 * no behaviour of theirs could close it. Null when everybody answered.
 */
export function breakEvenNonResponse({ company, customer, responseRate }: BreakEven): number | null {
  return responseRate >= 1 ? null : (company - responseRate * customer) / (1 - responseRate);
}

/** 3-sigma funnel limits of a share around the overall one for a unit of size n; null when n = 0. */
export function funnelLimits(overall: number, n: number, width = 3): Limits | null {
  if (n === 0) return null;
  const half = width * Math.sqrt((overall * (1 - overall)) / n);
  return [Math.max(0, overall - half), Math.min(1, overall + half)];
}
