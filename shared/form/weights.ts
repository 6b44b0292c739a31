import { largestRemainder } from '../stats/largest-remainder.ts';

/** A share of the whole in tenths of a percent. A locked one moves only when it is changed itself. */
export type Weight = { readonly weight: number; readonly isWeightLocked: boolean };

/** All weights together. */
export const wholeWeight = 1000;

/**
 * The weights after one of them was changed, always adding up to the whole: what the changed and the locked ones leave
 * goes to the others in proportion to what they had (evenly where that was nothing), rounded by largest remainder. What
 * the locked ones leave no room for is not given.
 * @returns the weights, and which others moved
 */
export function withWeight<W extends Weight>(weights: readonly W[], changed: number, weight: number): { weights: W[]; moved: number[] } {
  const isFree = weights.map((each, index) => index !== changed && !each.isWeightLocked);
  const locked = weights.reduce((sum, each, index) => (index === changed || isFree[index] === true ? sum : sum + each.weight), 0);
  const room = Math.max(0, wholeWeight - locked);
  // Without a free one to take up the rest, the changed one takes it itself.
  const own = isFree.includes(true) ? Math.min(Math.max(0, Math.round(weight)), room) : room;
  const before = weights.map((each, index) => (isFree[index] === true ? each.weight : 0));
  const shares = before.some((each) => each > 0) ? before : isFree.map(Number);
  const parts = largestRemainder(room - own, shares);
  const next = weights.map((each, index) => ({ ...each, weight: index === changed ? own : isFree[index] === true ? parts[index] ?? 0 : each.weight }));
  return { weights: next, moved: next.flatMap((each, index) => (index !== changed && each.weight !== weights[index]?.weight ? [index] : [])) };
}

/** The weights made to add up after one was added or taken away: locked ones stay as far as there is room, the others share the rest. */
export function rebalanced<W extends Weight>(weights: readonly W[]): W[] {
  if (weights.length === 0) return [];
  const free = weights.findIndex((each) => !each.isWeightLocked);
  if (free < 0) {
    const parts = largestRemainder(wholeWeight, weights.some(({ weight }) => weight > 0) ? weights.map(({ weight }) => weight) : weights.map(() => 1));
    return weights.map((each, index) => ({ ...each, weight: parts[index] ?? 0 }));
  }
  const locked = weights.reduce((sum, each) => (each.isWeightLocked ? sum + each.weight : sum), 0);
  const shares = weights.map((each) => (each.isWeightLocked ? 0 : each.weight));
  const parts = largestRemainder(Math.max(0, wholeWeight - locked), shares.some((share) => share > 0) ? shares : weights.map((each) => Number(!each.isWeightLocked)));
  const next = weights.map((each, index) => (each.isWeightLocked ? each : { ...each, weight: parts[index] ?? 0 }));
  return locked <= wholeWeight ? next : rebalanced(next.map((each) => ({ ...each, isWeightLocked: false }))).map((each, index) => ({ ...each, isWeightLocked: weights[index]?.isWeightLocked ?? false }));
}
