import { at } from './element.ts';

type Vertex = { readonly point: readonly number[]; readonly value: number };

export type Minimum = { readonly point: readonly number[]; readonly value: number };

/** `step` is the size of the first simplex; the search ends when all its values agree to `tolerance`. */
export type SearchLimits = { readonly step?: number; readonly tolerance?: number; readonly maxEvaluations?: number };

function simplexAround(f: (point: readonly number[]) => number, start: readonly number[], step: number): Vertex[] {
  const corners = [start, ...start.map((_, axis) => start.map((value, index) => (index === axis ? value + step : value)))];
  return corners.map((point) => ({ point, value: f(point) }));
}

/** centre + amount (centre - worst). */
function moved(centre: readonly number[], worst: readonly number[], amount: number): number[] {
  return centre.map((value, index) => value + amount * (value - at(worst, index)));
}

function once(f: (point: readonly number[]) => number, start: readonly number[], limits: Required<SearchLimits>): Vertex {
  let simplex = simplexAround(f, start, limits.step);
  const size = start.length;
  const tried = (point: readonly number[]): Vertex => ({ point, value: f(point) });
  for (let count = 0; count < limits.maxEvaluations; count += 2) {
    simplex.sort((a, b) => a.value - b.value);
    const best = at(simplex, 0);
    const worst = at(simplex, size);
    if (Math.abs(worst.value - best.value) <= limits.tolerance * (Math.abs(best.value) + 1)) break;
    const centre = start.map((_, axis) => simplex.slice(0, size).reduce((sum, vertex) => sum + at(vertex.point, axis), 0) / size);
    const reflected = tried(moved(centre, worst.point, 1));
    let next = reflected;
    if (reflected.value < best.value) {
      const expanded = tried(moved(centre, worst.point, 2));
      if (expanded.value < reflected.value) next = expanded;
    } else if (reflected.value >= at(simplex, size - 1).value) {
      next = tried(moved(centre, worst.point, reflected.value < worst.value ? 0.5 : -0.5));
    }
    if (next.value < worst.value) simplex[size] = next;
    else simplex = simplex.map((vertex) => (vertex === best ? best : tried(vertex.point.map((value, axis) => (value + at(best.point, axis)) / 2))));
  }
  return simplex.reduce((best, vertex) => (vertex.value < best.value ? vertex : best));
}

/**
 * Minimum of a smooth function of a few variables by the downhill simplex, started afresh from its own answer until that stops
 * moving, so that a collapsed simplex does not pass for a minimum. Source: Nelder & Mead 1965.
 */
export function minimise(f: (point: readonly number[]) => number, start: readonly number[], limits: SearchLimits = {}): Minimum {
  const full = { step: 0.5, tolerance: 1e-13, maxEvaluations: 4000, ...limits };
  let best = once(f, start, full);
  for (let restart = 0; restart < 8; restart += 1) {
    const again = once(f, best.point, { ...full, step: full.step / 5 ** Math.min(restart + 1, 4) });
    const moved = Math.max(...again.point.map((value, axis) => Math.abs(value - at(best.point, axis))));
    best = again.value <= best.value ? again : best;
    if (moved < 1e-7) break;
  }
  return best;
}
