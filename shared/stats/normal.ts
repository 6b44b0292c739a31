import { gammaTails } from './incomplete-gamma.ts';

/** Density of N(0, 1). */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** P(Z > z) for Z ~ N(0, 1), precise in the far tail. */
export function normalUpper(z: number): number {
  const { lower, upper } = gammaTails(0.5, (z * z) / 2);
  return z >= 0 ? upper / 2 : 0.5 + lower / 2;
}

/** P(Z <= z) for Z ~ N(0, 1). */
export function normalLower(z: number): number {
  return normalUpper(-z);
}

/** First guess at the upper quantile of a tail below one half (Abramowitz & Stegun 26.2.23, error below 4.5e-4). */
function roughQuantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - top / bottom;
}

/** The z with P(Z <= z) = p, 0 < p < 1: a rough start polished by Newton's method on the logarithm of the tail. */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  let z = roughQuantile(tail);
  for (let step = 0; step < 20; step += 1) {
    const upper = normalUpper(z);
    const change = ((Math.log(upper) - Math.log(tail)) * upper) / normalDensity(z);
    z += change;
    if (Math.abs(change) <= 1e-15 * Math.max(1, z)) break;
  }
  return p < 0.5 ? -z : z;
}
