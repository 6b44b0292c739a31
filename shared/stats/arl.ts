import { at } from './element.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { solveLinear } from './linear-system.ts';
import { normalDensity, normalLower } from './normal.ts';

const maxNodes = 400;

function nodeCount(intervals: number): number {
  return Math.min(maxNodes, 24 + Math.ceil(6 * intervals));
}

/** A run length must be finite and at least 1; anything else means that the system was too stiff to solve. */
function plausible(arl: number | undefined): number | null {
  return arl !== undefined && Number.isFinite(arl) && arl >= 1 - 1e-9 ? arl : null;
}

/**
 * Run length from 0 of an upper CUSUM on N(shift, 1) data: the integral equation L(z) = 1 + L(0) F(k-z) + int L(x) f(x+k-z) dx over
 * 0..h, solved at Gauss-Legendre points (Page 1954; Vance 1986).
 */
function upperCusumArl(k: number, h: number): number | null {
  const { nodes, weights } = gaussLegendre(nodeCount(h), 0, h);
  const states = [0, ...nodes];
  const matrix = states.map((z, row) => states.map((x, column) => {
    const reach = column === 0 ? normalLower(k - z) : at(weights, column - 1) * normalDensity(x + k - z);
    return (row === column ? 1 : 0) - reach;
  }));
  return plausible(solveLinear(matrix, states.map(() => 1))?.[0]);
}

export type CusumArlDesign = { readonly k: number; readonly h: number };

/**
 * Average run length of a two-sided CUSUM from 0 on N(shift, 1) data, in observations: 1/ARL = 1/ARL up + 1/ARL down. Null when it
 * is too long to be computed. Sources: Lucas & Crosier 1982; Montgomery.
 */
export function cusumArl({ k, h }: CusumArlDesign, shift = 0): number | null {
  const up = upperCusumArl(k - shift, h);
  const down = upperCusumArl(k + shift, h);
  // A side that (nearly) never signals on its own leaves the run length to the other.
  if (up === null) return null;
  return down === null ? up : 1 / (1 / up + 1 / down);
}

export type EwmaArlDesign = { readonly lambda: number; readonly width: number };

/**
 * Average run length of a two-sided EWMA with asymptotic limits, started at the target, on N(0, 1) data, in observations: the
 * integral equation L(u) = 1 + (1/lambda) int L(y) f((y - (1-lambda) u)/lambda) dy. Source: Crowder 1987; Lucas & Saccucci 1990.
 */
export function ewmaArl({ lambda, width }: EwmaArlDesign): number | null {
  const limit = width * Math.sqrt(lambda / (2 - lambda));
  const { nodes, weights } = gaussLegendre(nodeCount((2 * limit) / lambda), -limit, limit);
  const states = [0, ...nodes];
  const matrix = states.map((u, row) => states.map((y, column) => {
    const reach = column === 0 ? 0 : (at(weights, column - 1) / lambda) * normalDensity((y - (1 - lambda) * u) / lambda);
    return (row === column ? 1 : 0) - reach;
  }));
  return plausible(solveLinear(matrix, states.map(() => 1))?.[0]);
}
