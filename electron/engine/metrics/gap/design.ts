import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';
import { companyGoodSql, customerGoodSql, interactionWhere, type GoodRule } from '#engine/store/queries/interaction-where.ts';
import { designEffect, type ClusterSums } from '../clustering.ts';

/** Design effects of the matched interactions' judgements and of their difference, and of each side for itself. */
export type GapDesign = { matchedCompany: number; matchedCustomer: number; difference: number; company: number; customer: number };

export const independentUnits: GapDesign = { matchedCompany: 1, matchedCustomer: 1, difference: 1, company: 1, customer: 1 };

class Sums {
  readonly sums: ClusterSums = { k: 0, n: 0, n2: 0, s: 0, q: 0, s2n: 0 };

  /** One cluster: its size, the sum and the sum of squares of its values. */
  add(size: number, total: number, squares: number): void {
    if (size === 0) return;
    this.sums.k += 1;
    this.sums.n += size;
    this.sums.n2 += size * size;
    this.sums.s += total;
    this.sums.q += squares;
    this.sums.s2n += (total * total) / size;
  }
}

type PerCustomer = {
  alone: number; a: number; aYes: number; c: number; cYes: number; m: number; mCompany: number; mCustomer: number; mSquares: number;
};

/** How much the repetition of customers widens the intervals of the whole: one scan, grouped by customer. */
export function gapDesign(db: Database, filter: InteractionFilter, rule: GoodRule): GapDesign {
  const where = interactionWhere(filter, rule);
  const company = `CASE WHEN i.company_purpose IS NOT 'targeted' THEN ${companyGoodSql(rule)} END`;
  const rows = db.all<PerCustomer>(
    `SELECT cluster IS NULL AS alone, count(company) AS a, coalesce(sum(company), 0) AS aYes, count(customer) AS c, coalesce(sum(customer), 0) AS cYes,
       count(company + customer) AS m, coalesce(sum(CASE WHEN customer IS NOT NULL THEN company END), 0) AS mCompany,
       coalesce(sum(CASE WHEN company IS NOT NULL THEN customer END), 0) AS mCustomer, coalesce(sum(company <> customer), 0) AS mSquares
     FROM (SELECT i.customer_id AS cluster, ${company} AS company, ${customerGoodSql(filter.topBox ?? rule.topBox)} AS customer
       FROM interaction i WHERE ${where.sql} AND (i.company_score IS NOT NULL OR i.company_passed IS NOT NULL OR i.customer_from_top IS NOT NULL))
     GROUP BY cluster`, where.parameters,
  );
  const effects = { matchedCompany: new Sums(), matchedCustomer: new Sums(), difference: new Sums(), company: new Sums(), customer: new Sums() };
  for (const row of rows.filter(({ alone }) => alone === 0)) {
    effects.company.add(row.a, row.aYes, row.aYes);
    effects.customer.add(row.c, row.cYes, row.cYes);
    effects.matchedCompany.add(row.m, row.mCompany, row.mCompany);
    effects.matchedCustomer.add(row.m, row.mCustomer, row.mCustomer);
    effects.difference.add(row.m, row.mCompany - row.mCustomer, row.mSquares);
  }
  // Interactions without a customer are taken as independent: they add to the size, not to the clustering.
  return {
    matchedCompany: designEffect(effects.matchedCompany.sums), matchedCustomer: designEffect(effects.matchedCustomer.sums),
    difference: designEffect(effects.difference.sums), company: designEffect(effects.company.sums), customer: designEffect(effects.customer.sums),
  };
}
