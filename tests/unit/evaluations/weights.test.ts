import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebalanced, wholeWeight, withWeight, type Weight } from '#shared/form/weights.ts';

const free = (weight: number): Weight => ({ weight, isWeightLocked: false });
const locked = (weight: number): Weight => ({ weight, isWeightLocked: true });
const values = (weights: readonly Weight[]) => weights.map(({ weight }) => weight);

describe('weights that always add up', () => {
  it('give what is left to the untouched ones in proportion, and say which moved', () => {
    const { weights, moved } = withWeight([free(400), free(200), free(200), free(200)], 0, 700);
    expect(values(weights)).toEqual([700, 100, 100, 100]);
    expect(moved).toEqual([1, 2, 3]);
  });

  it('leave locked ones alone, and give no more than they leave', () => {
    const { weights, moved } = withWeight([free(400), locked(350), free(250)], 0, 900);
    expect(values(weights)).toEqual([650, 350, 0]);
    expect(moved).toEqual([2]);
    expect(values(withWeight([free(600), locked(400)], 0, 100).weights)).toEqual([600, 400]);
  });

  it('share evenly where the others had nothing', () => {
    expect(values(withWeight([free(1000), free(0), free(0), free(0)], 0, 0).weights)).toEqual([0, 334, 333, 333]);
  });

  it('add up after one came or went', () => {
    expect(values(rebalanced([free(500), free(500), free(0)]))).toEqual([500, 500, 0]);
    expect(values(rebalanced([locked(300), free(100), free(100)]))).toEqual([300, 350, 350]);
    expect(values(rebalanced([locked(700), locked(700)]))).toEqual([500, 500]);
    expect(rebalanced([])).toEqual([]);
  });

  const anyWeights = fc.array(fc.record({ weight: fc.integer({ min: 0, max: 1000 }), isWeightLocked: fc.boolean() }), { minLength: 1, maxLength: 12 }).map(rebalanced);

  it('add up to the whole whatever is changed', () => {
    fc.assert(fc.property(anyWeights, fc.nat(), fc.integer({ min: 0, max: 1000 }), (...[weights, pick, weight]) => {
      expect(values(weights).reduce((sum, each) => sum + each, 0)).toBe(wholeWeight);
      const index = pick % weights.length;
      const next = withWeight(weights, index, weight).weights;
      expect(values(next).reduce((sum, each) => sum + each, 0)).toBe(wholeWeight);
      expect(next.every((each, at) => each.weight >= 0 && (at === index || !each.isWeightLocked || each.weight === weights[at]?.weight))).toBe(true);
    }));
  });
});
