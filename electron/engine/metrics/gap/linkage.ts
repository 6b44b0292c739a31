import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { Database } from '#engine/store/database.ts';
import { isPossibleEvaluationSql } from '#engine/store/queries/as-of.ts';
import { companyGoodSql, interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { isValidAnswerSql, itemFromTopSql, type CustomerItem } from '#engine/store/queries/scores.ts';
import { segmentColumn } from '../tally.ts';

/** Judgements that are linked to no interaction of the project: one side of a scorecard gap, no side of a matched one. */
export type Unlinked = {
  companyN: number; companyYes: number;
  customerN: number; customerTop1: number; customerTop2: number;
};

/** What both sides' judgements are, and which of them nobody can match. */
export function unlinkedJudgements(db: Database, rule: Definitions, items: readonly CustomerItem[]): Unlinked {
  const customer = db.get<{ n: number; top1: number; top2: number }>(
    `SELECT count(*) AS n, coalesce(sum(fromTop < 1), 0) AS top1, coalesce(sum(fromTop < 2), 0) AS top2
     FROM (SELECT min(${itemFromTopSql}) AS fromTop FROM survey_response r JOIN survey_answer s ON s.response_id = r.id JOIN survey_item m ON m.id = s.item_id
       WHERE r.interaction_id IS NULL AND s.item_id IN (SELECT value FROM json_each(?)) AND ${isValidAnswerSql} GROUP BY r.id)`,
    [JSON.stringify(items.map((item) => item.id))],
  ) ?? { n: 0, top1: 0, top2: 0 };
  // The rule speaks of interactions; here each evaluation is one of its own, unless several are of the same interaction.
  const company = db.get<{ n: number; yes: number }>(
    `SELECT count(good) AS n, coalesce(sum(good), 0) AS yes
     FROM (SELECT ${companyGoodSql(rule)} AS good FROM (SELECT avg(e.score) AS company_score, CASE WHEN min(e.passed) = max(e.passed) THEN min(e.passed) END AS company_passed
       FROM evaluation e WHERE e.interaction_id IS NULL AND e.purpose IN ('random','unknown') AND ${isPossibleEvaluationSql}
       GROUP BY coalesce(e.interaction_external_id, e.id)) i)`,
  ) ?? { n: 0, yes: 0 };
  return { companyN: company.n, companyYes: company.yes, customerN: customer.n, customerTop1: customer.top1, customerTop2: customer.top2 };
}

/**
 * The segments whose customers answered on more than one scale, and whether the whole does: top boxes of different
 * scales are no one figure. Asked only when the project has such items.
 */
export function mixedScales(db: Database, about: { filter: InteractionFilter; rule: Definitions; by: SegmentField | null }, items: readonly CustomerItem[]): { isWholeMixed: boolean; segments: ReadonlySet<string | null> } {
  const scaleOf = (item: CustomerItem) => `${item.scaleMin} ${item.scaleMax} ${item.direction}`;
  if (new Set(items.map(scaleOf)).size <= 1) return { isWholeMixed: false, segments: new Set() };
  const where = interactionWhere(about.filter, about.rule);
  const segment = segmentColumn({ db, definitions: about.rule }, about.by);
  const rows = db.all<{ segment: string | null; item: string }>(
    `SELECT DISTINCT ${segment.sql} AS segment, s.item_id AS item FROM survey_answer s JOIN survey_item m ON m.id = s.item_id JOIN survey_response r ON r.id = s.response_id
       JOIN interaction i ON i.id = r.interaction_id ${segment.joins}
     WHERE s.item_id IN (SELECT value FROM json_each(?)) AND ${isValidAnswerSql} AND ${where.sql}`,
    [...segment.parameters, JSON.stringify(items.map((item) => item.id)), ...where.parameters],
  );
  const scalesOf = (own: readonly { item: string }[]) => new Set(own.flatMap(({ item }) => items.filter((known) => known.id === item).map(scaleOf))).size;
  const names = [...new Set(rows.map((row) => row.segment))];
  return { isWholeMixed: scalesOf(rows) > 1, segments: new Set(names.filter((name) => scalesOf(rows.filter((row) => row.segment === name)) > 1)) };
}
