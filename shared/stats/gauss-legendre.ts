/** Points and weights for an integral over lo..hi. */
export type Quadrature = { readonly nodes: readonly number[]; readonly weights: readonly number[] };

/** Legendre polynomial of degree n and its derivative, by the three-term recurrence (DLMF 18.9.1). */
function legendre(n: number, x: number): { value: number; slope: number } {
  let before = 1;
  let value = x;
  for (let k = 2; k <= n; k += 1) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return { value, slope: (n * (x * value - before)) / (x * x - 1) };
}

/** Gauss-Legendre rule with n points, exact for polynomials up to degree 2n - 1. */
export function gaussLegendre(n: number, lo: number, hi: number): Quadrature {
  const half = (hi - lo) / 2;
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 1; i <= n; i += 1) {
    let x = Math.cos((Math.PI * (i - 0.25)) / (n + 0.5));
    for (let step = 0; step < 100; step += 1) {
      const { value, slope } = legendre(n, x);
      const change = value / slope;
      x -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    const { slope } = legendre(n, x);
    nodes.push(lo + half * (1 + x));
    weights.push((2 * half) / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}
