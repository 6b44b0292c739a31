import { at } from './element.ts';
import { usualConf, type Limits } from './limits.ts';
import { nonResponseBounds } from './non-response.ts';
import { available, ratio, reasonsFor, unavailable, type Outcome } from './outcome.ts';
import { wilson } from './wilson.ts';

/** `popShare` 0..1 of everyone, and the answers that came from the stratum. */
export type RespondentStratum = { readonly popShare: number; readonly respondents: number; readonly positive: number };

/** Shares 0..1; `weights` in the order of the strata; `manskiBounds` need no assumption about who stayed silent. */
export type PoststratifiedProportion = Outcome & {
  readonly weighted: number | null; readonly wilsonNeffCi: Limits | null; readonly raw: number | null;
  readonly weights: readonly number[] | null; readonly nEff: number | null; readonly manskiBounds: Limits | null;
};

/**
 * Share weighted to known population shares (weight = population share / respondent share), with Wilson on Kish's effective n, beside
 * the raw share and Manski's bounds at response rate respondents/invited. NOT_IDENTIFIED when a stratum has no respondent.
 * Sources: Kish 1965; Manski 1995.
 */
export function poststratifiedProportion(strata: readonly RespondentStratum[], invited: number, conf: number = usualConf): PoststratifiedProportion {
  const respondents = strata.reduce((sum, stratum) => sum + stratum.respondents, 0);
  const positive = strata.reduce((sum, stratum) => sum + stratum.positive, 0);
  const raw = ratio(positive, respondents);
  const responseRate = ratio(respondents, invited);
  const manskiBounds = responseRate === null ? null : nonResponseBounds(raw ?? 0, responseRate);
  const reasons = reasonsFor(['raw', raw === null, 'ZERO_DENOMINATOR'], ['manskiBounds', manskiBounds === null, 'ZERO_DENOMINATOR']);
  const beside = { raw, manskiBounds };
  if (strata.length === 0 || strata.some((stratum) => stratum.respondents === 0)) {
    const reason = strata.length === 0 ? 'NO_DATA' : 'NOT_IDENTIFIED';
    return { weighted: null, wilsonNeffCi: null, ...beside, weights: null, nEff: null, ...unavailable(reason, reasons) };
  }
  const weights = strata.map((stratum) => stratum.popShare / (stratum.respondents / respondents));
  const sumOf = (part: (stratum: RespondentStratum, weight: number) => number) => strata.reduce((sum, stratum, h) => sum + part(stratum, at(weights, h)), 0);
  const totalWeight = sumOf((stratum, weight) => weight * stratum.respondents);
  if (totalWeight === 0) return { weighted: null, wilsonNeffCi: null, ...beside, weights, nEff: null, ...unavailable('ZERO_DENOMINATOR', reasons) };
  const weighted = sumOf((stratum, weight) => weight * stratum.positive) / totalWeight;
  const nEff = (totalWeight * totalWeight) / sumOf((stratum, weight) => weight * weight * stratum.respondents);
  return { weighted, wilsonNeffCi: wilson({ x: weighted * nEff, n: nEff, conf }), ...beside, weights, nEff, ...available(reasons) };
}

/** Weights confined to 0.2..5 times their mean and scaled back to it, so that no respondent speaks for a crowd. */
export function trimWeights(weights: readonly number[], range: Limits = [0.2, 5]): number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  const trimmed = weights.map((weight) => Math.min(range[1] * mean, Math.max(range[0] * mean, weight)));
  const total = trimmed.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? trimmed : trimmed.map((weight) => (weight * mean * weights.length) / total);
}
