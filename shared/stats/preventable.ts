import { usualConf, type Limits } from './limits.ts';
import { available, unavailable, type Outcome } from './outcome.ts';
import { finitePopulationSize, wilson } from './wilson.ts';

/** Contacts in scope, of which `coded` were judged ("cannot tell" left out) and `preventable` found so. */
export type CodedSample = { readonly population: number; readonly coded: number; readonly preventable: number };

/** `rate` 0..1; contacts are scaled to the population and not rounded. */
export type PreventableRate = Outcome & {
  readonly rate: number | null; readonly ci: Limits | null; readonly nStarFpc: number | null;
  readonly estimatedContacts: number | null; readonly contactsCi: Limits | null;
};

/**
 * Share of preventable contacts from a random sample of a finite population: Wilson with n* = n(N-1)/(N-n). ZERO_DENOMINATOR when
 * none is coded; when all are, there is no n* and the interval is the point.
 */
export function preventableRate({ population, coded, preventable }: CodedSample, conf: number = usualConf): PreventableRate {
  if (coded === 0) {
    return { rate: null, ci: null, nStarFpc: null, estimatedContacts: null, contactsCi: null, ...unavailable('ZERO_DENOMINATOR') };
  }
  const rate = preventable / coded;
  const nStarFpc = finitePopulationSize(coded, population);
  const ci: Limits = (nStarFpc === null ? null : wilson({ x: rate * nStarFpc, n: nStarFpc, conf })) ?? [rate, rate];
  return { rate, ci, nStarFpc, estimatedContacts: rate * population, contactsCi: [ci[0] * population, ci[1] * population], ...available() };
}
