import { envelope, type Envelope, type Interval } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { bootstrap } from '#shared/stats/bootstrap.ts';
import { ascending, mean, quantileOfSorted, skewness, variance } from '#shared/stats/descriptive.ts';
import { zFor } from '#shared/stats/limits.ts';
import { tQuantile } from '#shared/stats/student-t.ts';
import { withSmallSampleRule } from './small-sample.ts';
import type { Tally } from './tally.ts';

/** Stored with every interval that was drawn, so that a briefing can be printed again, digit for digit. */
export const meanSeed = 19_790_101;

/** From so many values on the mean of any of our scores and times is normal enough, however skewed they are. */
const manyValues = 5000;

export type MeanAbout = { unit: Envelope['unit']; evidence: InteractionFilter | null; flags?: string[] };

/** The mean of a tally, with an interval that knows of customers who come again. */
export function meanEnvelope(tally: Tally, { unit, evidence, flags = [] }: MeanAbout): Envelope {
  const value = mean(tally.values);
  return finished(tally, { unit, evidence, flags, value, ci: value === null ? null : meanInterval(tally, value) });
}

/**
 * Student's t from 30 values of skewness under 2, its variance multiplied by the design effect of the customers (Kish
 * 1965); else the percentile bootstrap, which resamples whole customers (Davison & Hinkley 1997).
 */
function meanInterval(tally: Tally, centre: number): Interval | null {
  const { values, designEffect } = tally;
  const spread = variance(values);
  if (spread === null) return null;
  const isClustered = designEffect > 1;
  if (values.length >= manyValues || (values.length >= 30 && Math.abs(skewness(values) ?? 0) < 2)) {
    const half = tQuantile(0.975, Math.max(1, values.length / designEffect - 1)) * Math.sqrt((designEffect * spread) / values.length);
    return { lo: centre - half, hi: centre + half, conf: 0.95, method: isClustered ? 't, design effect' : 't' };
  }
  const units = [...tally.clusters, ...tally.valuesAlone.map((total) => ({ size: 1, total }))];
  const { ci } = bootstrap(units, meanOfClusters, { seed: meanSeed });
  return ci && { lo: ci[0], hi: ci[1], conf: 0.95, method: `${isClustered ? 'cluster-' : ''}bootstrap-percentile seed ${meanSeed}` };
}

function meanOfClusters(clusters: readonly { size: number; total: number }[]): number | null {
  let [size, total] = [0, 0];
  for (const cluster of clusters) {
    size += cluster.size;
    total += cluster.total;
  }
  return size === 0 ? null : total / size;
}

/**
 * A quantile of a tally (type 7) with the interval between order statistics that needs no shape of the distribution
 * (Conover 1999, section 3.2), their distance widened for customers who come again.
 */
export function quantileEnvelope(tally: Tally, p: number, { unit, evidence, flags = [] }: MeanAbout): Envelope {
  const sorted = ascending(tally.values);
  const n = sorted.length;
  const half = zFor() * Math.sqrt(n * p * (1 - p) * tally.designEffect);
  const at = (rank: number) => sorted[Math.min(n - 1, Math.max(0, rank))];
  const [lo, hi] = [at(Math.ceil(n * p - half) - 1), at(Math.ceil(n * p + half) - 1)];
  return finished(tally, {
    unit, evidence, flags, value: quantileOfSorted(sorted, p),
    ci: lo === undefined || hi === undefined || n < 2 ? null : { lo, hi, conf: 0.95, method: tally.designEffect > 1 ? 'order statistics, design effect' : 'order statistics' },
  });
}

function finished(tally: Tally, { unit, evidence, flags, value, ci }: Required<MeanAbout> & { value: number | null; ci: Interval | null }): Envelope {
  const { n, designEffect } = tally;
  const isClustered = designEffect > 1;
  return withSmallSampleRule(envelope({
    unit, value, ci, n, denominator: n, ...(isClustered ? { nEff: n / designEffect } : {}), reason: value === null ? tally.reason : null,
    excluded: tally.excluded, coverage: tally.inScope === 0 ? 1 : n / tally.inScope, flags: isClustered ? [...flags, 'clustered'] : flags, evidence,
  }));
}
