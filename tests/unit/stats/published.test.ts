import { describe, expect, it } from 'vitest';
import { cusumArl, ewmaArl } from '#shared/stats/arl.ts';
import { benjaminiHochberg } from '#shared/stats/benjamini-hochberg.ts';
import { conditionalPurchases, bgnbdLogLikelihood, unconditionalPurchases } from '#shared/stats/bgnbd.ts';
import { blandAltman } from '#shared/stats/bland-altman.ts';
import { cChart } from '#shared/stats/c-chart.ts';
import { clopperPearson } from '#shared/stats/clopper-pearson.ts';
import { marginMultiple } from '#shared/stats/clv.ts';
import { cohenKappa } from '#shared/stats/cohen.ts';
import { eValue, eValueOfLimits } from '#shared/stats/e-value.ts';
import { fisherExact } from '#shared/stats/fisher.ts';
import { fleissKappa } from '#shared/stats/fleiss.ts';
import { gammaGammaMean } from '#shared/stats/gamma-gamma.ts';
import { agreementWithMissing } from '#shared/stats/gwet.ts';
import { icc } from '#shared/stats/icc.ts';
import { kaplanMeier, medianLimits, survivalCurve, type FollowUp } from '#shared/stats/kaplan-meier.ts';
import { alphaPanel, nominalAlpha } from '#shared/stats/krippendorff.ts';
import { logrank, logrankGroups } from '#shared/stats/logrank.ts';
import { mcnemar } from '#shared/stats/mcnemar.ts';
import { newcombePaired, newcombeUnpaired } from '#shared/stats/newcombe.ts';
import { nps } from '#shared/stats/nps.ts';
import { pairedT } from '#shared/stats/paired-t.ts';
import { poissonLimits, poissonRateRatio } from '#shared/stats/poisson.ts';
import { randomNumbers } from '#shared/stats/prng.ts';
import { roganGladen } from '#shared/stats/rogan-gladen.ts';
import { sampleSizeForProportion, sampleSizeToDetect } from '#shared/stats/sampling.ts';
import { fitSbg } from '#shared/stats/sbg.ts';
import { spearmanRho } from '#shared/stats/spearman-rho.ts';
import { stratifiedGap } from '#shared/stats/stratified-gap.ts';
import { timeDrivenCost } from '#shared/stats/tdabc.ts';
import { unitizingAlpha } from '#shared/stats/unitizing.ts';
import { wilson } from '#shared/stats/wilson.ts';
import { differencesFrom } from './compare-answer.ts';

function expectClose(answer: unknown, expected: unknown, tolerance: number): void {
  expect(differencesFrom(expected, answer, tolerance)).toEqual([]);
}

function followUps(times: string): FollowUp[] {
  return times.split(' ').map((time) => ({ time: Number.parseInt(time, 10), isEvent: !time.endsWith('+') }));
}

/** Remission in weeks, Freireich et al. 1963; + = still in remission. */
const treated = followUps('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
const placebo = followUps('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');

const gaps = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];

const cdnow = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

describe('published worked examples', () => {
  it('Wilson and Clopper-Pearson: Newcombe 1998, scipy documentation', () => {
    expectClose(wilson({ x: 81, n: 263 }), [0.2553, 0.3662], 5e-5);
    expectClose(wilson({ x: 15, n: 148 }), [0.0624, 0.1605], 5e-5);
    expectClose(clopperPearson({ x: 7, n: 50 }), [0.0581917, 0.267396], 1e-6);
  });

  it('differences of shares: Newcombe 1998 (unpaired), Fagerland et al. (paired)', () => {
    expectClose(newcombeUnpaired({ x1: 56, n1: 70, x2: 48, n2: 80 }), { diff: 0.2, ci: [0.0524, 0.3339] }, 5e-5);
    expectClose(newcombePaired({ both: 59, firstOnly: 6, secondOnly: 16, neither: 80 }), { diff: -0.0621, ci: [-0.1186, -0.0046] }, 5e-5);
    expectClose(mcnemar(6, 16), { pAsymptotic: 0.033006, pExact: 0.052479, pMid: 0.03469, pContinuity: 0.055009 }, 1e-6);
    expectClose(mcnemar(150, 86).chi2, 17.35593, 1e-4);
  });

  it('exact tests: the lady tasting tea, R poisson.test', () => {
    expectClose(fisherExact([[3, 1], [1, 3]]), 17 / 35, 1e-12);
    expectClose(poissonRateRatio({ x1: 11, t1: 800, x2: 21, t2: 3011 }), { rr: 1.971488, p: 0.07967, ci: [0.858426, 4.277266] }, 1e-5);
    expectClose(poissonLimits(10), [4.7954, 18.3904], 5e-5);
    expectClose(poissonLimits(0), [0, 3.6889], 5e-5);
  });

  it('many comparisons: Benjamini & Hochberg 1995, thrombolysis trial', () => {
    const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    expectClose(benjaminiHochberg(p.toReversed(), 0.05), { rejected: 4, bonferroniRejected: 3 }, 0);
  });

  it('means: Student 1908, sleep; Bland-Altman limits by hand', () => {
    const x = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const y = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    expectClose(pairedT({ x, y }), { meanDiff: -1.58, t: -4.0621, df: 9, p: 0.002833, ci: [-2.459886, -0.700114] }, 5e-5);
    expectClose(blandAltman({ x: [1, 2, 6], y: [0, 0, 3] }), { bias: 2, sd: 1, limits: [2 - 1.959964, 2 + 1.959964], n: 3 }, 1e-6);
  });

  it('agreement: Krippendorff, irrCAC, Fleiss, Shrout & Fleiss', () => {
    expectClose(alphaPanel(gaps), { nominal: 0.743, ordinal: 0.815, interval: 0.849, ratio: 0.797 }, 5e-4);
    expectClose(nominalAlpha(gaps.map((row) => row.map((value) => (value === null ? null : `code ${value}`)))), 0.743, 5e-4);
    expectClose(agreementWithMissing(gaps, [1, 2, 3, 4, 5]), { ac1: 0.77544, percentAgreement: 0.8181818, fleissKappa: 0.76117, brennanPrediger: 0.77273 }, 1e-5);
    expectClose(cohenKappa([[13, 0, 0], [0, 20, 7], [0, 4, 56]]), { kappa: 0.7964094, se: 0.05891072, gwetAc1: 0.8493305, scottPi: 0.7962397, krippendorffAlpha: 0.7972585 }, 1e-6);
    expectClose(cohenKappa([[20, 5], [10, 15]]).kappa, 0.4, 1e-12);
    expectClose(fleissKappa([
      [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ]).kappa, 0.21, 5e-4);
    expectClose(icc([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]),
      { icc1: 0.17, icc2: 0.29, icc3: 0.71, icc1k: 0.44, icc2k: 0.62, icc3k: 0.91 }, 5e-3);
  });

  it('unitizing: Krippendorff 2019, figure 12.11', () => {
    const spans = (...rows: [number, number, string][]) => rows.map(([start, end, code]) => ({ start, end, code }));
    const observers = [
      spans([0, 7, '1'], [7, 13, '2'], [30, 32, '5'], [32, 37, '6'], [37, 44, '6'], [44, 60, '7']),
      spans([0, 7, '1'], [7, 13, '3'], [13, 21, '5'], [32, 44, '6']),
      spans([0, 7, '1'], [7, 13, '4'], [13, 21, '5'], [32, 37, '6'], [37, 41, '6'], [41, 44, '6']),
    ];
    expectClose(unitizingAlpha({ length: 60, observers }), { nominal: 0.51, binary: 0.4136 }, 5e-4);
  });

  it('survival: Freireich 1963 (Kleinbaum & Klein); three groups by hand', () => {
    const curve = kaplanMeier(treated, [10], 23);
    expectClose(curve.rows?.map((row) => row.s), [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448], 5e-4);
    expectClose({ median: curve.median, rmst: curve.rmst }, { median: 23, rmst: 17.909244 }, 1e-6);
    expect(medianLimits(survivalCurve(treated))).toEqual([13, null]);
    expectClose(medianLimits(survivalCurve(placebo)), [4, 11], 0);
    expectClose(logrank({ first: treated, second: placebo }), { chi2: 16.79, e1: 19.25, e2: 10.75 }, 5e-3);
    expectClose(logrankGroups([treated, placebo]).chi2, logrank({ first: treated, second: placebo }).chi2, 1e-9);
    const three = logrankGroups([followUps('1 3'), followUps('2 4'), followUps('5 6')]);
    expectClose({ expected: three.expected, df: three.df }, { expected: [1 / 3 + 1 / 5 + 1 / 4, 1 / 3 + 2 / 5 + 1 / 4 + 1 / 3, 1 / 3 + 2 / 5 + 1 / 2 + 2 / 3 + 1 + 1], df: 2 }, 1e-12);
  });

  it('lifetime value: Fader, Hardie & Lee 2005; Fader & Hardie 2007; Gupta & Lehmann 2003', () => {
    expectClose(conditionalPurchases(cdnow, { x: 2, recency: 30.43, age: 38.86 }, 39), { expectedPurchases: 1.226 }, 5e-4);
    expectClose([0.1429, 1, 3].map((t) => unconditionalPurchases(cdnow, t)), [0.0078, 0.0532, 0.1506], 3e-4);
    const firstTen = [[2, 30.43], [1, 1.71], [0, 0], [0, 0], [0, 0], [7, 29.43], [1, 5], [0, 0], [2, 35.71], [0, 0]];
    expectClose(bgnbdLogLikelihood(cdnow, firstTen.map(([x = 0, recency = 0]) => ({ x, recency, age: 38.86 }))), -52.964142, 1e-5);
    expectClose(fitSbg([1000, 631, 468, 382, 326, 289, 262, 241]), { alpha: 0.704, beta: 1.182 }, 5e-4);
    expectClose(fitSbg([1000, 869, 743, 653, 593, 551, 517, 491]), { alpha: 0.668, beta: 3.806 }, 1e-3);
    expectClose([marginMultiple(0.6, 0.1), marginMultiple(0.8, 0.12), marginMultiple(0.9, 0.1), marginMultiple(0.9, 0.16)], [1.2, 2.5, 4.5, 3.46], 5e-3);
    expectClose(gammaGammaMean({ p: 6.25, q: 3.74, v: 15.44, x: 2, meanValue: 22.35 }), 24.66, 1e-2);
  });

  it('cost: Kaplan & Anderson 2004; Rogan & Gladen 1978', () => {
    const activities = [{ name: 'orders', minutes: 8, qty: 49_000 }, { name: 'inquiries', minutes: 44, qty: 1_400 }, { name: 'credit checks', minutes: 50, qty: 2_500 }];
    expectClose(timeDrivenCost({ periodCost: 560_000, practicalCapacityMin: 700_000, activities }), { ratePerMin: 0.8, unitCosts: [6.4, 35.2, 40], unusedCost: 97_120 }, 1e-6);
    expectClose(roganGladen({ observed: 0.3, sensitivity: 0.9, specificity: 0.85 }), 0.2, 1e-12);
  });

  it('charts: NIST c-chart; run lengths of Montgomery and of Lucas & Saccucci', () => {
    const counts = [16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13];
    expectClose(cChart(counts), { cBar: 16, ucl: 28, lcl: 4, signals: [24] }, 0);
    expectClose([cusumArl({ k: 0.5, h: 4 }), cusumArl({ k: 0.5, h: 5 }), cusumArl({ k: 0.5, h: 4 }, 1), cusumArl({ k: 0.5, h: 5 }, 1)], [168, 465, 8.38, 10.4], 0.5);
    expectClose([ewmaArl({ lambda: 0.1, width: 2.814 }), ewmaArl({ lambda: 0.2, width: 2.962 }), ewmaArl({ lambda: 1, width: 3 })], [500, 500, 370.4], 1);
  });

  it('sampling: Krejcie & Morgan 1970; discovery sampling', () => {
    const sizes = [null, 10_000, 1000, 100].map((population) => sampleSizeForProportion({ p: 0.5, e: 0.05, population }));
    expect(sizes).toEqual([385, 370, 278, 80]);
    expect([sampleSizeToDetect(0.05), sampleSizeToDetect(0.01)]).toEqual([59, 299]);
  });

  it('bias: Berkeley admissions 1973; VanderWeele & Ding 2017', () => {
    const rows: [number, number, number, number][] = [
      [512, 313, 89, 19], [353, 207, 17, 8], [120, 205, 202, 391], [138, 279, 131, 244], [53, 138, 94, 299], [22, 351, 24, 317],
    ];
    const gap = stratifiedGap(rows.map(([g1Yes, g1No, g2Yes, g2No]) => ({ g1Yes, g1No, g2Yes, g2No })));
    expectClose(gap, { rawGap: 0.1416, standardisedGap: -0.0426, mantelHaenszelOr: 0.9047 }, 1e-4);
    expectClose([eValue(3.9), eValue(1.8), eValue(1 / 3.9), eValueOfLimits([1.8, 8.7]), eValueOfLimits([0.9, 2])], [7.26, 3, 7.26, 3, 1], 5e-3);
  });

  it('scores, ranks and the generator', () => {
    expectClose(nps({ promoters: 162, passives: 108, detractors: 54 }), { nps: 33.333333, variancePm1: 5 / 9 }, 1e-6);
    expectClose(spearmanRho([106, 86, 100, 101, 99, 103, 97, 113, 112, 110], [7, 0, 27, 50, 28, 29, 20, 12, 6, 17]), -0.175757575, 1e-8);
    expectClose(randomNumbers(42, 2), [0.6011037519201636, 0.44829055899754167], 1e-16);
  });
});
