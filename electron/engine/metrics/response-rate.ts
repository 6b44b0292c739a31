import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import { isPossibleSql } from '#engine/store/queries/as-of.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { segmentFilter } from '#engine/store/queries/segment-filter.ts';
import { isWhole, type Metric, type MetricContext } from './metric.ts';
import { shareOfTally } from './tallied-metric.ts';
import { segmentColumn, Tally, tallyRows, type UnitRow } from './tally.ts';

/**
 * Invitations, one per interaction (a reminder asks nobody anew), and whether they were answered. Those that are linked
 * to no interaction count while nothing narrows the question.
 */
function invitations(context: MetricContext, by: SegmentField | null): (UnitRow & { isLinked: number })[] {
  const { db, definitions, filter } = context;
  const where = interactionWhere(filter, definitions);
  const segment = segmentColumn(context, by);
  const countsUnlinked = isWhole(filter) && by === null;
  return db.all<UnitRow & { isLinked: number }>(
    `SELECT ${segment.sql} AS segment, coalesce(u.customer, i.customer_id) AS cluster, CASE WHEN NOT ${isPossibleSql('i.started_at')} THEN NULL
         WHEN i.key IS NOT NULL OR ${countsUnlinked ? 1 : 0} THEN coalesce(u.completed, i.customer_from_top IS NOT NULL) END AS value,
       CASE WHEN NOT ${isPossibleSql('i.started_at')} THEN 'invalid' ELSE 'unlinked' END AS excluded, i.key IS NOT NULL AS isLinked
     FROM (SELECT v.interaction_id, max(v.customer_id) AS customer, max(v.completed) AS completed FROM survey_invitation v GROUP BY coalesce(v.interaction_id, v.id)) u
     LEFT JOIN interaction i ON i.id = u.interaction_id ${segment.joins} WHERE i.key IS NULL OR (${where.sql})`,
    [...segment.parameters, ...where.parameters],
  );
}

const figure = (tally: Tally, filter: InteractionFilter, flags: string[] = []) => shareOfTally(tally, { ...filter, measuredBy: 'response-rate' }, { flags });

/** Completed surveys of all delivered invitations (AAPOR RR1 style). Low is not biased by itself; the non-response panel measures that. */
export const responseRate: Metric = {
  name: 'response-rate', unit: 'share', direction: 'context', isHeadline: false,
  compute: (context) => {
    const rows = invitations(context, null);
    const flags = rows.some((row) => row.isLinked === 0 && row.value !== null) ? ['includes_unlinked'] : [];
    return figure(tallyRows(rows)[0] ?? new Tally(null), context.filter, flags);
  },
  parts: (context, by) => tallyRows(invitations(context, by).filter((row) => row.isLinked === 1))
    .map((tally) => ({ segment: tally.segment, envelope: figure(tally, segmentFilter(context.filter, by, tally.segment)) })),
};
