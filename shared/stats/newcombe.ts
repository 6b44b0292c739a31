import { clamp, usualConf, type Limits } from './limits.ts';
import { available, unavailable, type Outcome } from './outcome.ts';
import { wilson } from './wilson.ts';

/** p(first) - p(second), -1..1, with its interval. */
export type ShareDifference = Outcome & { readonly diff: number | null; readonly ci: Limits | null };

const noPart = { diff: null, ci: null };

export type TwoShares = { readonly x1: number; readonly n1: number; readonly x2: number; readonly n2: number; readonly conf?: number };

/**
 * Difference of the shares of two independent samples, square-and-add of Wilson arms, no continuity correction.
 * ZERO_DENOMINATOR when a sample is empty. Source: Newcombe 1998, Stat Med 17:873, method 10.
 */
export function newcombeUnpaired({ x1, n1, x2, n2, conf = usualConf }: TwoShares): ShareDifference {
  const first = wilson({ x: x1, n: n1, conf });
  const second = wilson({ x: x2, n: n2, conf });
  if (first === null || second === null) return { ...noPart, ...unavailable('ZERO_DENOMINATOR') };
  const p1 = x1 / n1;
  const p2 = x2 / n2;
  const diff = p1 - p2;
  const lo = diff - Math.hypot(p1 - first[0], second[1] - p2);
  const hi = diff + Math.hypot(first[1] - p1, p2 - second[0]);
  return { diff, ci: [clamp(lo, -1, diff), clamp(hi, diff, 1)], ...available() };
}

/** Units by two yes/no judgements on the same unit. */
export type PairedCounts = { readonly both: number; readonly firstOnly: number; readonly secondOnly: number; readonly neither: number };

/** Correlation of the two judgements with Newcombe's continuity correction; 0 when a margin is empty. */
function pairedPhi({ both, firstOnly, secondOnly, neither }: PairedCounts): number {
  const margins = [both + firstOnly, secondOnly + neither, both + secondOnly, firstOnly + neither];
  const scale = margins.reduce((product, margin) => product * Math.sqrt(margin), 1);
  if (scale === 0) return 0;
  const n = both + firstOnly + secondOnly + neither;
  const cross = both * neither - firstOnly * secondOnly;
  if (cross > n / 2) return (cross - n / 2) / scale;
  return Math.min(cross, 0) / scale;
}

/**
 * p(first) - p(second) judged on the same units: Wilson arms of both margins, square-and-add with phi. UNLINKED without a pair.
 * Source: Newcombe 1998, Stat Med 17:2635, method 10; Fagerland, Lydersen & Laake 2013.
 */
export function newcombePaired(counts: PairedCounts, conf: number = usualConf): ShareDifference {
  const { both, firstOnly, secondOnly, neither } = counts;
  const n = both + firstOnly + secondOnly + neither;
  const first = wilson({ x: both + firstOnly, n, conf });
  const second = wilson({ x: both + secondOnly, n, conf });
  if (first === null || second === null) return { ...noPart, ...unavailable('UNLINKED') };
  const p1 = (both + firstOnly) / n;
  const p2 = (both + secondOnly) / n;
  const phi = pairedPhi(counts);
  const arm = (a: number, b: number) => Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
  const diff = (firstOnly - secondOnly) / n;
  const lo = diff - arm(p1 - first[0], second[1] - p2);
  const hi = diff + arm(first[1] - p1, p2 - second[0]);
  return { diff, ci: [clamp(lo, -1, diff), clamp(hi, diff, 1)], ...available() };
}
