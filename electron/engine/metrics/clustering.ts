/**
 * What a design effect needs of clustered values, without the values: clusters `k`, values `n`, sum of squared cluster
 * sizes `n2`, sum `s` and sum of squares `q` of the values, and the sum over clusters of (cluster sum)^2 / size `s2n`.
 */
type Sums = { k: number; n: number; n2: number; s: number; q: number; s2n: number };

/** Sums over clusters (the interactions of one customer), from which a design effect follows. */
export class ClusterSums {
  readonly #sums: Sums = { k: 0, n: 0, n2: 0, s: 0, q: 0, s2n: 0 };

  /** One cluster: its size, the sum and the sum of squares of its values. */
  add(size: number, total: number, squares: number): void {
    if (size === 0) return;
    const sums = this.#sums;
    sums.k += 1;
    sums.n += size;
    sums.n2 += size * size;
    sums.s += total;
    sums.q += squares;
    sums.s2n += (total * total) / size;
  }

  /** So many values that are each a cluster of their own. */
  addAlone(count: number, total: number, squares: number): void {
    const sums = this.#sums;
    sums.k += count;
    sums.n += count;
    sums.n2 += count;
    sums.s += total;
    sums.q += squares;
    sums.s2n += squares;
  }

  /**
   * DEFF = 1 + (m - 1) ICC, with m = sum m_i^2 / sum m_i and the one-way ANOVA estimate of the intraclass correlation
   * (Donner 1986; Kish 1965); never below 1, and 1 when nothing repeats. Several interactions of one customer are not
   * independent, and an interval that ignores that is too narrow.
   */
  get designEffect(): number {
    const { k, n, n2, s, q, s2n } = this.#sums;
    if (k < 2 || n <= k) return 1;
    const between = (s2n - (s * s) / n) / (k - 1);
    const within = (q - s2n) / (n - k);
    const usualSize = (n - n2 / n) / (k - 1);
    const all = between + (usualSize - 1) * within;
    const icc = all <= 1e-12 * q ? 0 : Math.max(0, (between - within) / all);
    return Math.max(1, 1 + (n2 / n - 1) * icc);
  }
}
