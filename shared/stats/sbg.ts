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

/**
 * Customers by how many renewals they were seen for: `lost[t]` left at renewal t + 1, `stayed[t]` were still there after t renewals
 * when last seen. Whenever each began: contracts of many years stand in one table.
 */
export type Tenures = { readonly lost: readonly number[]; readonly stayed: readonly number[] };

const times = (count: number, log: number): number => (count === 0 ? 0 : count * log);

/** Log-likelihood of tenures, those still running included. */
export function sbgTenureLogLikelihood(parameters: SbgParameters, { lost, stayed }: Tenures): number {
  const { stay, lose } = logCurves(parameters, Math.max(lost.length, stayed.length - 1));
  return lost.reduce((sum, count, t) => sum + times(count, at(lose, t)), 0) + stayed.reduce((sum, count, t) => sum + times(count, at(stay, t)), 0);
}

/** A cohort [N0, N1, ...] as tenures: losses at each renewal and the survivors of the last. */
function tenuresOf(survivors: readonly number[]): Tenures {
  const renewals = survivors.length - 1;
  return {
    lost: Array.from({ length: renewals }, (_, t) => at(survivors, t) - at(survivors, t + 1)),
    stayed: Array.from({ length: renewals + 1 }, (_, t) => (t === renewals ? at(survivors, t) : 0)),
  };
}

/** Log-likelihood of a cohort [N0, N1, ...]. */
export function sbgLogLikelihood(parameters: SbgParameters, survivors: readonly number[]): number {
  return sbgTenureLogLikelihood(parameters, tenuresOf(survivors));
}

/**
 * Maximum-likelihood fit of the shifted beta-geometric model of contractual retention to a cohort [N0, N1, ...], non-increasing.
 * BELOW_MIN_N below three renewals; NOT_IDENTIFIED when the optimum runs away (nobody left, everybody left at once, or no
 * difference between customers). alpha <= 1 means an infinite mean lifetime: discount or cap. Source: Fader & Hardie 2007.
 */
export function fitSbg(survivors: readonly number[]): SbgFit {
  if (survivors.length - 1 < minRenewals) return { ...nothing, ...unavailable('BELOW_MIN_N') };
  return fitSbgTenures(tenuresOf(survivors));
}

const nothing = { alpha: null, beta: null, logLikelihood: null };

/** The same fit to tenures of contracts that began at different times. */
export function fitSbgTenures(tenures: Tenures): SbgFit {
  if (Math.max(tenures.lost.length, tenures.stayed.length - 1) < minRenewals) return { ...nothing, ...unavailable('BELOW_MIN_N') };
  const lost = tenures.lost.reduce((sum, count) => sum + count, 0);
  const size = lost + tenures.stayed.reduce((sum, count) => sum + count, 0);
  if (lost === 0) return { ...nothing, ...unavailable('NOT_IDENTIFIED') };
  const cost = (logs: readonly number[]): number => {
    const value = sbgTenureLogLikelihood({ alpha: Math.exp(at(logs, 0)), beta: Math.exp(at(logs, 1)) }, tenures);
    return Number.isFinite(value) ? -value / size : Infinity;
  };
  const { point } = minimise(cost, [0, 0]);
  const found = { alpha: Math.exp(at(point, 0)), beta: Math.exp(at(point, 1)) };
  const isInside = [found.alpha, found.beta].every((value) => value > parameterRange[0] && value < parameterRange[1]);
  if (!isInside) return { ...nothing, ...unavailable('NOT_IDENTIFIED') };
  return { ...found, logLikelihood: sbgTenureLogLikelihood(found, tenures), ...available() };
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
