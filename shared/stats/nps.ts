import { clamp, usualConf, waldLimits, type Limits } from './limits.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** Answers 9-10, 7-8 and 0-6 to the 0-10 question. */
export type NpsCounts = { readonly promoters: number; readonly passives: number; readonly detractors: number };

/** `nps` and everything named points runs from -100 to 100. */
export type Nps = Outcome & {
  readonly nps: number | null; readonly variancePm1: number | null; readonly sdPm1: number | null;
  readonly sePoints: number | null; readonly waldCi: Limits | null; readonly n: number;
};

function moments({ promoters, passives, detractors }: NpsCounts): { n: number; mean: number; variance: number } {
  const n = promoters + passives + detractors;
  const mean = (promoters - detractors) / n;
  return { n, mean, variance: Math.max(0, (promoters + detractors) / n - mean * mean) };
}

/**
 * Net Promoter Score in points: 100 (P - D)/n; variance of one answer coded +1/0/-1 is P + D - (P - D)^2. The plain Wald interval
 * is for comparison only. NO_DATA of nothing. Source: Reichheld 2003.
 */
export function nps(counts: NpsCounts, conf: number = usualConf): Nps {
  const { n, mean, variance } = moments(counts);
  if (n === 0) return { nps: null, variancePm1: null, sdPm1: null, sePoints: null, waldCi: null, n, ...unavailable('NO_DATA') };
  const sePoints = 100 * Math.sqrt(variance / n);
  return {
    nps: 100 * mean, variancePm1: variance, sdPm1: Math.sqrt(variance), sePoints, waldCi: waldLimits(100 * mean, sePoints, conf), n, ...available(),
  };
}

/** `centre` is the adjusted score that the interval is built around. */
export type AdjustedNps = Outcome & {
  readonly nps: number | null; readonly ci: Limits | null; readonly centre: number | null; readonly waldCi: Limits | null;
};

/** Promoters, passives and detractors added before the interval is computed (Rocks 2016). */
export const npsPseudoAnswers: readonly [number, number, number] = [0.75, 1.5, 0.75];

/**
 * The NPS interval that is shown: adjusted Wald, clipped to -100..100; the score itself stays unadjusted. NO_DATA of nothing.
 * Source: Rocks 2016, Am Stat 70:365.
 */
export function npsAdjustedWald(counts: NpsCounts, pseudo = npsPseudoAnswers, conf: number = usualConf): AdjustedNps {
  const plain = nps(counts, conf);
  if (plain.nps === null) return { nps: null, ci: null, centre: null, waldCi: null, ...unavailable('NO_DATA') };
  const adjusted = moments({
    promoters: counts.promoters + pseudo[0], passives: counts.passives + pseudo[1], detractors: counts.detractors + pseudo[2],
  });
  const centre = 100 * adjusted.mean;
  const [lo, hi] = waldLimits(centre, 100 * Math.sqrt(adjusted.variance / adjusted.n), conf);
  return { nps: plain.nps, ci: [clamp(lo, -100, 100), clamp(hi, -100, 100)], centre, waldCi: plain.waldCi, ...available() };
}

export type NpsDifference = Outcome & { readonly diff: number | null; readonly ci: Limits | null; readonly se: number | null };

/** NPS of wave a minus wave b, independent samples, in points. NO_DATA when a wave is empty. */
export function npsDifference(a: NpsCounts, b: NpsCounts, conf: number = usualConf): NpsDifference {
  const first = nps(a, conf);
  const second = nps(b, conf);
  if (first.nps === null || second.nps === null) return { diff: null, ci: null, se: null, ...unavailable('NO_DATA') };
  const diff = first.nps - second.nps;
  const se = Math.hypot(first.sePoints ?? 0, second.sePoints ?? 0);
  return { diff, ci: waldLimits(diff, se, conf), se, ...available() };
}
