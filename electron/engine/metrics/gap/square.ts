import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import type { Database, SqlParameter } from '#engine/store/database.ts';
import { companyGoodSql, customerGoodSql, interactionWhere, type GoodRule } from '#engine/store/queries/interaction-where.ts';
import { clusterSumsSql, designEffect, type ClusterSums } from '../clustering.ts';
import { localMonthSql } from '#engine/store/queries/local-time.ts';
import { segmentSql } from '#engine/store/queries/segment-sql.ts';

/** What one part of the interactions holds: the square of those with both sides, and each side for itself. */
export type GapCounts = {
  segment: string | null;
  both: number; companyOnly: number; customerOnly: number; neither: number;
  /** All evaluated, and how many of them are good. */
  companyN: number; companyYes: number;
  /** All answered, and how many of them are good. */
  customerN: number; customerYes: number;
  /** Interactions in scope. */
  total: number;
};

const sums = `
  sum(company = 1 AND customer = 1) AS both, sum(company = 1 AND customer = 0) AS companyOnly,
  sum(company = 0 AND customer = 1) AS customerOnly, sum(company = 0 AND customer = 0) AS neither,
  count(company) AS companyN, sum(coalesce(company, 0)) AS companyYes,
  count(customer) AS customerN, sum(coalesce(customer, 0)) AS customerYes, count(*) AS total`;

/** One scan: each interaction's two judgements, grouped. Chosen ("targeted") evaluations do not count as judgements of the company. */
function query(db: Database, options: { filter: InteractionFilter; rule: GoodRule; by: SegmentField | null }): { sql: string; parameters: SqlParameter[] } {
  const where = interactionWhere(options.filter, options.rule);
  const segment = options.by === null ? null : segmentSql(options.by, localMonthSql(db, options.rule.timeZone));
  return {
    sql: `SELECT segment, ${sums} FROM (
      SELECT ${segment?.sql ?? 'NULL'} AS segment,
        CASE WHEN i.company_purpose IS NOT 'targeted' THEN ${companyGoodSql(options.rule)} END AS company,
        ${customerGoodSql(options.filter.topBox ?? options.rule.topBox)} AS customer
      FROM interaction i ${segment?.joins ?? ''} WHERE ${where.sql}
    ) GROUP BY segment`,
    parameters: [...(segment?.parameters ?? []), ...where.parameters],
  };
}

const empty: GapCounts = {
  segment: null, both: 0, companyOnly: 0, customerOnly: 0, neither: 0, companyN: 0, companyYes: 0, customerN: 0, customerYes: 0, total: 0,
};

/** The counts of all interactions in the filter. */
export function gapCounts(db: Database, filter: InteractionFilter, rule: GoodRule): GapCounts {
  const { sql, parameters } = query(db, { filter, rule, by: null });
  return db.get<GapCounts>(sql, parameters) ?? empty;
}

/** Design effects of the matched interactions' judgements and of their difference, and of each side for itself. */
export type GapDesign = { matchedCompany: number; matchedCustomer: number; difference: number; company: number; customer: number };

const independent: GapDesign = { matchedCompany: 1, matchedCustomer: 1, difference: 1, company: 1, customer: 1 };

/** How much the repetition of customers widens the intervals of `gapCounts`. */
export function gapDesign(db: Database, filter: InteractionFilter, rule: GoodRule): GapDesign {
  const where = interactionWhere(filter, rule);
  const company = `CASE WHEN i.company_purpose IS NOT 'targeted' THEN ${companyGoodSql(rule)} END`;
  const customer = customerGoodSql(filter.topBox ?? rule.topBox);
  const values = {
    matchedCompany: `CASE WHEN ${customer} IS NOT NULL THEN ${company} END`, matchedCustomer: `CASE WHEN ${company} IS NOT NULL THEN ${customer} END`,
    difference: `${company} - ${customer}`, company, customer,
  };
  if (!db.get('SELECT 1 AS found FROM interaction WHERE customer_id IS NOT NULL GROUP BY customer_id HAVING count(*) > 1 LIMIT 1')) return independent;
  const effect = (value: string) => {
    const sums = db.get<ClusterSums>(
      clusterSumsSql(`SELECT i.customer_id AS cluster, i.key AS unit, ${value} AS value FROM interaction i WHERE ${where.sql}`), where.parameters,
    );
    return sums ? designEffect(sums) : 1;
  };
  return {
    matchedCompany: effect(values.matchedCompany), matchedCustomer: effect(values.matchedCustomer), difference: effect(values.difference),
    company: effect(values.company), customer: effect(values.customer),
  };
}

/** The counts per segment; the segment `null` holds what is not known. */
export function gapCountsBy(db: Database, options: { filter: InteractionFilter; rule: GoodRule; by: SegmentField }): GapCounts[] {
  const { sql, parameters } = query(db, options);
  return db.all<GapCounts>(sql, parameters);
}
