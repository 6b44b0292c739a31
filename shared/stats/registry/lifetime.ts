import { z } from 'zod';
import { bgnbdLogLikelihood, conditionalPurchases, unconditionalPurchases, type Buyer } from '../bgnbd.ts';
import { fitBgnbd } from '../bgnbd-fit.ts';
import { marginMultiple } from '../clv.ts';
import { gammaGammaMean } from '../gamma-gamma.ts';
import { fitSbg } from '../sbg.ts';
import { count, nonNegative, number, positive } from './fields.ts';
import { answerFrom, answerOf, metric } from './metric.ts';

const parameters = { r: number, alpha: number, a: number, b: number };

const history = z.tuple([count, nonNegative, nonNegative])
  .refine(([, recency, age]) => recency <= age, 'has its last purchase after its end')
  .transform(([x, recency, age]): Buyer => ({ x, recency, age }));

const buyer = z.object({ ...parameters, x: count, t_x: nonNegative, T: nonNegative, t: nonNegative })
  .refine((input) => input.t_x <= input.T, { path: ['t_x'], error: 'is larger than T' });

const cohort = z.array(count).superRefine((survivors, context) => {
  const index = survivors.findIndex((left, year) => year > 0 && left > (survivors[year - 1] ?? 0));
  if (index >= 0) context.addIssue({ code: 'custom', path: [index], message: 'is larger than the number before' });
});

/** A retention at or above 1 + discount is answered (not identified); any other above 1 is no share. */
const contract = z.object({ retention: nonNegative, discount: nonNegative })
  .refine(({ retention, discount }) => retention <= 1 || retention >= 1 + discount, { path: ['retention'], error: 'is not a share, 0 to 1' });

export const lifetimeMetrics = [
  metric('bgnbd_conditional', buyer, (input) => answerFrom(conditionalPurchases(input, { x: input.x, recency: input.t_x, age: input.T }, input.t), {
    expected_purchases: 'expectedPurchases', p_alive: 'pAlive',
  })),
  metric('bgnbd_unconditional', z.object({ ...parameters, t: z.array(nonNegative) }), (input) => {
    const expected = input.t.map((t) => unconditionalPurchases(input, t));
    return answerOf('expected_purchases', unconditionalPurchases(input, 0) === null ? null : expected, 'NOT_IDENTIFIED');
  }),
  metric('bgnbd_loglik', z.object({ ...parameters, x_tx_T: z.array(history) }), (input) => {
    const isPositive = [input.r, input.alpha, input.a, input.b].every((value) => value > 0);
    const isEmpty = input.x_tx_T.length === 0;
    return answerOf('loglik', isPositive ? bgnbdLogLikelihood(input, input.x_tx_T) : null, isEmpty ? 'NO_DATA' : 'NOT_IDENTIFIED');
  }),
  metric('bgnbd_fit', z.object({ x_tx_T: z.array(history) }), (input) => answerFrom(fitBgnbd(input.x_tx_T), {
    r: 'r', alpha: 'alpha', a: 'a', b: 'b', loglik: 'logLikelihood',
  })),
  metric('sbg_retention', z.object({ survivors: cohort }), (input) => answerFrom(fitSbg(input.survivors), {
    alpha: 'alpha', beta: 'beta', loglik: 'logLikelihood',
  })),
  metric('clv_contractual_simple', contract, (input) => answerOf('multiple', marginMultiple(input.retention, input.discount), 'NOT_IDENTIFIED')),
  metric('gamma_gamma', z.object({ p: positive, q: positive, v: positive, x: nonNegative, mean_value: nonNegative }),
    (input) => answerOf('expected_mean', gammaGammaMean({ p: input.p, q: input.q, v: input.v, x: input.x, meanValue: input.mean_value }), 'NOT_IDENTIFIED')),
];
