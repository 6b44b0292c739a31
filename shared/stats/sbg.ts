import { parameterRange } from './bgnbd.ts';
import { at } from './element.ts';
import { minimise } from './nelder-mead.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** Fewest renewals for which the model may be fitted. */
export const minRenewals = 3;

export type SbgParameters = { readonly alpha: number; readonly beta: number };

export type SbgFit = Outcome & { readonly alpha: number | null; readonly beta: number | null; readonly logLikelihood: number | null };

/** ln of the share still there after each of `renewals` renewals, from 0 on, and of the share lost at each. */
function logCurves({ alpha, beta }: SbgParameters, renewals: number): { stay: number[]; lose: number[] } {
  const stay = [0];
  const lose: number[] = [];
  for (let t = 1; t <= renewals; t += 1) {
    const before = at(stay, t - 1);
    const total = Math.log(alpha + beta + t - 1);
    lose.push(before + Math.log(alpha) - total);
    stay.push(before + Math.log(beta + t - 1) - total);
  }
  return { stay, lose };
}

/** Log-likelihood of a cohort [N0, N1, ...]: losses at each renewal and the survivors of the last. */
export function sbgLogLikelihood(parameters: SbgParameters, survivors: readonly number[]): number {
  const renewals = survivors.length - 1;
  const { stay, lose } = logCurves(parameters, renewals);
  const times = (count: number, log: number) => (count === 0 ? 0 : count * log);
  const lost = lose.reduce((sum, log, t) => sum + times(at(survivors, t) - at(survivors, t + 1), log), 0);
  return lost + times(at(survivors, renewals), at(stay, renewals));
}

/**
 * Maximum-likelihood fit of the shifted beta-geometric model of contractual retention to a cohort [N0, N1, ...], non-increasing.
 * BELOW_MIN_N below three renewals; NOT_IDENTIFIED when the optimum runs away (nobody left, everybody left at once, or no
 * difference between customers). alpha <= 1 means an infinite mean lifetime: discount or cap. Source: Fader & Hardie 2007.
 */
export function fitSbg(survivors: readonly number[]): SbgFit {
  const nothing = { alpha: null, beta: null, logLikelihood: null };
  if (survivors.length - 1 < minRenewals) return { ...nothing, ...unavailable('BELOW_MIN_N') };
  const size = at(survivors, 0);
  if (size === 0 || at(survivors, survivors.length - 1) === size) return { ...nothing, ...unavailable('NOT_IDENTIFIED') };
  const cost = (logs: readonly number[]): number => {
    const value = sbgLogLikelihood({ alpha: Math.exp(at(logs, 0)), beta: Math.exp(at(logs, 1)) }, survivors);
    return Number.isFinite(value) ? -value / size : Infinity;
  };
  const { point } = minimise(cost, [0, 0]);
  const found = { alpha: Math.exp(at(point, 0)), beta: Math.exp(at(point, 1)) };
  const isInside = [found.alpha, found.beta].every((value) => value > parameterRange[0] && value < parameterRange[1]);
  if (!isInside) return { ...nothing, ...unavailable('NOT_IDENTIFIED') };
  return { ...found, logLikelihood: sbgLogLikelihood(found, survivors), ...available() };
}

/** Share of a cohort still there after t renewals. */
export function sbgSurvival(parameters: SbgParameters, t: number): number {
  return Math.exp(at(logCurves(parameters, t).stay, t));
}

/** Years after which the tail is no longer counted, and the discount applied. */
export type Horizon = { readonly discount: number; readonly maxYears?: number };

/** Expected discounted renewals of a new customer, sum over t of S(t)/(1+i)^t up to `maxYears` (30): finite also where alpha <= 1. */
export function sbgDiscountedYears(parameters: SbgParameters, { discount, maxYears = 30 }: Horizon): number {
  return logCurves(parameters, maxYears).stay.slice(1)
    .reduce((sum, logStay, index) => sum + Math.exp(logStay) / (1 + discount) ** (index + 1), 0);
}
