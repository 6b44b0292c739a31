import { envelope, type Envelope } from '#shared/model/envelope.ts';
import { bootstrap } from '#shared/stats/bootstrap.ts';
import { spearmanRho } from '#shared/stats/spearman-rho.ts';
import { usualFrom } from '../small-sample.ts';
import type { GapCounts } from './gap-group.ts';

const seed = 19_040_101;
/** An order of fewer units says nothing. */
const leastUnits = 8;

/**
 * G5: whether the company and the customers put agents (or queues, teams) in the same order: Spearman's rho between the
 * two shares of those with 30 evaluations and 30 answers, with a bootstrap over them (Spearman 1904; Efron 1979).
 */
export function rankAgreement(units: readonly GapCounts[]): Envelope {
  const points = units.filter((unit) => unit.companyN >= usualFrom && unit.customerN >= usualFrom)
    .map((unit) => ({ company: unit.companyYes / unit.companyN, customer: unit.customerYes / unit.customerN }));
  const rho = (some: readonly { company: number; customer: number }[]) => spearmanRho(some.map((point) => point.company), some.map((point) => point.customer));
  const n = points.length;
  const excluded = { missing: 0, invalid: 0, unlinked: 0, immature: 0, outOfScope: units.length - n };
  if (n < leastUnits) return envelope({ unit: 'ratio', value: null, n, denominator: n, reason: units.length === 0 ? 'NO_DATA' : 'BELOW_MIN_N', excluded });
  const value = rho(points);
  const { ci } = bootstrap(points, rho, { seed });
  return envelope({
    unit: 'ratio', value, n, denominator: n, reason: value === null ? 'NO_VARIATION' : null, excluded, flags: ['of_units'],
    ci: value !== null && ci ? { lo: ci[0], hi: ci[1], conf: 0.95, method: `bootstrap-percentile seed ${seed}` } : null,
  });
}
