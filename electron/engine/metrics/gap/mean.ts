import type { Reason } from '#shared/model/envelope.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import { blandAltman } from '#shared/stats/bland-altman.ts';
import { normalUpper } from '#shared/stats/normal.ts';
import { pairedT } from '#shared/stats/paired-t.ts';
import type { Database } from '#engine/store/database.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { meanEnvelope } from '../means.ts';
import { segmentColumn, Tally } from '../tally.ts';
import type { Sides } from './sides.ts';

type Pair = { customerNumber: number | null; company: number; customer: number };

/** Both scores (0-100) of matched interactions and their differences, added up. */
export class ScorePairs {
  readonly segment: string | null;
  readonly company: Tally;
  readonly customer: Tally;
  readonly difference: Tally;

  constructor(segment: string | null) {
    this.segment = segment;
    [this.company, this.customer, this.difference] = [new Tally(segment), new Tally(segment), new Tally(segment)];
  }

  add({ customerNumber, company, customer }: Pair): void {
    this.company.addValue(company, customerNumber);
    this.customer.addValue(customer, customerNumber);
    this.difference.addValue(company - customer, customerNumber);
  }
}

/** The scores of every matched interaction whose evaluation was not chosen, whole and by segment. */
export function scorePairs(db: Database, { filter, rule, by }: { filter: InteractionFilter; rule: Definitions; by: SegmentField | null }): { whole: ScorePairs; segments: ScorePairs[] } {
  const where = interactionWhere(filter, rule);
  const segment = segmentColumn({ db, definitions: rule }, by);
  const whole = new ScorePairs(null);
  const segments = new Map<string | null, ScorePairs>();
  // A customer is looked up once and is a number from there on.
  const numbers = new Map<string, number>();
  const rows = db.iterate<{ segment: string | null; customerId: string | null; company: number; customer: number }>(
    `SELECT ${segment.sql} AS segment, i.customer_id AS customerId, i.company_score AS company, i.customer_score AS customer FROM interaction i ${segment.joins}
     WHERE i.company_score IS NOT NULL AND i.customer_score IS NOT NULL AND i.company_purpose IS NOT 'targeted' AND ${where.sql}`,
    [...segment.parameters, ...where.parameters],
  );
  for (const { segment: name, customerId, company, customer } of rows) {
    const pair = { customerNumber: customerId === null ? null : numberOf(numbers, customerId), company, customer };
    whole.add(pair);
    if (by === null) continue;
    let own = segments.get(name);
    if (own === undefined) segments.set(name, (own = new ScorePairs(name)));
    own.add(pair);
  }
  return { whole, segments: [...segments.values()] };
}

function numberOf(numbers: Map<string, number>, name: string): number {
  let number = numbers.get(name);
  if (number === undefined) numbers.set(name, (number = numbers.size));
  return number;
}

/** G3: mean difference of the two scores, each on 0-100; a side without any variation has no scale to compare on. */
export function meanSides(pairs: ScorePairs, { filter, reason, flags }: { filter: InteractionFilter; reason: Reason; flags: string[] }): Sides {
  const evidence: InteractionFilter = { ...filter, measuredBy: 'gap-mean' };
  const side = (tally: Tally) => {
    const figure = meanEnvelope(tally, { unit: 'score', evidence, flags });
    return tally.n === 0 ? { ...figure, reason } : figure;
  };
  const gap = meanEnvelope(pairs.difference, { unit: 'points', evidence, flags });
  return {
    company: side(pairs.company), customer: side(pairs.customer), p: pairedP(pairs),
    gap: pairs.difference.n === 0 ? { ...gap, reason } : { ...gap, ci: gap.ci && { ...gap.ci, method: gap.ci.method.replace(/^t\b/, 'paired-t') } },
  };
}

/** The paired t test; with customers who come again, its t with the variance multiplied by the design effect. */
function pairedP({ company, customer, difference }: ScorePairs): number | null {
  const test = pairedT({ x: company.values, y: customer.values });
  if (test.p === null || test.t === null || difference.designEffect === 1) return test.p;
  return 2 * normalUpper(Math.abs(test.t) / Math.sqrt(difference.designEffect));
}

/** Where 95 of 100 single differences lie (Bland & Altman 1986), from five pairs on. */
export function limitsOfAgreement({ company, customer }: ScorePairs): { lo: number; hi: number } | null {
  if (company.n < 5) return null;
  const found = blandAltman({ x: company.values, y: customer.values });
  return found && { lo: found.limits[0], hi: found.limits[1] };
}
