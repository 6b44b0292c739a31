import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { newcombeUnpaired } from '#shared/stats/newcombe.ts';
import { twoProportionTest } from '#shared/stats/two-proportion-test.ts';
import type { Database } from '#engine/store/database.ts';
import { interactionWhere, itemFromTopSql, type GoodRule } from '#engine/store/queries/interaction-where.ts';
import { pointsEnvelope, shareEnvelope } from '../shares.ts';
import type { Sides } from './sides.ts';

type Count = { x: number; n: number };
export type BeliefGroup = Count & { group: 'leader' | 'manager' | 'agent' };

/** How many of each group believe that the service is superior: top-box answers to the mirrored question. */
export function beliefCounts(db: Database, topBox: number): BeliefGroup[] {
  return db.all<BeliefGroup>(
    `SELECT respondent_group AS "group", sum(scale_max - value < ?) AS x, count(*) AS n FROM belief
     WHERE value BETWEEN scale_min AND scale_max GROUP BY 1 ORDER BY CASE respondent_group WHEN 'leader' THEN 1 WHEN 'manager' THEN 2 ELSE 3 END`,
    [topBox],
  );
}

/** How many customers say so: top-box answers to the survey item of kind `superior`, one response each. */
export function customerBelief(db: Database, options: { filter: InteractionFilter; rule: GoodRule; topBox: number }): Count & { key: string | null } {
  const isWhole = Object.keys(options.filter).length === 0;
  const where = interactionWhere(options.filter, options.rule);
  return db.get<Count & { key: string | null }>(
    `SELECT coalesce(sum(${itemFromTopSql} < ?), 0) AS x, count(*) AS n, min(m.key) AS key
     FROM survey_answer s JOIN survey_item m ON m.id = s.item_id JOIN survey_response r ON r.id = s.response_id
     WHERE m.kind = 'superior' AND s.value BETWEEN m.scale_min AND m.scale_max
       ${isWhole ? '' : `AND r.interaction_id IN (SELECT i.id FROM interaction i WHERE ${where.sql})`}`,
    [options.topBox, ...(isWhole ? [] : where.parameters)],
  ) ?? { x: 0, n: 0, key: null };
}

/** G0: what a group inside believes against what customers answer to the mirrored question. Two samples, unpaired. */
export function beliefSides(inside: Count, customers: Count & { key: string | null }, filter: InteractionFilter): Sides {
  const shares = { x1: inside.x, n1: inside.n, x2: customers.x, n2: customers.n };
  const evidence: InteractionFilter | null = customers.key === null ? null : { ...filter, surveyItem: { key: customers.key } };
  return {
    company: shareEnvelope({ ...inside, evidence: null }),
    customer: shareEnvelope({ x: customers.x, n: customers.n, evidence: customers.key === null ? null : { ...filter, surveyItem: { key: customers.key, isTop: true } } }),
    gap: pointsEnvelope(newcombeUnpaired(shares), {
      n: Math.min(inside.n, customers.n), method: 'newcombe-unpaired', reason: 'NO_DATA', flags: ['different_people'], evidence,
    }),
    p: twoProportionTest(shares)?.p ?? null,
  };
}
