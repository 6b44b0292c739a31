import { at } from './element.ts';
import { atOnce, type Stepwise } from './stepwise.ts';

type Vertex = { readonly point: readonly number[]; readonly value: number };

export type Minimum = { readonly point: readonly number[]; readonly value: number };

/** `step` is the size of the first simplex; the search ends when all its values agree to `tolerance`, and is started afresh at most `restarts` times. */
export type SearchLimits = { readonly step?: number; readonly tolerance?: number; readonly maxEvaluations?: number; readonly restarts?: number };

function* valuesAt(f: (point: readonly number[]) => number, points: readonly (readonly number[])[]): Stepwise<Vertex[]> {
  const vertices: Vertex[] = [];
  for (const point of points) {
    yield;
    vertices.push({ point, value: f(point) });
  }
  return vertices;
}

const simplexAround = (start: readonly number[], step: number): (readonly number[])[] =>
  [start, ...start.map((_, axis) => start.map((value, index) => (index === axis ? value + step : value)))];

/** centre + amount (centre - worst). */
function moved(centre: readonly number[], worst: readonly number[], amount: number): number[] {
  return centre.map((value, index) => value + amount * (value - at(worst, index)));
}

function* once(f: (point: readonly number[]) => number, start: readonly number[], limits: Required<SearchLimits>): Stepwise<Vertex> {
  let simplex = yield* valuesAt(f, simplexAround(start, limits.step));
  const size = start.length;
  const tried = (point: readonly number[]): Vertex => ({ point, value: f(point) });
  for (let count = 0; count < limits.maxEvaluations; count += 2) {
    yield;
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
    else simplex = [best, ...yield* valuesAt(f, simplex.slice(1).map((vertex) => vertex.point.map((value, axis) => (value + at(best.point, axis)) / 2)))];
  }
  return simplex.reduce((best, vertex) => (vertex.value < best.value ? vertex : best));
}

/**
 * Minimum of a smooth function of a few variables by the downhill simplex, started afresh from its own answer until that stops
 * moving, so that a collapsed simplex does not pass for a minimum; a step is one or two values of the function. Source: Nelder & Mead 1965.
 */
export function* minimiseSteps(f: (point: readonly number[]) => number, start: readonly number[], limits: SearchLimits = {}): Stepwise<Minimum> {
  const full = { step: 0.5, tolerance: 1e-13, maxEvaluations: 4000, restarts: 8, ...limits };
  let best = yield* once(f, start, full);
  for (let restart = 0; restart < full.restarts; restart += 1) {
    const again = yield* once(f, best.point, { ...full, step: full.step / 5 ** Math.min(restart + 1, 4) });
    const moved = Math.max(...again.point.map((value, axis) => Math.abs(value - at(best.point, axis))));
    best = again.value <= best.value ? again : best;
    if (moved < 1e-7) break;
  }
  return best;
}

/** The same without a pause. */
export function minimise(f: (point: readonly number[]) => number, start: readonly number[], limits: SearchLimits = {}): Minimum {
  return atOnce(minimiseSteps(f, start, limits));
}
