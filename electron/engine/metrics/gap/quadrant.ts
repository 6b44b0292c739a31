import type { Definitions } from '#shared/model/gap.ts';
import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { bootstrap } from '#shared/stats/bootstrap.ts';
import { mean } from '#shared/stats/descriptive.ts';
import type { Database } from '#engine/store/database.ts';
import { customerGoodSql, interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { segmentSql } from '#engine/store/queries/segment-sql.ts';
import { groupBy } from '../group-by.ts';
import { shareEnvelope, smallSample } from '../shares.ts';
import { segmentFilter } from './report.ts';

type Scored = { segment: string | null; customerId: string | null; technical: number | null; emotional: number | null; customer: number | null };
const seed = 19_840_101;

/**
 * Technical and emotional score (0-100) per group, over interactions whose evaluation was not chosen, with an interval
 * that resamples customers (cluster bootstrap, Davison & Hinkley 1997): several calls of one customer are not
 * independent. Quadrants lie at the fixed threshold, never at medians; both scores must be known.
 */
export function quadrant(db: Database, { definitions, by, filter }: { definitions: Definitions; by: 'team' | 'queue' | 'agent'; filter: InteractionFilter }) {
  const where = interactionWhere(filter, definitions);
  const segment = segmentSql(by, '');
  const rows = db.all<Scored>(
    `SELECT ${segment.sql} AS segment, i.customer_id AS customerId, s.technical, s.emotional, ${customerGoodSql(filter.topBox ?? definitions.topBox)} AS customer
     FROM (SELECT interaction_id, avg(technical) AS technical, avg(emotional) AS emotional FROM evaluation
       WHERE purpose IN ('random','unknown') AND (technical IS NOT NULL OR emotional IS NOT NULL) GROUP BY interaction_id) s
     JOIN interaction i ON i.id = s.interaction_id ${segment.joins} WHERE ${where.sql}`, where.parameters,
  );
  const names = [...new Set(rows.map((row) => row.segment))].sort((a, b) => (a ?? '').localeCompare(b ?? ''));
  const groups = names.map((name) => {
    const mine = rows.filter((row) => row.segment === name);
    const evidence: InteractionFilter = { ...segmentFilter(filter, by, name), evaluated: true, randomOnly: true };
    const answered = mine.filter((row) => row.customer !== null);
    return {
      name, n: mine.length, technical: scoreOf(mine, 'technical', evidence), emotional: scoreOf(mine, 'emotional', evidence),
      customer: shareEnvelope({ x: answered.filter((row) => row.customer === 1).length, n: answered.length, inScope: mine.length, evidence: { ...evidence, answered: true } }),
    };
  });
  return { threshold: definitions.quadrantThreshold, groups, counts: countQuadrants(rows, definitions.quadrantThreshold) };
}

function scoreOf(rows: readonly Scored[], dimension: 'technical' | 'emotional', evidence: InteractionFilter): Envelope {
  const known = rows.filter((row) => row[dimension] !== null);
  const clusters = [...groupBy(known, (row) => row.customerId ?? row).values()].map((cluster) => cluster.map((row) => row[dimension] ?? 0));
  const { ci } = bootstrap(clusters, (units) => mean(units.flat()), { seed, resamples: 1000 });
  return envelope({
    unit: 'score', value: mean(known.map((row) => row[dimension] ?? 0)), n: known.length, denominator: known.length,
    ci: ci && known.length > 1 ? { lo: ci[0], hi: ci[1], conf: 0.95, method: `cluster-bootstrap seed ${seed}` } : null,
    coverage: rows.length === 0 ? 1 : known.length / rows.length,
    flags: smallSample(known.length, clusters.length < known.length ? ['clustered'] : []), evidence,
  });
}

function countQuadrants(rows: readonly Scored[], threshold: number) {
  const counts = { rightAndWarm: 0, correctButCold: 0, kindButWrong: 0, neither: 0, uncertain: 0 };
  for (const { technical, emotional } of rows) {
    if (technical === null || emotional === null) counts.uncertain += 1;
    else if (technical >= threshold) counts[emotional >= threshold ? 'rightAndWarm' : 'correctButCold'] += 1;
    else counts[emotional >= threshold ? 'kindButWrong' : 'neither'] += 1;
  }
  return counts;
}
