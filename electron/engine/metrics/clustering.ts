/**
 * What a design effect needs of clustered values, without the values: clusters `k`, values `n`, sum of squared cluster
 * sizes `n2`, sum `s` and sum of squares `q` of the values, and the sum over clusters of (cluster sum)^2 / size `s2n`.
 */
export type ClusterSums = { k: number; n: number; n2: number; s: number; q: number; s2n: number };

/** The SQL that turns rows (cluster, value) into `ClusterSums`; a NULL cluster is a cluster of its own, a NULL value is no value. */
export function clusterSumsSql(rows: string): string {
  return `SELECT count(*) AS k, coalesce(sum(size), 0) AS n, coalesce(sum(size * size), 0) AS n2, coalesce(sum(total), 0) AS s,
      coalesce(sum(squares), 0) AS q, coalesce(sum(total * total / size), 0) AS s2n
    FROM (SELECT count(*) AS size, 1.0 * sum(value) AS total, sum(value * value) AS squares FROM (${rows})
      WHERE value IS NOT NULL GROUP BY coalesce(cluster, 'alone ' || unit))`;
}

/**
 * DEFF = 1 + (m - 1) ICC, with m = sum m_i^2 / sum m_i and the one-way ANOVA estimate of the intraclass correlation
 * (Donner 1986; Kish 1965); never below 1, and 1 when nothing repeats. Several interactions of one customer are not
 * independent, and an interval that ignores that is too narrow.
 */
export function designEffect({ k, n, n2, s, q, s2n }: ClusterSums): number {
  if (k < 2 || n <= k) return 1;
  const between = (s2n - (s * s) / n) / (k - 1);
  const within = (q - s2n) / (n - k);
  const usualSize = (n - n2 / n) / (k - 1);
  const all = between + (usualSize - 1) * within;
  const icc = all <= 0 ? 0 : Math.max(0, (between - within) / all);
  return Math.max(1, 1 + (n2 / n - 1) * icc);
}
