import { z } from 'zod';
import { cusumArl, ewmaArl } from '../arl.ts';
import { cChart } from '../c-chart.ts';
import { cusum, poissonCusumReference } from '../cusum.ts';
import { emergingIssueTest } from '../emerging.ts';
import { ewmaChart } from '../ewma.ts';
import { laneyChart } from '../laney.ts';
import { pChart } from '../p-chart.ts';
import { poissonLimits, poissonRateRatio } from '../poisson.ts';
import { conf, count, nonNegative, number, numbers, positive } from './fields.ts';
import { answerFrom, answerOf, metric } from './metric.ts';

const countPair = z.object({ baseline_count: count, baseline_exposure: nonNegative, current_count: count, current_exposure: nonNegative })
  .transform((input) => ({
    baselineCount: input.baseline_count, baselineExposure: input.baseline_exposure,
    currentCount: input.current_count, currentExposure: input.current_exposure,
  }));

const periods = z.object({ defectives: z.array(nonNegative), n: z.union([nonNegative, z.array(nonNegative)]) }).superRefine(({ defectives, n }, context) => {
  if (typeof n !== 'number' && n.length !== defectives.length) context.addIssue({ code: 'custom', path: ['n'], message: 'is not as long as defectives' });
  const index = defectives.findIndex((found, period) => found > (typeof n === 'number' ? n : (n[period] ?? Infinity)));
  if (index >= 0) context.addIssue({ code: 'custom', path: ['defectives', index], message: 'is larger than n' });
});

const weight = z.number().gt(0).max(1);

const design = z.discriminatedUnion('chart', [
  z.object({ chart: z.literal('cusum'), k: nonNegative, h: positive }),
  z.object({ chart: z.literal('ewma'), lambda: weight, L: positive }),
]);

export const signalMetrics = [
  metric('emerging_issue_test', countPair, (input) => answerFrom(emergingIssueTest(input), {
    p_upper_mid: 'pUpperMid', p_upper: 'pUpper', rate_ratio: 'rateRatio',
  })),
  metric('poisson_ci', z.object({ x: count, conf }), (input) => answerOf('ci', poissonLimits(input.x, input.conf), 'NO_DATA')),
  metric('poisson_rate_ratio', z.object({ x1: count, t1: nonNegative, x2: count, t2: nonNegative }),
    (input) => answerFrom(poissonRateRatio(input), { rr: 'rr', p: 'p', ci: 'ci' })),
  metric('p_chart', periods, (input) => answerFrom(pChart(input), { p_bar: 'pBar', ucl: 'ucl', lcl: 'lcl', signals: 'signals' })),
  metric('laney_p_prime', periods, (input) => answerFrom(laneyChart(input), { sigma_z: 'sigmaZ', ucl: 'ucl', lcl: 'lcl' })),
  metric('c_chart', z.object({ counts: z.array(nonNegative) }), ({ counts }) => answerFrom(cChart(counts), {
    c_bar: 'cBar', ucl: 'ucl', lcl: 'lcl', signals: 'signals',
  })),
  metric('cusum', z.object({ x: numbers, target: number, k: nonNegative, h: nonNegative }),
    ({ x, ...chart }) => answerFrom(cusum(x, chart), { S_hi: 'high', S_lo: 'low', first_signal: 'firstSignal' })),
  metric('ewma', z.object({ x: numbers, target: number, lambda: weight, sigma: nonNegative, L: nonNegative }),
    ({ x, L: width, ...chart }) => answerFrom(ewmaChart(x, { ...chart, width }), { ewma: 'ewma', ucl: 'ucl', lcl: 'lcl', signals: 'signals' })),
  metric('poisson_cusum_reference', z.object({ mu0: positive, mu1: positive }),
    ({ mu0, mu1 }) => answerOf('k', poissonCusumReference(mu0, mu1), 'NOT_IDENTIFIED')),
  metric('arl', design, (input) => {
    if (input.chart === 'ewma') return answerOf('arl0', ewmaArl({ lambda: input.lambda, width: input.L }), 'NOT_IDENTIFIED');
    const arl0 = cusumArl(input);
    return { arl0, arl_shift_1sigma: arl0 === null ? null : cusumArl(input, 1), reason: arl0 === null ? 'NOT_IDENTIFIED' : null };
  }),
];
