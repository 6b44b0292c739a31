import { usualConf, zFor } from './limits.ts';
import { drawWithoutReplacement, mulberry32 } from './prng.ts';
import { at } from './element.ts';

/** Rounds up, but not because of rounding in the last place. */
function roundUp(n: number): number {
  return Math.ceil(n - 1e-9 * Math.max(1, n));
}

export type ProportionTarget = {
  /** Expected share; 0.5 asks for the most. */
  readonly p: number;
  /** Half-width of the interval wanted, as a share. */
  readonly e: number;
  readonly conf?: number;
  /** Size of the population; null = large. */
  readonly population?: number | null;
};

/** Units needed to estimate a share to +/- e: z^2 p(1-p)/e^2, corrected for a finite population, rounded up. Source: Cochran 1977. */
export function sampleSizeForProportion({ p, e, conf = usualConf, population = null }: ProportionTarget): number {
  const n = (zFor(conf) ** 2 * p * (1 - p)) / (e * e);
  return roundUp(population === null ? n : (n * population) / (n + population - 1));
}

/** Units needed to see at least one case of the given prevalence (0..1, above 0) with chance `conf`: ln(1-conf)/ln(1-prevalence). */
export function sampleSizeToDetect(prevalence: number, conf: number = usualConf): number {
  return prevalence >= 1 ? 1 : Math.max(1, roundUp(Math.log1p(-conf) / Math.log1p(-prevalence)));
}

/** N units with standard deviation S in a stratum. */
export type StratumSpread = { readonly size: number; readonly sd: number };

/** n split in proportion to N S, not rounded; null when every N S is 0 (NO_VARIATION). Source: Neyman 1934. */
export function neymanAllocation(n: number, strata: readonly StratumSpread[]): number[] | null {
  const products = strata.map(({ size, sd }) => size * sd);
  const total = products.reduce((sum, product) => sum + product, 0);
  return total === 0 ? null : products.map((product) => (n * product) / total);
}

/** A reproducible simple random sample: the same frame (in the same order), size and seed give the same units, in frame order. */
export function drawSample<Unit>(frame: readonly Unit[], size: number, seed: number): Unit[] {
  return drawWithoutReplacement(mulberry32(seed), frame.length, size).map((index) => at(frame, index));
}
