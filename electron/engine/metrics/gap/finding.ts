import type { GapDefinition, GapReport } from '#shared/model/gap.ts';
import type { Sides } from './sides.ts';

type Finding = GapReport['finding'];

/**
 * What the figures carry, as the key of a sentence and its values. Without an interval, or with one that holds 0, there
 * is no clear difference, whatever the shares look like.
 */
export function findingOf(definition: GapDefinition, sides: Sides): Finding {
  const { company, customer, gap } = sides;
  const values = {
    company: percent(company.value, company.unit), customer: percent(customer.value, customer.unit),
    gap: gap.value === null ? '' : Math.round(Math.abs(gap.value)),
    lo: gap.ci === null ? '' : Math.round(gap.ci.lo), hi: gap.ci === null ? '' : Math.round(gap.ci.hi), n: gap.n,
  };
  const key = (name: string): Finding => ({ key: `finding.${definition}.${name}`, values });
  if (company.n === 0 && customer.n === 0) return key('empty');
  if (company.n === 0) return key('noCompany');
  if (customer.n === 0) return key('noCustomer');
  if (gap.value === null) return key('unlinked');
  if (gap.n < 30) return key('few');
  if (gap.ci === null || (gap.ci.lo <= 0 && gap.ci.hi >= 0)) return key('noDifference');
  return key(gap.value > 0 ? 'companyHigher' : 'customerHigher');
}

function percent(value: number | null, unit: string): string | number {
  if (value === null) return '';
  return Math.round(unit === 'share' ? 100 * value : value);
}
