import { at } from './element.ts';
import { solveLinear } from './linear-system.ts';
import { mulberry32, randomIndex } from './prng.ts';
import type { Stepwise } from './stepwise.ts';

/** A model fitted by maximum likelihood: its optimum, and the log-likelihood of each unit at a point (0 of those that it says nothing about). */
export type FittedModel = { readonly optimum: readonly number[]; readonly logLikelihoodAt: (point: readonly number[]) => (unit: number) => number };

const nudge = 1e-4;

const moved = (point: readonly number[], axis: number, by: number): number[] => point.map((value, index) => (index === axis ? value + by : value));

/** The score of every unit, axis by axis, by central differences at a point; a step is some units. */
function* scoresAt({ logLikelihoodAt }: FittedModel, units: number, point: readonly number[]): Stepwise<Float64Array[]> {
  const scores = point.map(() => new Float64Array(units));
  for (const [axis, own] of scores.entries()) {
    const [up, down] = [logLikelihoodAt(moved(point, axis, nudge)), logLikelihoodAt(moved(point, axis, -nudge))];
    for (let unit = 0; unit < units; unit += 1) {
      if (unit % 2000 === 0) yield;
      own[unit] = (up(unit) - down(unit)) / (2 * nudge);
    }
  }
  return scores;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Minus the second derivatives of the whole log-likelihood, by central differences of its score. */
function* informationOf(model: FittedModel, units: number): Stepwise<number[][]> {
  const rows: number[][] = [];
  for (const axis of model.optimum.keys()) {
    const up = yield* scoresAt(model, units, moved(model.optimum, axis, nudge));
    const down = yield* scoresAt(model, units, moved(model.optimum, axis, -nudge));
    rows.push(up.map((own, other) => -(total(own) - total(at(down, other))) / (2 * nudge)));
  }
  return rows;
}

/**
 * Points at which models fitted to the same units would have their optimum, had others of them been observed: `draws` bootstrap
 * samples of the units, each answered by one Newton step from the optimum, which costs no search. Every draw has one point a
 * model, in their order; draws whose equations cannot be solved are left out. Source: Schucany & Wang 1991, JRSS B 53:587.
 */
export function* oneStepRefits(models: readonly FittedModel[], units: number, { draws, seed }: { draws: number; seed: number }): Stepwise<number[][][]> {
  const parts: { optimum: readonly number[]; scores: Float64Array[]; information: number[][] }[] = [];
  for (const model of models) {
    const information = yield* informationOf(model, units);
    parts.push({ optimum: model.optimum, scores: yield* scoresAt(model, units, model.optimum), information });
  }
  const next = mulberry32(seed);
  const refits: number[][][] = [];
  const times = new Int32Array(units);
  for (let draw = 0; draw < draws; draw += 1) {
    yield;
    times.fill(0);
    for (let unit = 0; unit < units; unit += 1) times[randomIndex(next, units)]! += 1;
    const points = parts.map(({ optimum, scores, information }) => {
      const pull = scores.map((own) => own.reduce((sum, score, unit) => sum + score * ((times[unit] ?? 0) - 1), 0));
      return solveLinear(information, pull)?.map((step, axis) => at(optimum, axis) + step) ?? null;
    });
    if (points.every((point) => point !== null)) refits.push(points);
  }
  return refits;
}
