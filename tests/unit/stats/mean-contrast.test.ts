import { describe, expect, it } from 'vitest';
import { meanContrast } from '#shared/stats/mean-contrast.ts';

const first = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
const second = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.3];

describe('a contrast of means', () => {
  it('of two groups is Welch’s difference', () => {
    const { estimate, ci } = meanContrast([{ values: first, weight: 1 }, { values: second, weight: -1 }]);
    // By another program: variances 7.8674 and 6.9170 (n = 15 each), se 0.992787, df 27.8847, t 2.048789.
    expect(estimate).toBeCloseTo(-2.826667, 5);
    expect(ci?.[0]).toBeCloseTo(-2.826667 - 2.048789 * 0.992787, 4);
    expect(ci?.[1]).toBeCloseTo(-2.826667 + 2.048789 * 0.992787, 4);
  });

  it('of four groups is the difference in differences, and no narrower than its parts', () => {
    const two = meanContrast([{ values: second, weight: 1 }, { values: first, weight: -1 }]);
    const four = meanContrast([{ values: second, weight: 1 }, { values: first, weight: -1 }, { values: second, weight: -1 }, { values: first, weight: 1 }]);
    expect(four.estimate).toBeCloseTo(0, 10);
    const width = (ci: readonly [number, number] | null) => (ci?.[1] ?? 0) - (ci?.[0] ?? 0);
    expect(width(four.ci)).toBeGreaterThan(width(two.ci) * 1.3);
  });

  it('needs two values of each group, and variation for an interval', () => {
    expect(meanContrast([{ values: [1], weight: 1 }, { values: second, weight: -1 }])).toMatchObject({ estimate: null, ci: null });
    expect(meanContrast([{ values: [3, 3], weight: 1 }, { values: [1, 1], weight: -1 }])).toMatchObject({ estimate: 2, ci: null });
  });
});
