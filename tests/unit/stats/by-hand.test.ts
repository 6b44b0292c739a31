import { describe, expect, it } from 'vitest';
import { runStats } from '#shared/stats/registry.ts';
import { differencesFrom } from './compare-answer.ts';

const cans = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];

type Case = readonly [metric: string, input: Record<string, unknown>, expected: Record<string, unknown>, tolerance: number];

/** Cases small enough to be checked with a pencil, and traps. */
const cases: readonly Case[] = [
  // Mid-P of a tie is 1 - P(X = 5)/2 of ten tosses: 1 - 252/2048.
  ['mcnemar', { b: 5, c: 5 }, { p_mid: 0.876953125, p_exact: 1, p_asym: 1 }, 1e-12],
  // Step-up, not step-down: ranks 2 to 4 fail in the first, the last one carries all in the second.
  ['benjamini_hochberg', { p: [0.0201, 0.0001, 0.014, 0.0166], q: 0.02 }, { rejected_flags: [false, true, false, false], rejected: 1 }, 0],
  ['benjamini_hochberg', { p: [0.0199, 0.0001, 0.014, 0.0166], q: 0.02 }, { rejected_flags: [true, true, true, true], rejected: 4 }, 0],
  ['benjamini_hochberg', { p: [0.6, 0.1, 0.2], q: 0.3 }, { adjusted: [0.6, 0.3, 0.3], rejected: 2 }, 1e-12],
  ['csat', { ratings: [5, 4, 1, 2, null, 6], scale: [1, 5], positive_min: 4 }, { csat: 0.5, n: 4, positive: 2, bottom2: 2, invalid: 1, missing: 1, mean: 3 }, 1e-12],
  ['ces', { ratings: [7, 5, 4, 8, null], positive_min: 5 }, { ces: 2 / 3, n: 3, agree: 2, mean: 16 / 3 }, 1e-12],
  ['nps_difference', { a: [60, 25, 15], b: [50, 25, 25] }, { diff: 20, se: Math.sqrt(0.5475 + 0.6875) * 10, ci: [-1.78, 41.78] }, 2e-3],
  // Adjusted: (19.75 - 9.75)/39.
  ['nps_ci_adjusted_wald', { promoters: 19, passives: 8, detractors: 9 }, { nps: 1000 / 36, centre: 1000 / 39 }, 1e-9],
  ['aht', { contacts: [{ talk: 100, hold: 0, acw: 20 }, { talk: 60, hold: 10, acw: null }, { abandoned: true }] },
    { aht_seconds: 120, handled: 2, complete: 1, coverage: 0.5, lower_bound_if_missing_zero: 95 }, 1e-12],
  ['transfer_and_repeat_information', { contacts: [
    { transfers: 2, prior_in_episode: false, repeated: true }, { transfers: 0, prior_in_episode: true, repeated: false },
    { transfers: 0, prior_in_episode: false, repeated: true }, { transfers: null, prior_in_episode: false, repeated: null },
  ] }, { transfer_rate: 1 / 3, transfer_n: 3, mean_transfers: 2 / 3, repeat_all: 2 / 3, repeat_at_risk: 0.5, repeat_at_risk_n: 2 }, 1e-12],
  ['rubric_scores', { technical: [4, 3, 2, 1, null], emotional: [2, 2, 2, 2, 2], max: 4, min_items: 4 }, { technical: 62.5, emotional: 50, quadrant: 'correct_but_cold' }, 1e-12],
  ['spearman_brown', { icc_single: 0.5, target: 0.8 }, { k: 4, k_exact: 4 }, 1e-12],
  ['boundary_tolerant_f1', { reference: [[0, 4, 'a'], [1, 5, 'a']], other: [[1, 5, 'a'], [2, 6, 'a']], boundary_tolerance: 1 }, { tp: 2, f1: 1 }, 0],
  ['repurchase_km', { days: [10, 20, 20, 40], repurchased: [1, 0, 1, 0], horizons: [10, 20, 40] },
    { km_cumulative_incidence: [0.25, 0.5, 0.5], number_at_risk: [4, 3, 1], naive_wrong: [0.25, 0.5, 0.5], complete_case_biased: [0.25, 0.5, 2 / 3] }, 1e-12],
  ['km_difference', { time1: [2, 4, 6], event1: [1, 0, 1], time2: [1, 3, 6], event2: [1, 1, 0], t: 5 }, { S1: 2 / 3, S2: 1 / 3, diff: 1 / 3 }, 1e-12],
  ['chargeback', { contacts: [{ id: 1, cost: 9, owners: { Billing: 2, Product: 1 } }, { id: 2, cost: 1, owners: {} }] },
    { allocations: { Billing: 6, Product: 3, Unallocated: 1 }, total: 10 }, 1e-12],
  ['pareto', { contacts: [{ codes: ['b', 'a'], cost: 10 }, { codes: ['c'], cost: 2 }, { codes: ['a', 'a'], cost: 0 }, { codes: [], cost: 8 }], rule: 'fractional' },
    { order_by_cost: ['a', 'b', 'c'], weights: { a: 1.5, b: 0.5, c: 1 }, cost: { a: 5, b: 5, c: 2, uncoded: 8 }, uncoded: 1, total_cost: 20, vital_few_80: ['a', 'b'] }, 1e-12],
  ['pareto', { contacts: [{ codes: ['b', 'a'], cost: 10 }], rule: 'primary' }, { weights: { b: 1 }, cost: { b: 10, uncoded: 0 } }, 0],
  ['preventable_rate', { population: 101, coded: 51, preventable: 17 }, { rate: 1 / 3, n_star_fpc: 102, estimated_contacts: 101 / 3 }, 1e-9],
  ['fee_simulator', {
    customers: 100, share_charged: 0.5, fee: 10, waived_share: 0.2, contacts_per_charged: 0.1, cost_per_contact: 4, credit_per_contact: 1,
    extra_churn: 0.02, margin_per_customer_year: 50, years_lost: 2, discount: 0.25,
  }, { charged_customers: 50, fee_revenue: 400, contact_cost: 25, annuity: 1.44, churn_cost: 72, net: 303, break_even_contacts_per_charged: 328 / 250, break_even_extra_churn: 375 / 3600 }, 1e-9],
  ['p_chart', { defectives: cans, n: 50 }, { p_bar: 0.2313, ucl: 0.4102, lcl: 0.0524, signals: [15, 23] }, 5e-5],
  ['laney_p_prime', { defectives: cans, n: 50 }, { sigma_z: 1.6609, ucl: 0.5285, lcl: 0 }, 5e-5],
  // z = -1, +1, -1 around 0.5 with n = 4: mean range 2.
  ['laney_p_prime', { defectives: [1, 3, 1, 3], n: 4 }, { sigma_z: 2 / 1.128 }, 1e-12],
  ['cusum', { x: [1, 3, 3, -3], target: 0, k: 1, h: 3 }, { S_hi: [0, 2, 4, 0], S_lo: [0, 0, 0, 2], first_signal: 3 }, 0],
  ['ewma', { x: [2, 2, -6], target: 0, lambda: 0.5, sigma: 1, L: Math.sqrt(3) }, { ewma: [1, 1.5, -2.25], ucl: 1, lcl: -1, signals: [2, 3] }, 1e-12],
  ['neyman_allocation', { n: 10, strata: [{ N: 10, S: 0.4 }, { N: 10, S: 0.1 }] }, { allocation: [8, 2] }, 1e-12],
  ['stratified_proportion', { strata_N_n_x: [[60, 5, 1], [40, 5, 4]] }, { p: 0.44, naive_pooled: 0.5, se: Math.sqrt(0.36 * (55 / 60) * 0.04 + 0.16 * (35 / 40) * 0.04) }, 1e-12],
  ['poststratified_proportion', { strata: [{ pop_share: 0.5, respondents: 8, positive: 6 }, { pop_share: 0.5, respondents: 2, positive: 0 }], invited: 20 },
    { weighted: 0.375, raw: 0.6, weights: [0.625, 2.5], n_eff: 6.4, manski_bounds: [0.3, 0.8] }, 1e-12],
  ['raking', { seed: [[1, 1], [1, 1]], row_targets: [3, 1], col_targets: [2, 2] }, { table: [[1.5, 1.5], [0.5, 0.5]] }, 1e-9],
  ['emerging_issue_test', { baseline_count: 1, baseline_exposure: 1, current_count: 1, current_exposure: 1 }, { p_upper: 0.75, p_upper_mid: 0.5, rate_ratio: 1 }, 1e-12],
  ['poisson_cusum_reference', { mu0: 1, mu1: Math.E }, { k: Math.E - 1 }, 1e-12],
  ['sample_size_detect', { prevalence: 0.5, conf: 0.75 }, { n: 2 }, 0],
  ['numerics', { fn: 'lgamma', args: [-0.5] }, { value: Math.log(2 * Math.sqrt(Math.PI)) }, 1e-12],
  ['numerics', { fn: 'hyp2f1', args: [1, 1, 2, 0.999999] }, { value: -Math.log(1e-6) / 0.999999 }, 1e-9],
  ['numerics', { fn: 'hyp2f1', args: [1, 1, 2, -3] }, { value: Math.log(4) / 3 }, 1e-12],
  ['numerics', { fn: 'hyp2f1', args: [1, 1, 3, 1] }, { value: 2 }, 1e-12],
  ['numerics', { fn: 't_ppf', args: [0.75, 1] }, { value: 1 }, 1e-12],
  ['numerics', { fn: 'chi2_sf', args: [2, 2] }, { value: Math.exp(-1) }, 1e-12],
  ['numerics', { fn: 'beta_ppf', args: [0.3, 1, 1] }, { value: 0.3 }, 1e-12],
  ['numerics', { fn: 'gamma_ppf', args: [0.5, 1] }, { value: Math.LN2 }, 1e-12],
];

describe('cases checked by hand', () => {
  it.each(cases)('%s of %j', (...[metric, input, expected, tolerance]) => {
    const answer: unknown = JSON.parse(JSON.stringify(runStats(metric, input)));
    expect(differencesFrom(expected, answer, tolerance)).toEqual([]);
  });
});
