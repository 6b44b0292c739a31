import type { SegmentField } from '#shared/model/interaction-filter.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { localMonthSql } from '#engine/store/queries/local-time.ts';
import { segmentSql } from '#engine/store/queries/segment-sql.ts';
import { segmentFilter } from './gap/report.ts';
import type { Metric, MetricContext } from './metric.ts';

/** Segments beyond this many are not listed: nobody reads them, and each would be a test. */
const mostSegments = 40;

/** One metric in depth: the whole, its parts, its course by month, its spread. */
export function explore(context: MetricContext, metric: Metric, by: SegmentField | null) {
  const parts = (field: SegmentField) => segmentsOf(context, field).map((segment) => ({
    segment, envelope: metric.compute({ ...context, filter: segmentFilter(context.filter, field, segment) }),
  }));
  const thisMonth = context.now.toISOString().slice(0, 7);
  return {
    whole: metric.compute(context),
    segments: by === null ? [] : parts(by).filter((part) => part.envelope.n > 0),
    months: parts('month').flatMap(({ segment, envelope }) => (segment === null ? [] : [{ month: segment, envelope, isComplete: segment < thisMonth }])),
    distribution: metric.distribution?.(context) ?? [],
  };
}

function segmentsOf({ db, definitions, filter }: MetricContext, field: SegmentField): (string | null)[] {
  const where = interactionWhere(filter, definitions);
  const segment = segmentSql(field, localMonthSql(db, definitions.timeZone));
  return db.all<{ segment: string | null }>(
    `SELECT ${segment.sql} AS segment FROM interaction i ${segment.joins} WHERE ${where.sql} GROUP BY 1 ORDER BY ${field === 'month' ? '1' : 'count(*) DESC, 1'} LIMIT ${mostSegments}`,
    [...segment.parameters, ...where.parameters],
  ).map((row) => row.segment);
}
