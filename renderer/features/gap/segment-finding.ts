import { fieldName } from '#renderer/charts/segment-name.ts';
import type { DumbbellRow } from '#renderer/charts/dumbbell/dumbbell-rows.ts';
import { countText, type Writing } from '#renderer/ui/figure-text.ts';
import type { SegmentField } from '#shared/model/interaction-filter.ts';
import type { GapSegment } from '#shared/model/gap.ts';

/** What the split shows, no more than its intervals carry: two ends only when they are apart, "clear" only when tested. */
export function segmentFinding(rows: readonly DumbbellRow[], segments: readonly GapSegment[], { by, writing }: { by: SegmentField; writing: Writing }): string {
  const { t, locale } = writing;
  if (rows.length === 0) return t('gap:segments.title.empty', { of: fieldName(by, writing) });
  const drawn = rows.filter((row) => row.gap !== null).toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
  const [widest, narrowest] = [drawn[0], drawn.at(-1)];
  if (!widest || !narrowest) return t('gap:segments.title.none');
  if (drawn.length === 1) return t('gap:segments.title.one', { label: widest.label, gap: widest.figures.gap.value });
  const clear = drawn.filter((row) => row.isDifferent);
  const largest = clear.toSorted((a, b) => Math.abs(b.gap ?? 0) - Math.abs(a.gap ?? 0))[0];
  if (!largest) return t('gap:segments.title.noDifference');
  const interval = (row: DumbbellRow) => segments.find((segment) => (segment.segment ?? '') === row.id)?.gap.ci;
  const isApart = (interval(widest)?.lo ?? -Infinity) > (interval(narrowest)?.hi ?? Infinity);
  if (isApart) return t('gap:segments.title.two', { label: widest.label, gap: widest.figures.gap.value, last: narrowest.label, lastGap: narrowest.figures.gap.value });
  return t('gap:segments.title.some', { count: clear.length, n: countText(clear.length, locale), total: countText(drawn.length, locale), label: largest.label, gap: largest.figures.gap.value });
}
