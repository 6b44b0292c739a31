import { at } from './element.ts';
import { mean } from './descriptive.ts';

/** Ranks from 1, ties sharing their mean rank. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => at(values, a) - at(values, b));
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && at(values, at(order, to)) === at(values, at(order, from))) to += 1;
    for (const index of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/** Product-moment correlation -1..1 of arrays of equal length; null below two pairs or when a side does not vary. */
export function pearsonCorrelation(x: readonly number[], y: readonly number[]): number | null {
  const meanX = mean(x);
  const meanY = mean(y);
  if (meanX === null || meanY === null) return null;
  let both = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (const [index, value] of x.entries()) {
    const dx = value - meanX;
    const dy = at(y, index) - meanY;
    both += dx * dy;
    squaresX += dx * dx;
    squaresY += dy * dy;
  }
  const scale = Math.sqrt(squaresX * squaresY);
  return scale === 0 ? null : Math.max(-1, Math.min(1, both / scale));
}

/** Spearman's rank correlation with ties, -1..1; null below two pairs or when a side does not vary. Source: Spearman 1904. */
export function spearmanRho(x: readonly number[], y: readonly number[]): number | null {
  return pearsonCorrelation(midRanks(x), midRanks(y));
}
