import type { SegmentField } from '#shared/model/interaction-filter.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { localMonth } from '#engine/store/queries/local-time.ts';
import { segmentFilter } from '#engine/store/queries/segment-filter.ts';
import type { Metric, MetricContext, Part } from './metric.ts';
import { usualFrom } from './small-sample.ts';
import { segmentColumn } from './tally.ts';

/** Segments beyond this many are not listed: nobody reads them, and each would be a test. */
const mostSegments = 40;

/** One metric in depth: the whole, its parts, its course by month, its spread. */
export function explore(context: MetricContext, metric: Metric, by: SegmentField | null) {
  const thisMonth = localMonth(context.now, context.definitions.timeZone);
  const months = partsOf(context, metric, 'month').flatMap(({ segment, envelope }) => (
    segment === null ? [] : [{ month: segment, envelope, isComplete: segment < thisMonth }]));
  return {
    whole: metric.compute(context),
    segments: by === null ? [] : by === 'month' ? ordered(partsOf(context, metric, by)) : ordered(partsOf(context, metric, by)).slice(0, mostSegments),
    months: months.sort((a, b) => a.month.localeCompare(b.month)),
    distribution: metric.distribution?.(context) ?? [],
  };
}

/** By size, not by value: an order by value would be a ranking, and most rows may not be ranked. */
function ordered(parts: Part[]): Part[] {
  return parts.sort((a, b) => Number(b.envelope.n >= usualFrom) - Number(a.envelope.n >= usualFrom)
    || b.envelope.n - a.envelope.n || (a.segment ?? '').localeCompare(b.segment ?? ''));
}

function partsOf(context: MetricContext, metric: Metric, by: SegmentField): Part[] {
  const parts = metric.parts?.(context, by) ?? segmentsOf(context, by)
    .map((segment) => ({ segment, envelope: metric.compute({ ...context, filter: segmentFilter(context.filter, by, segment) }) }));
  return parts.filter((part) => part.envelope.n > 0);
}

function segmentsOf(context: MetricContext, by: SegmentField): (string | null)[] {
  const where = interactionWhere(context.filter, context.definitions);
  const segment = segmentColumn(context, by);
  return context.db.all<{ segment: string | null }>(
    `SELECT ${segment.sql} AS segment FROM interaction i ${segment.joins} WHERE ${where.sql} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${by === 'month' ? 600 : mostSegments}`,
    [...segment.parameters, ...where.parameters],
  ).map((row) => row.segment);
}
