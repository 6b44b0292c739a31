import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';

/** The filter of one segment: the question's own, narrowed; the segment `null` is "not known". */
export function segmentFilter(filter: InteractionFilter, by: SegmentField, segment: string | null): InteractionFilter {
  if (by.startsWith('field:')) return { ...filter, field: { name: by.slice('field:'.length), value: segment } };
  if (by === 'month') return segment === null ? { ...filter, dated: false } : { ...filter, ...monthWithin(filter, segment) };
  return { ...filter, [by]: segment };
}

/** The days of a month, `YYYY-MM`, that a filter's own days leave of it. */
function monthWithin({ from, to }: InteractionFilter, month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const [first, last] = [`${month}-01`, new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)];
  return { from: from !== undefined && from > first ? from : first, to: to !== undefined && to < last ? to : last };
}
