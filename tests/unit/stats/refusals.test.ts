import { describe, expect, it } from 'vitest';
import { runStats, statsMetrics } from '#shared/stats/registry.ts';
import { StatsInputError } from '#shared/stats/stats-input-error.ts';
import { optionalFields, validInputs } from './valid-inputs.ts';

/** The field that a refused call names; undefined when it was answered. */
function refusedField(metric: string, json: unknown): string | undefined {
  try {
    runStats(metric, json);
    return undefined;
  } catch (error) {
    if (error instanceof StatsInputError) {
      expect(error.message).toContain(error.field);
      return error.field;
    }
    throw error;
  }
}

function without(input: Readonly<Record<string, unknown>>, field: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== field));
}

/** Every number in a JSON value that is not null, finite? */
function isFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isFinite);
}

describe('every statistics function', () => {
  it('has a valid input here', () => {
    expect(Object.keys(validInputs).sort()).toEqual([...statsMetrics].sort());
    expect(statsMetrics).toHaveLength(69);
  });

  it.each(statsMetrics)('%s answers, ignores unknown fields and is finite', (metric) => {
    const answer = runStats(metric, { ...validInputs[metric], unheard_of: 1 });
    expect(answer).toHaveProperty('reason', metric === 'bgnbd_fit' ? 'NOT_IDENTIFIED' : null);
    expect(isFinite(answer)).toBe(true);
  });

  const fields = statsMetrics.flatMap((metric) => Object.keys(validInputs[metric] ?? {}).map((field) => [metric, field] as const));
  const required = fields.filter(([metric, field]) => !optionalFields[metric]?.includes(field));
  const optional = fields.filter(([metric, field]) => optionalFields[metric]?.includes(field));

  it.each(required)('%s refuses a missing %s by name', (metric, field) => {
    expect(refusedField(metric, without(validInputs[metric] ?? {}, field))).toBe(field);
  });

  it.each(optional)('%s does without %s', (metric, field) => {
    expect(refusedField(metric, without(validInputs[metric] ?? {}, field))).toBeUndefined();
  });

  it.each(fields)('%s refuses a %s of the wrong type by name', (metric, field) => {
    for (const wrong of [{ a: 1 }, true]) expect(refusedField(metric, { ...validInputs[metric], [field]: wrong })?.split(/[.[]/)[0]).toBe(field);
  });

  it.each(fields.filter(([metric, field]) => typeof validInputs[metric]?.[field] === 'number'))('%s refuses a %s that is not finite', (metric, field) => {
    for (const wrong of [NaN, Infinity, -Infinity, '1']) expect(refusedField(metric, { ...validInputs[metric], [field]: wrong })).toBe(field);
  });
});

describe('impossible values', () => {
  const impossible: readonly (readonly [metric: string, change: Record<string, unknown>, field: string])[] = [
    ['wilson_ci', { x: 10 }, 'x'], ['wilson_ci', { x: -1 }, 'x'], ['wilson_ci', { conf: 1 }, 'conf'], ['wilson_ci', { conf: 0 }, 'conf'],
    ['clopper_pearson_ci', { n: 2 }, 'x'], ['newcombe_unpaired_diff_ci', { x2: 9 }, 'x2'], ['newcombe_paired_diff_ci', { neither: -1 }, 'neither'],
    ['mcnemar', { b: 1.5 }, 'b'], ['fisher_exact_two_sided', { table: [[1, 2], [3]] }, 'table[1]'], ['fisher_exact_two_sided', { table: [[1, 2], [3, -4]] }, 'table[1][1]'],
    ['paired_t', { y: [1] }, 'x'], ['benjamini_hochberg', { p: [0.1, 1.2] }, 'p[1]'], ['benjamini_hochberg', { q: 2 }, 'q'],
    ['shrunk_proportion', { overall: 1.1 }, 'overall'], ['shrunk_proportion', { x: 5 }, 'x'], ['e_value', { rr: 0 }, 'rr'],
    ['perception_gap_matched', { company_bad_customer_bad: -1 }, 'company_bad_customer_bad'], ['perception_gap_unpaired', { customer_yes: 13 }, 'customer_yes'],
    ['stratified_gap', { strata: [{ stratum: 'A', g1_yes: -5, g1_no: 3, g2_yes: 2, g2_no: 4 }] }, 'strata[0].g1_yes'],
    ['csat', { scale: [5, 1] }, 'scale'], ['csat', { positive_min: 6 }, 'positive_min'], ['csat', { ratings: ['5'] }, 'ratings[0]'],
    ['nps_difference', { a: [1, 2] }, 'a'], ['aht', { contacts: [{ talk: 60, hold: 0 }] }, 'contacts[0].acw'],
    ['aht', { contacts: [{ talk: -1, hold: 0, acw: 1 }] }, 'contacts[0].talk'], ['fcr_repeat_window', { window_days: -1 }, 'window_days'],
    ['fcr_repeat_window', { match: 'reason' }, 'match'], ['fcr_repeat_window', { contacts: [['c1', 'A', 'fee']] }, 'contacts[0]'],
    ['transfer_and_repeat_information', { contacts: [{ transfers: 1, repeated: true }] }, 'contacts[0].prior_in_episode'],
    ['talk_metrics', { agent: [[12, 0]] }, 'agent[0]'], ['talk_metrics', { customer: [[50, 61]] }, 'customer[0]'],
    ['bad_experience_count', { as_of: '2025-02-30' }, 'as_of'], ['bad_experience_count', { events: [['A', '2024-12-01', 'fee', 'csat', 6]] }, 'events[0][4]'],
    ['rubric_scores', { technical: [5, 4, 3, 2] }, 'technical[0]'], ['krippendorff_alpha', { observers_by_units: [[1, 2], [1]] }, 'observers_by_units'],
    ['agreement_with_missing', { categories: ['a'] }, 'observers_by_units[0][1]'], ['agreement_with_missing', { categories: ['a', 'b', 'a'] }, 'categories'],
    ['cohen_kappa', { table: [[1, 2]] }, 'table'], ['cohen_kappa', { table: [[1, -2], [3, 4]] }, 'table[0][1]'],
    ['fleiss_kappa', { counts: [[2, 1], [2, 2]] }, 'counts[1]'], ['icc', { targets_by_raters: [[1, 2], [3]] }, 'targets_by_raters'],
    ['icc', { targets_by_raters: [[1, null]] }, 'targets_by_raters[0][1]'], ['spearman_brown', { icc_single: 1.2 }, 'icc_single'],
    ['unitizing_alpha', { observers: [[[0, 5, 'a'], [4, 6, 'b']], []] }, 'observers[0][1]'], ['unitizing_alpha', { observers: [[[5, 0, 'a']], []] }, 'observers[0][0]'],
    ['unitizing_alpha', { observers: [[[0, 21, 'a']], []] }, 'observers[0][0]'], ['boundary_tolerant_f1', { boundary_tolerance: -1 }, 'boundary_tolerance'],
    ['kaplan_meier', { event: [1, 0] }, 'event'], ['kaplan_meier', { event: [1, 2, 0] }, 'event[1]'], ['kaplan_meier', { time: [1, -2, 3] }, 'time[1]'],
    ['logrank', { event2: [1] }, 'event2'], ['bgnbd_conditional', { t_x: 21 }, 't_x'], ['bgnbd_loglik', { x_tx_T: [[1, 11, 10]] }, 'x_tx_T[0]'],
    ['sbg_retention', { survivors: [100, 101] }, 'survivors[1]'], ['clv_contractual_simple', { retention: 1.05 }, 'retention'],
    ['chargeback', { contacts: [{ id: 1, cost: 10, owners: { Billing: -1 } }] }, 'contacts[0].owners.Billing'],
    ['preventable_rate', { coded: 101 }, 'coded'], ['preventable_rate', { preventable: 21 }, 'preventable'], ['misclassification_correction', { observed: -0.1 }, 'observed'],
    ['pareto', { rule: 'full' }, 'rule'], ['fee_simulator', { waived_share: 1.2 }, 'waived_share'], ['emerging_issue_test', { current_count: -1 }, 'current_count'],
    ['p_chart', { n: [20, 22] }, 'n'], ['p_chart', { n: 5 }, 'defectives[2]'], ['ewma', { lambda: 0 }, 'lambda'], ['arl', { chart: 'xbar' }, 'chart'],
    ['sample_size_proportion', { p: 1.5 }, 'p'], ['sample_size_detect', { prevalence: 0 }, 'prevalence'],
    ['stratified_proportion', { strata_N_n_x: [[10, 20, 5]] }, 'strata_N_n_x[0][1]'], ['stratified_proportion', { strata_N_n_x: [[10, 5, 6]] }, 'strata_N_n_x[0][2]'],
    ['poststratified_proportion', { invited: 5 }, 'invited'], ['raking', { row_targets: [6] }, 'row_targets'], ['raking', { seed: [[1, 2], [3]] }, 'seed'],
    ['numerics', { args: [1] }, 'args[0]'], ['numerics', { fn: 'hyp2f1', args: [1, 1, 1, 2] }, 'args'], ['numerics', { fn: 'erf' }, 'fn'], ['prng', { seed: 0.5 }, 'seed'],
  ];

  it.each(impossible)('%s with %j is refused for %s', (metric, change, field) => {
    expect(refusedField(metric, { ...validInputs[metric], ...change })).toBe(field);
  });

  it('refuses an unknown metric and anything that is not one object', () => {
    expect(refusedField('wilson', {})).toBe('METRIC');
    for (const json of [null, [], 'x', 3, undefined]) expect(refusedField('wilson_ci', json)).toBe('input');
  });
});
