import { betaQuantile } from './incomplete-beta.ts';
import { randomBeta, type RandomStream } from './prng.ts';

/** What someone believes about an input: low <= mode <= high. */
export type Estimate = { readonly low: number; readonly mode: number; readonly high: number };

/** Shapes of the beta distribution that PERT lays over low..high: mean (low + 4 mode + high)/6 (Vose 2008). */
function shapes({ low, mode, high }: Estimate): { a: number; b: number } {
  return { a: 1 + (4 * (mode - low)) / (high - low), b: 1 + (4 * (high - mode)) / (high - low) };
}

/** One PERT draw; the point itself when low = high. */
export function drawPert(next: RandomStream, estimate: Estimate): number {
  if (estimate.high === estimate.low) return estimate.low;
  const { a, b } = shapes(estimate);
  return estimate.low + (estimate.high - estimate.low) * randomBeta(next, a, b);
}

/** The PERT value below which the share p of the belief lies: ends of a tornado bar. */
export function pertQuantile(estimate: Estimate, p: number): number {
  if (estimate.high === estimate.low) return estimate.low;
  const { a, b } = shapes(estimate);
  return estimate.low + (estimate.high - estimate.low) * betaQuantile(p, a, b);
}
