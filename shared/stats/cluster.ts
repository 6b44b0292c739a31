import { bootstrap, type BootstrapResult, type Resampling } from './bootstrap.ts';
import { squaredDeviations, sum } from './descriptive.ts';
import { ratio } from './outcome.ts';

/** Values of the units of each cluster (the interactions of one customer, the calls of one agent). */
export type Clusters = readonly (readonly number[])[];

/**
 * Intraclass correlation of clustered values, one-way analysis of variance for unequal sizes; negative estimates are kept. Null
 * below two clusters, when no cluster has two units, or without variation. Source: Donner 1986.
 */
export function clusterIcc(clusters: Clusters): number | null {
  const filled = clusters.filter((cluster) => cluster.length > 0);
  const n = filled.reduce((count, cluster) => count + cluster.length, 0);
  const k = filled.length;
  if (k < 2 || n <= k) return null;
  const withinSquares = sum(filled.map(squaredDeviations));
  const betweenSquares = squaredDeviations(filled.flat()) - withinSquares;
  const between = betweenSquares / (k - 1);
  const within = withinSquares / (n - k);
  const usualSize = (n - filled.reduce((squares, cluster) => squares + cluster.length ** 2, 0) / n) / (k - 1);
  const all = between + (usualSize - 1) * within;
  return all <= 0 ? null : (between - within) / all;
}

/** Cluster size that enters the design effect, sum m^2 / sum m; null of nothing. */
export function meanClusterSize(sizes: readonly number[]): number | null {
  return ratio(sizes.reduce((squares, size) => squares + size * size, 0), sizes.reduce((total, size) => total + size, 0));
}

/** DEFF = 1 + (m - 1) ICC: by what the variance of independent units is multiplied. Never below 1 here. Source: Kish 1965. */
export function designEffect(sizes: readonly number[], icc: number): number {
  return Math.max(1, 1 + ((meanClusterSize(sizes) ?? 1) - 1) * Math.max(0, icc));
}

/**
 * Percentile bootstrap that resamples whole clusters, so that repeated units of one customer do not pass for independent ones.
 * `statistic` sees the clusters of a resample; give it pre-counted clusters (x, n) where many are resampled.
 */
export function clusterBootstrap<Cluster>(
  clusters: readonly Cluster[], statistic: (clusters: readonly Cluster[]) => number | null, how: Resampling,
): BootstrapResult {
  return bootstrap(clusters, statistic, how);
}

/** The usual statistic for it: the share of x in n over clusters. */
export function shareOfClusters(clusters: readonly { readonly x: number; readonly n: number }[]): number | null {
  let x = 0;
  let n = 0;
  for (const cluster of clusters) {
    x += cluster.x;
    n += cluster.n;
  }
  return ratio(x, n);
}
