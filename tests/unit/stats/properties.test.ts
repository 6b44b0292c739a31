import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '#shared/stats/benjamini-hochberg.ts';
import { chargeback, chargebackCents } from '#shared/stats/chargeback.ts';
import { clopperPearson } from '#shared/stats/clopper-pearson.ts';
import { sum } from '#shared/stats/descriptive.ts';
import { feeSimulator } from '#shared/stats/fee.ts';
import { fisherExact } from '#shared/stats/fisher.ts';
import { kaplanMeier } from '#shared/stats/kaplan-meier.ts';
import { alphaPanel } from '#shared/stats/krippendorff.ts';
import { largestRemainder } from '#shared/stats/largest-remainder.ts';
import { logrank } from '#shared/stats/logrank.ts';
import { mcnemar } from '#shared/stats/mcnemar.ts';
import { newcombePaired, newcombeUnpaired } from '#shared/stats/newcombe.ts';
import { npsAdjustedWald } from '#shared/stats/nps.ts';
import { pareto } from '#shared/stats/pareto.ts';
import { mulberry32 } from '#shared/stats/prng.ts';
import { rake } from '#shared/stats/raking.ts';
import { rubricScore } from '#shared/stats/rubric.ts';
import { spanF1 } from '#shared/stats/span-f1.ts';
import { talkMetrics } from '#shared/stats/talk.ts';
import { unitizingAlpha } from '#shared/stats/unitizing.ts';
import { wilson } from '#shared/stats/wilson.ts';

const conf = fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99, 0.999);
const cell = fc.integer({ min: 0, max: 60 });
const fourCells = fc.tuple(cell, cell, cell, cell);
const xOfN = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }), conf }));

/** How often the interval of simulated shares holds the true one. */
function coverage(trueShare: number, n: number, interval: typeof wilson): number {
  const next = mulberry32(20_240_501);
  const draws = 4000;
  const limitsOf = Array.from({ length: n + 1 }, (_, x) => interval({ x, n }));
  let holds = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    let x = 0;
    for (let i = 0; i < n; i += 1) x += next() < trueShare ? 1 : 0;
    const limits = limitsOf[x];
    if (limits && limits[0] <= trueShare && trueShare <= limits[1]) holds += 1;
  }
  return holds / draws;
}

describe('intervals', () => {
  it('Wilson lies inside 0..1, holds the share, mirrors, and touches an end only at x = 0 or n', () => {
    fc.assert(fc.property(xOfN, ({ x, n, conf: level }) => {
      const [lo, hi] = wilson({ x, n, conf: level }) ?? [NaN, NaN];
      const mirrored = wilson({ x: n - x, n, conf: level }) ?? [NaN, NaN];
      expect(lo >= 0 && lo <= x / n && x / n <= hi && hi <= 1).toBe(true);
      expect(x === 0).toBe(lo === 0);
      expect(x === n).toBe(hi === 1);
      expect(Math.abs(1 - mirrored[0] - hi) + Math.abs(1 - mirrored[1] - lo)).toBeLessThan(1e-12);
    }));
  });

  it('Wilson covers at the nominal rate, Clopper-Pearson at least so', () => {
    for (const [share, n] of [[0.5, 40], [0.2, 60], [0.9, 100], [0.05, 200]] as const) {
      expect(Math.abs(coverage(share, n, wilson) - 0.95)).toBeLessThan(0.025);
      expect(coverage(share, n, clopperPearson)).toBeGreaterThan(0.945);
    }
  });

  it('a paired difference lies in its interval, the interval in -1..1; swapping the sides mirrors it', () => {
    fc.assert(fc.property(fourCells, conf, ([both, firstOnly, secondOnly, neither], level) => {
      fc.pre(both + firstOnly + secondOnly + neither > 0);
      const found = newcombePaired({ both, firstOnly, secondOnly, neither }, level);
      const swapped = newcombePaired({ both, firstOnly: secondOnly, secondOnly: firstOnly, neither }, level);
      const diff = found.diff ?? NaN;
      const [lo, hi] = found.ci ?? [NaN, NaN];
      expect(-1 <= lo && lo <= diff && diff <= hi && hi <= 1).toBe(true);
      expect(Math.abs((swapped.ci?.[0] ?? NaN) + hi)).toBeLessThan(1e-12);
    }));
  });

  it('an unpaired difference lies in its interval, the interval in -1..1', () => {
    fc.assert(fc.property(xOfN, xOfN, (a, b) => {
      const { diff, ci } = newcombeUnpaired({ x1: a.x, n1: a.n, x2: b.x, n2: b.n, conf: a.conf });
      const [lo, hi] = ci ?? [NaN, NaN];
      expect(-1 <= lo && lo <= (diff ?? NaN) && (diff ?? NaN) <= hi && hi <= 1).toBe(true);
    }));
  });

  it('the adjusted NPS interval stays on the scale and has a width', () => {
    fc.assert(fc.property(cell, cell, cell, (promoters, passives, detractors) => {
      fc.pre(promoters + passives + detractors > 0);
      const [lo, hi] = npsAdjustedWald({ promoters, passives, detractors }).ci ?? [NaN, NaN];
      expect(-100 <= lo && lo < hi && hi <= 100).toBe(true);
    }));
  });
});

describe('tests', () => {
  it('p-values are shares, mid-P below exact, and symmetric', () => {
    fc.assert(fc.property(fourCells, ([a, b, c, d]) => {
      const paired = mcnemar(b, c);
      const p = fisherExact([[a, b], [c, d]]) ?? 1;
      for (const value of [p, paired.pMid, paired.pExact, paired.pAsymptotic, paired.pContinuity]) expect(value >= 0 && value <= 1).toBe(true);
      expect(paired.pMid).toBeLessThanOrEqual(paired.pExact);
      expect(paired.pMid).toBeCloseTo(mcnemar(c, b).pMid, 12);
      expect(p).toBeCloseTo(fisherExact([[a, c], [b, d]]) ?? 1, 9);
    }));
  });

  it('Benjamini-Hochberg: adjusted values keep the order of p, reach q exactly where rejected, and more q rejects more', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (p) => {
      const few = benjaminiHochberg(p, 0.05);
      const many = benjaminiHochberg(p, 0.2);
      const adjusted = few.adjusted ?? [];
      for (const [i, one] of p.entries()) {
        for (const [j, other] of p.entries()) if (one <= other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? NaN);
        expect(few.rejectedFlags?.[i]).toBe((adjusted[i] ?? NaN) <= 0.05 * (1 + 1e-12));
      }
      expect(few.rejected).toBeLessThanOrEqual(many.rejected ?? NaN);
      expect(few.bonferroniRejected).toBeLessThanOrEqual(few.rejected ?? NaN);
    }));
  });
});

const followUp = fc.record({ time: fc.integer({ min: 0, max: 50 }), isEvent: fc.boolean() });
const group = fc.array(followUp, { minLength: 1, maxLength: 60 });

describe('survival', () => {
  it('S falls from 1 towards 0, lies in its band, and does not depend on the order', () => {
    fc.assert(fc.property(group, (followUps) => {
      const rows = kaplanMeier(followUps).rows ?? [];
      expect(rows).toEqual(kaplanMeier([...followUps].reverse()).rows);
      for (const [index, row] of rows.entries()) {
        expect(row.s).toBeLessThan(rows[index - 1]?.s ?? 1);
        expect(row.s).toBeGreaterThanOrEqual(0);
        expect((row.lo ?? row.s) <= row.s && row.s <= (row.hi ?? row.s)).toBe(true);
      }
    }));
  });

  it('without censoring S is the share still there', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 50 }), fc.integer({ min: 0, max: 30 }), (times, t) => {
      const found = kaplanMeier(times.map((time) => ({ time, isEvent: true })), [t]);
      expect(found.survivalAt?.[0]).toBeCloseTo(times.filter((time) => time > t).length / times.length, 10);
    }));
  });

  it('log-rank: expected events add up to the observed ones, and swapping groups changes nothing', () => {
    fc.assert(fc.property(group, group, (first, second) => {
      const found = logrank({ first, second });
      expect(found.o1 + found.o2).toBeCloseTo(found.e1 + found.e2, 8);
      expect(found.chi2 ?? -1).toBeCloseTo(logrank({ first: second, second: first }).chi2 ?? -1, 6);
    }));
  });
});

const rating = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });
const unit = fc.tuple(rating, rating, rating);

describe('agreement', () => {
  it('alpha is 1 for perfect agreement with variation', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 30 }), fc.integer({ min: 2, max: 5 }), (values, observers) => {
      fc.pre(new Set(values).size > 1);
      const panel = alphaPanel(Array.from({ length: observers }, () => values));
      for (const alpha of [panel.nominal, panel.ordinal, panel.interval, panel.ratio]) expect(alpha).toBeCloseTo(1, 12);
    }));
  });

  it('alpha does not depend on the order of raters or units, and is at most 1', () => {
    fc.assert(fc.property(fc.array(unit, { maxLength: 25 }), (units) => {
      const byRater = (rows: readonly (readonly (number | null)[])[], order: readonly number[]) => order.map((rater) => rows.map((row) => row[rater] ?? null));
      const panel = alphaPanel(byRater(units, [0, 1, 2]));
      const shuffled = alphaPanel(byRater(units.toReversed(), [2, 0, 1]));
      for (const kind of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
        expect(shuffled[kind] ?? -9).toBeCloseTo(panel[kind] ?? -9, 10);
        expect(panel[kind] ?? 0).toBeLessThanOrEqual(1);
      }
    }));
  });

  const span = fc.record({ start: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 8 }), code: fc.constantFrom('a', 'b') })
    .map(({ start, length, code }) => ({ start, end: start + length, code }));

  it('span F1 is 1 with oneself, symmetric, and never falls with more tolerance', () => {
    fc.assert(fc.property(fc.array(span, { minLength: 1, maxLength: 12 }), fc.array(span, { maxLength: 12 }), fc.integer({ min: 0, max: 4 }), (one, other, tolerance) => {
      expect(spanF1(one, one, 0).f1).toBe(1);
      expect(spanF1(one, other, tolerance).f1).toBeCloseTo(spanF1(other, one, tolerance).f1 ?? NaN, 12);
      expect(spanF1(one, other, tolerance).tp).toBeLessThanOrEqual(spanF1(one, other, tolerance + 1).tp);
    }));
  });

  it('unitizing alpha is 1 for identical observers', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (gap, covered) => {
      const spans = [{ start: gap, end: gap + covered, code: 'a' }];
      const found = unitizingAlpha({ length: gap + covered, observers: [spans, spans, spans] });
      expect([found.nominal, found.binary]).toEqual([1, 1]);
    }));
  });
});

const money = fc.double({ min: 0, max: 1e4, noNaN: true });
const owners = fc.dictionary(fc.constantFrom('Billing', 'Product', 'Logistics', 'Legal'), fc.double({ min: 0, max: 5, noNaN: true }))
  .map((weights) => new Map(Object.entries(weights)));

describe('conservation', () => {
  it('allocations and Unallocated add up to the total', () => {
    fc.assert(fc.property(fc.array(fc.record({ cost: money, owners }), { minLength: 1, maxLength: 40 }), (contacts) => {
      const { allocations, total } = chargeback(contacts);
      expect(sum(allocations?.values() ?? [])).toBeCloseTo(total ?? NaN, 6);
    }));
  });

  it('in cents to the cent', () => {
    fc.assert(fc.property(fc.array(fc.record({ costCents: fc.nat(100_000), owners }), { maxLength: 40 }), (contacts) => {
      expect(sum(chargebackCents(contacts).values())).toBe(sum(contacts.map((contact) => contact.costCents)));
    }));
    fc.assert(fc.property(fc.nat(1_000_000), fc.array(fc.double({ min: 0.001, max: 9, noNaN: true }), { minLength: 1, maxLength: 20 }), (total, weights) => {
      const parts = largestRemainder(total, weights);
      const all = sum(weights);
      expect(sum(parts)).toBe(total);
      for (const [index, part] of parts.entries()) expect(Math.abs(part - (total * (weights[index] ?? 0)) / all)).toBeLessThanOrEqual(1);
    }));
  });

  it('Pareto weights add up to the coded contacts, cost to the total', () => {
    const contact = fc.record({ codes: fc.array(fc.constantFrom('fee', 'late', 'login', 'lost'), { maxLength: 4 }), cost: money });
    fc.assert(fc.property(fc.array(contact, { minLength: 1, maxLength: 40 }), fc.constantFrom('fractional' as const, 'primary' as const), (contacts, rule) => {
      const found = pareto(contacts, rule);
      expect(sum(found.weights?.values() ?? []) + found.uncoded).toBeCloseTo(contacts.length, 8);
      expect(sum(found.cost?.values() ?? []) + (found.uncodedCost ?? NaN)).toBeCloseTo(found.totalCost ?? NaN, 6);
      expect(found.orderByCost?.slice(0, found.vitalFew?.length)).toEqual(found.vitalFew);
    }));
  });

  it('items that do not apply leave a rubric score unchanged', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 10 }), fc.nat(10), (items, at) => {
      const withNull = [...items.slice(0, at), null, ...items.slice(at)];
      expect(rubricScore(withNull, 4, 4)).toBeCloseTo(rubricScore(items, 4, 4) ?? NaN, 12);
    }));
  });

  it('raking meets both margins and keeps the odds ratio', () => {
    const positive = fc.integer({ min: 1, max: 40 });
    fc.assert(fc.property(fc.tuple(positive, positive, positive, positive), fc.tuple(positive, positive), fc.double({ min: 0.1, max: 0.9, noNaN: true }), ([a, b, c, d], [one, two], share) => {
      const all = one + two;
      const table = rake({ seed: [[a, b], [c, d]], rowTargets: [one, two], colTargets: [all * share, all * (1 - share)] });
      const [[p = 0, q = 0] = [], [r = 0, s = 0] = []] = table ?? [];
      expect(Math.abs(p + q - one) + Math.abs(p + r - all * share)).toBeLessThan(1e-7);
      expect(Math.log((p * s) / (q * r))).toBeCloseTo(Math.log((a * d) / (b * c)), 6);
    }));
  });

  it('talk, silence and overlap fill the talkable time', () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 10 })).map(([start, length]) => [start, start + length] as const);
    const stretches = fc.array(stretch, { maxLength: 8 });
    fc.assert(fc.property(stretches, stretches, stretches, (agent, customer, hold) => {
      const found = talkMetrics({ durationS: 100, agent, customer, hold, agentWords: 10, silenceEventMinS: 3 });
      expect(found.speechS + found.silenceS).toBeCloseTo(found.talkableS, 9);
      expect(found.agentS + found.customerS - found.overlapS).toBeCloseTo(found.speechS, 9);
      for (const share of [found.agentTalkRatio, found.overtalkShare, found.silenceShare]) expect((share ?? 0) >= 0 && (share ?? 0) <= 1).toBe(true);
    }));
  });
});

describe('fee simulator', () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  const scenario = fc.record({
    customers: fc.integer({ min: 1, max: 1e6 }), shareCharged: share, fee: money, waivedShare: share, contactsPerCharged: share,
    costPerContact: fc.double({ min: 1, max: 30, noNaN: true }), creditPerContact: share, extraChurn: share,
    marginPerCustomerYear: fc.double({ min: 1, max: 500, noNaN: true }), yearsLost: fc.integer({ min: 1, max: 20 }), discount: share,
  });

  it('earns nothing at either break-even', () => {
    fc.assert(fc.property(scenario, (given) => {
      const found = feeSimulator(given);
      const scale = found.feeRevenue + found.contactCost + found.churnCost;
      const atContacts = feeSimulator({ ...given, contactsPerCharged: found.breakEvenContactsPerCharged ?? NaN });
      const atChurn = feeSimulator({ ...given, extraChurn: found.breakEvenExtraChurn ?? NaN });
      expect(Math.abs(atContacts.net ?? NaN) + Math.abs(atChurn.net ?? NaN)).toBeLessThan(1e-9 * scale + 1e-9);
    }));
  });

  it('is not available when nobody is charged, and has no break-even without a cost', () => {
    fc.assert(fc.property(scenario, (given) => {
      expect(feeSimulator({ ...given, shareCharged: 0 })).toMatchObject({ net: null, breakEvenExtraChurn: null, reason: 'ZERO_DENOMINATOR' });
      expect(feeSimulator({ ...given, marginPerCustomerYear: 0 })).toMatchObject({ breakEvenExtraChurn: null, reasons: { breakEvenExtraChurn: 'ZERO_DENOMINATOR' } });
    }), { numRuns: 20 });
  });
});
