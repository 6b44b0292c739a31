import { envelope } from '#shared/model/envelope.ts';
import { bootstrap } from '#shared/stats/bootstrap.ts';
import { mean } from '#shared/stats/descriptive.ts';
import { companyGoodSql, interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { clusterSumsSql, designEffect, type ClusterSums } from './clustering.ts';
import { groupBy } from './group-by.ts';
import type { Metric } from './metric.ts';
import { shareEnvelope, smallSample } from './shares.ts';

const seed = 19_840_101;

/** Share of evaluated interactions that the company counts as good; chosen ("targeted") ones stay out of every rate. */
const pass: Metric = {
  name: 'quality-pass', unit: 'share', direction: 'up', isHeadline: true,
  compute({ db, definitions, filter }) {
    const where = interactionWhere({ ...filter, randomOnly: true, evaluated: true }, definitions);
    const value = companyGoodSql(definitions);
    const { x, n } = db.get<{ x: number; n: number }>(`SELECT coalesce(sum(${value}), 0) AS x, count(${value}) AS n FROM interaction i WHERE ${where.sql}`, where.parameters) ?? { x: 0, n: 0 };
    const sums = db.get<ClusterSums>(clusterSumsSql(`SELECT i.customer_id AS cluster, i.key AS unit, ${value} AS value FROM interaction i WHERE ${where.sql}`), where.parameters);
    return shareEnvelope({ x, n, designEffect: sums ? designEffect(sums) : 1, evidence: { ...filter, evaluated: true, randomOnly: true } });
  },
};

/** Mean score of one dimension, 0-100, over interactions that were not chosen, with a cluster bootstrap over customers. */
function dimension(name: 'technical' | 'emotional'): Metric {
  return {
    name, unit: 'score', direction: 'up', isHeadline: true,
    compute({ db, definitions, filter }) {
      const where = interactionWhere(filter, definitions);
      const rows = db.all<{ score: number; customer: string | null; id: string }>(
        `SELECT avg(e.${name}) AS score, i.customer_id AS customer, i.id FROM evaluation e JOIN interaction i ON i.id = e.interaction_id
         WHERE e.${name} IS NOT NULL AND e.purpose IN ('random','unknown') AND ${where.sql} GROUP BY i.id`, where.parameters,
      );
      const clusters = [...groupBy(rows, (row) => row.customer ?? row.id).values()].map((own) => own.map((row) => row.score));
      const { ci } = bootstrap(clusters, (units) => mean(units.flat()), { seed, resamples: 1000 });
      const n = rows.length;
      return envelope({
        unit: 'score', value: mean(rows.map((row) => row.score)), n, denominator: n, reason: n === 0 ? 'NO_DATA' : null,
        ci: ci && n > 1 ? { lo: ci[0], hi: ci[1], conf: 0.95, method: `cluster-bootstrap seed ${seed}` } : null,
        flags: smallSample(n, clusters.length < n ? ['clustered'] : []), evidence: { ...filter, evaluated: true, randomOnly: true },
      });
    },
  };
}

export const quality: readonly Metric[] = [pass, dimension('technical'), dimension('emotional')];
