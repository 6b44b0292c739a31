import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';
import { asOfSql } from '#engine/store/queries/as-of.ts';
import { companyGoodSql, interactionWhere, type GoodRule } from '#engine/store/queries/interaction-where.ts';
import { segmentColumn } from '../tally.ts';
import type { Definitions } from '#shared/model/gap.ts';
import { GapGroup } from './gap-group.ts';

/** One scan of the interactions, from which every count of a report follows. */
export type GapScan = {
  whole: GapGroup;
  /** Per segment; the segment `null` holds what is not known. */
  segments: GapGroup[];
  firstAt: string | null; lastAt: string | null;
};

export type GapQuery = { filter: InteractionFilter; rule: Definitions; by: SegmentField | null };

/**
 * Reads all interactions of the filter once: each as one number for how the company and the customer judged it. Adding
 * up here takes less time than a GROUP BY, which sorts. Chosen ("targeted") evaluations are no judgements of the company.
 * By cause an interaction stands once under each of its causes, so that there is no whole.
 */
export function scanGap(db: Database, { filter, rule, by }: GapQuery): GapScan {
  const where = interactionWhere(filter, rule);
  const segment = segmentColumn({ db, definitions: rule }, by);
  const whole = new GapGroup(null);
  const segments = new Map<string | null, GapGroup>();
  const rows = db.iterate<{ segment: string | null; cluster: string | null; code: number }>(
    `SELECT ${segment.sql} AS segment, i.customer_id AS cluster, ${codeSql(rule)} AS code FROM interaction i ${segment.joins} WHERE ${where.sql}`,
    [...segment.parameters, ...where.parameters],
  );
  for (const row of rows) {
    whole.add(row.code, row.cluster);
    if (by === null) continue;
    let group = segments.get(row.segment);
    if (group === undefined) segments.set(row.segment, (group = new GapGroup(row.segment)));
    group.add(row.code, row.cluster);
  }
  return { whole, segments: [...segments.values()], ...period(db, filter, rule) };
}

/**
 * How an interaction was judged, as one number: 4 x company (0 bad, 1 good, 2 not evaluated) + customer (0 top box, 1 the
 * box below, 2 lower, 3 not answered), + 16 if it was chosen for evaluation, + 32 if nothing says how it was chosen.
 */
function codeSql(rule: GoodRule): string {
  return `(CASE WHEN i.company_purpose IS 'targeted' THEN 24 WHEN i.company_purpose IS NULL AND i.company_score IS NULL AND i.company_passed IS NULL THEN 8
      ELSE coalesce(4 * ${companyGoodSql(rule)}, 8) + CASE WHEN i.company_purpose IS 'random' THEN 0 ELSE 32 END END
    + CASE WHEN i.customer_from_top IS NULL THEN 3 WHEN i.customer_from_top < 1 THEN 0 WHEN i.customer_from_top < 2 THEN 1 ELSE 2 END)`;
}

/** The first and last possible moment of the interactions of the filter, found from both ends of their index. */
function period(db: Database, filter: InteractionFilter, rule: GoodRule): { firstAt: string | null; lastAt: string | null } {
  const where = interactionWhere(filter, rule);
  const end = (order: 'ASC' | 'DESC') => db.get<{ at: string }>(
    `SELECT i.started_at AS at FROM interaction i WHERE i.started_at <= ${asOfSql} AND ${where.sql} ORDER BY i.started_at ${order} LIMIT 1`, where.parameters,
  )?.at ?? null;
  return { firstAt: end('ASC'), lastAt: end('DESC') };
}
