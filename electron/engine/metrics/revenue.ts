import { envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { bootstrap } from '#shared/stats/bootstrap.ts';
import { asOfSql } from '#engine/store/queries/as-of.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { isWhole, type Metric } from './metric.ts';
import { notIdentified } from './shares.ts';
import { withSmallSampleRule } from './small-sample.ts';

type Revenue = { before: number; since: number };
const seed = 20_211_101;
/** So many customers are resampled as they are; of more, the resamples are fewer. */
const drawsInAll = 4_000_000;

/**
 * Net revenue retention: what last year's customers paid this year, by what they paid last year, each year the 365 days up
 * to the latest purchase. The part of earned growth (Reichheld 2021) that purchases carry; the other, what referred
 * customers bring, needs a field that says who was referred. Above 1 they pay more than they did.
 */
export const netRevenueRetention: Metric = {
  name: 'net-revenue-retention', unit: 'ratio', direction: 'up', isHeadline: false,
  compute({ db, definitions, filter }) {
    const evidence: InteractionFilter | null = null;
    const currencies = db.get<{ n: number }>('SELECT count(DISTINCT currency) AS n FROM purchase')?.n ?? 0;
    const where = interactionWhere(filter, definitions);
    const chosen = isWhole(filter) ? { sql: '1', parameters: [] } : { sql: `p.customer_id IN (SELECT i.customer_id FROM interaction i WHERE ${where.sql})`, parameters: where.parameters };
    const last = `(SELECT julianday(max(l.date)) FROM purchase l WHERE l.date <= ${asOfSql} AND l.kind IN ('purchase','renewal'))`;
    const paid = "CASE p.kind WHEN 'return' THEN -abs(p.amount) ELSE p.amount END";
    const customers = db.all<Revenue>(
      `SELECT before, since FROM (SELECT sum(CASE WHEN julianday(p.date) <= ${last} - 365 THEN ${paid} ELSE 0 END) AS before, sum(CASE WHEN julianday(p.date) > ${last} - 365 THEN ${paid} ELSE 0 END) AS since
       FROM purchase p WHERE p.kind IN ('purchase','renewal','return') AND p.amount IS NOT NULL AND p.date <= ${asOfSql} AND julianday(p.date) > ${last} - 730 AND ${chosen.sql} GROUP BY p.customer_id)
       WHERE before > 0`, chosen.parameters,
    );
    const n = customers.length;
    if (currencies > 1) return notIdentified('ratio', { n, flag: 'mixed_currencies', evidence });
    const { ci } = bootstrap(customers, ratioOf, { seed, resamples: Math.max(200, Math.min(2000, Math.floor(drawsInAll / Math.max(1, n)))) });
    const value = ratioOf(customers);
    return withSmallSampleRule(envelope({
      unit: 'ratio', value, n, denominator: n, reason: value === null ? 'NO_DATA' : null, flags: ['of_customers'], evidence,
      ci: value !== null && ci ? { lo: ci[0], hi: ci[1], conf: 0.95, method: `bootstrap-percentile seed ${seed}` } : null,
    }));
  },
};

function ratioOf(customers: readonly Revenue[]): number | null {
  let [before, since] = [0, 0];
  for (const customer of customers) {
    before += customer.before;
    since += customer.since;
  }
  return before > 0 ? since / before : null;
}
