import { describe, expect, test } from 'vitest';
import { leadWeeks, scan, testWeek, type Series } from '#engine/signals/detect.ts';
import { mulberry32 } from '#shared/stats/prng.ts';

/** A binomial draw, one contact at a time. */
function draw(random: () => number, n: number, share: number): number {
  let hits = 0;
  for (let index = 0; index < n; index += 1) if (random() < share) hits += 1;
  return hits;
}

const codes = 20;
const exposure = 200;
/** Shares of a codebook in which few codes are frequent. */
const shares = Array.from({ length: codes }, (_, code) => 0.02 + 0.004 * code);

function quiet(random: () => number, weeks: number, rate: (code: number, week: number) => number = (code) => shares[code] ?? 0.05): { family: Series[]; exposures: number[] } {
  const exposures = Array.from({ length: weeks }, () => exposure);
  return { exposures, family: shares.map((_, code) => ({ subject: `code:${code}`, counts: exposures.map((n, week) => draw(random, n, rate(code, week))) })) };
}

describe('2,000 quiet code-weeks', () => {
  const results = Array.from({ length: 100 }, (_, run) => {
    const { family, exposures } = quiet(mulberry32(1000 + run), leadWeeks + 1);
    return testWeek(family, exposures, leadWeeks);
  });
  const all = results.flatMap((result) => [...result.values()]);

  test('are all tested', () => expect(all).toHaveLength(2000));

  test('bring an alarm by the conditional test in at most 1 week of 10: what a false discovery rate of 0.10 promises when nothing is there', () => {
    const weeks = results.filter((result) => [...result.values()].some(({ isAlert, how }) => isAlert && how === 'spike')).length;
    // 95 % of the time a share of 0.10 gives no more than 15 of 100.
    expect(weeks).toBeLessThanOrEqual(15);
  });

  test('bring fewer than 1 false alarm in 100 code-weeks, those by Laney limits included', () => {
    expect(all.filter(({ isAlert }) => isAlert).length / all.length).toBeLessThan(0.01);
  });

  test('would bring about 1 in 20 without the correction: the simulation is not too tame to tell', () => {
    const nominal = all.filter(({ how, p }) => how === 'spike' && p !== null && p < 0.05).length / all.filter(({ how }) => how === 'spike').length;
    expect(nominal).toBeGreaterThan(0.03);
    expect(nominal).toBeLessThan(0.07);
  });
});

/**
 * Power of the first week for a rate that doubles, 200 contacts a week: the chance that the count passes the strictest of 20
 * limits that Benjamini-Hochberg may set (p <= 0.005), the least ratio and the least excess, summed over both binomial
 * distributions apart from this code: 0.411 where 8 a week are usual, 0.879 where 20 are.
 */
describe.each([[0.04, 0.411], [0.1, 0.879]])('a planted doubling from %f', (share, power) => {
  const runs = Array.from({ length: 120 }, (_, run) => {
    const { family, exposures } = quiet(mulberry32(5000 + run), leadWeeks + 2, (code, week) => (code === 0 ? share * (week >= leadWeeks ? 2 : 1) : 0.05));
    return { first: testWeek(family, exposures, leadWeeks).get('code:0')?.isAlert === true, found: scan(family, exposures).find(({ subject, level }) => subject === 'code:0' && level === 'alert') };
  });

  test('is found in its first week with the power that the test has', () => {
    const found = runs.filter(({ first }) => first).length / runs.length;
    const error = Math.sqrt((power * (1 - power)) / runs.length);
    expect(Math.abs(found - power)).toBeLessThan(3 * error);
  });

  test('is found within two weeks more often, and never before it began', () => {
    expect(runs.filter(({ found }) => found !== undefined).length).toBeGreaterThanOrEqual(runs.filter(({ first }) => first).length);
    expect(runs.filter(({ found }) => found && found.onset < leadWeeks)).toEqual([]);
  });
});

describe('the rules around the test', () => {
  const exposures = Array.from({ length: leadWeeks + 1 }, () => 60);
  const flat = (now: number, before: number): Series => ({ subject: 'code:x', counts: [...Array.from({ length: leadWeeks }, (_, week) => (week % 12 < before ? 1 : 0)), now] });
  const result = (series: Series, sizes = exposures) => testWeek([series], sizes, leadWeeks).get('code:x');

  test('a new code alerts from three, and has no ratio', () => {
    expect(result(flat(3, 0))).toMatchObject({ isAlert: true, ratio: null });
    expect(result(flat(2, 0))).toBeUndefined();
  });

  test('fewer than 50 coded contacts are not tested', () => expect(result(flat(20, 6), [...exposures.slice(1), 49])).toBeUndefined());

  test('a small ratio or a small excess is no alarm, however sure', () => {
    const wide = Array.from({ length: leadWeeks + 1 }, () => 10_000);
    const steady: Series = { subject: 'code:x', counts: [...Array.from({ length: leadWeeks }, () => 1000), 1400] };
    expect(result(steady, wide)).toMatchObject({ isAlert: false, isNominal: true });
  });

  test('the week before the tested one does not enter the baseline', () => {
    const guarded: Series = { subject: 'code:x', counts: [...Array.from({ length: leadWeeks - 1 }, () => 1), 12, 12] };
    expect(result(guarded)?.isAlert).toBe(true);
  });

  test('a code that always scatters alerts only above its own scatter', () => {
    const wild: Series = { subject: 'code:x', counts: [...Array.from({ length: leadWeeks }, (_, week) => (week % 2 === 0 ? 0 : 12)), 14] };
    expect(result(wild)).toMatchObject({ how: 'limit', isAlert: false, p: null });
  });

  test('a slow rise that no week shows is found by the moving average', () => {
    const long = Array.from({ length: 45 }, () => 200);
    const slow: Series = { subject: 'code:x', counts: long.map((_, week) => 10 + (week < 25 ? week % 2 : Math.min(6, Math.floor((week - 25) / 2)) + (week % 2))) };
    const [found] = scan([slow], long, new Set(['code:x']));
    expect(found).toMatchObject({ how: 'drift', level: 'alert' });
    expect(found?.onset).toBeGreaterThan(25);
    expect(scan([slow], long).map(({ how }) => how)).not.toContain('drift');
  });
});
