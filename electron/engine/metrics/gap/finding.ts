import type { Envelope } from '#shared/model/envelope.ts';
import type { GapDefinition, GapReport } from '#shared/model/gap.ts';
import { usualFrom } from '../small-sample.ts';
import type { Sides } from './sides.ts';

type Finding = GapReport['finding'];

/** Whether anybody judged at all, linked or not, and why a figure is refused that could be computed. */
export type FindingAbout = { definition: GapDefinition; hasCompany: boolean; hasCustomer: boolean; isTargetedOnly: boolean; isMixed: boolean };

/**
 * What the figures carry, as the key of a sentence and its values. Without an interval, or with one that holds 0, there
 * is no clear difference, whatever the shares look like.
 */
export function findingOf(about: FindingAbout, { company, customer, gap }: Sides): Finding {
  const name = whatIsMissing(about) ?? whatTheGapSays(gap);
  return {
    key: `finding.${about.definition}.${name}`,
    values: {
      company: percent(company.value, company.unit), customer: percent(customer.value, customer.unit),
      gap: gap.value === null ? '' : Math.round(Math.abs(gap.value)),
      lo: gap.ci === null ? '' : Math.round(gap.ci.lo), hi: gap.ci === null ? '' : Math.round(gap.ci.hi), n: gap.n,
    },
  };
}

function whatIsMissing({ hasCompany, hasCustomer, isTargetedOnly, isMixed }: FindingAbout): string | null {
  if (!hasCompany && !hasCustomer) return 'empty';
  if (!hasCustomer) return 'noCustomer';
  if (isTargetedOnly) return 'targetedOnly';
  if (!hasCompany) return 'noCompany';
  return isMixed ? 'mixedScales' : null;
}

function whatTheGapSays({ value, n, ci }: Envelope): string {
  if (n === 0) return 'unlinked';
  if (value === null || n < usualFrom) return 'few';
  if (ci === null || (ci.lo <= 0 && ci.hi >= 0)) return 'noDifference';
  return value > 0 ? 'companyHigher' : 'customerHigher';
}

function percent(value: number | null, unit: string): string | number {
  if (value === null) return '';
  return Math.round(unit === 'share' ? 100 * value : value);
}
