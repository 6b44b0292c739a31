import { at } from './element.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** Arrays are in the order of the input. `bonferroniRejected` is for comparison. */
export type FalseDiscovery = Outcome & {
  readonly rejected: number | null; readonly rejectedFlags: readonly boolean[] | null;
  readonly adjusted: readonly number[] | null; readonly bonferroniRejected: number | null;
};

/** Rounding must not turn p = r q / m into a failure. */
const slack = 1 + 1e-12;

/** Adjusted p by input position: the smallest of min(1, m p / rank) over this rank and all later ones. */
function adjust(p: readonly number[], order: readonly number[]): number[] {
  const adjusted = [...p];
  let smallest = 1;
  for (let rank = p.length; rank >= 1; rank -= 1) {
    const position = at(order, rank - 1);
    smallest = Math.min(smallest, (p.length * at(p, position)) / rank);
    adjusted[position] = smallest;
  }
  return adjusted;
}

/**
 * Benjamini-Hochberg step-up at false discovery rate q over all m = p.length tests, p in any order. NO_DATA of nothing.
 * Source: Benjamini & Hochberg 1995, JRSS-B 57:289.
 */
export function benjaminiHochberg(p: readonly number[], q: number): FalseDiscovery {
  if (p.length === 0) return { rejected: null, rejectedFlags: null, adjusted: null, bonferroniRejected: null, ...unavailable('NO_DATA') };
  const m = p.length;
  const order = p.map((_, position) => position).sort((a, b) => at(p, a) - at(p, b));
  const rejected = order.reduce((last, position, index) => (at(p, position) <= (((index + 1) * q) / m) * slack ? index + 1 : last), 0);
  const rejectedFlags = p.map(() => false);
  for (const position of order.slice(0, rejected)) rejectedFlags[position] = true;
  return {
    rejected, rejectedFlags, adjusted: adjust(p, order),
    bonferroniRejected: p.filter((value) => value <= (q / m) * slack).length,
    ...available(),
  };
}
