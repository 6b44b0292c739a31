import { axisValue, displayOf, figureOf, type Figure } from '#renderer/charts/figure-display.ts';
import { evidenceOf } from '#renderer/charts/open-evidence.ts';
import type { ChartTable } from '#renderer/charts/chart-table.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import { countText, type Writing } from '#renderer/ui/figure-text.ts';
import type { Envelope } from '#shared/model/envelope.ts';

export type SegmentBar = { id: string; label: string; order: string; value: number | null; lo: number | null; hi: number | null; n: number; words: string | null; /** What stands at the bar; the figure's value unless it says less. */ text?: string; /** What stands at the axis, where the table says more. */ shortLabel?: string; figure: Figure; evidence: ListContext | null };

type BarOptions = {
  nameOf: (segment: string | null) => string;
  orderOf?: (segment: string | null, name: string) => string;
  /** `value` sorts by size, `n` by number; `name` is for what has its own order, and for people, who are never ranked. */
  order: 'value' | 'n' | 'name';
  /** Leaves out whatever has fewer than 30: people. */
  isOnlyFull?: boolean;
};

/** One metric by segment; below 30 there is no bar but words. */
export function segmentBars(segments: readonly { segment: string | null; envelope: Envelope }[], { nameOf, orderOf = (_, name) => name, order, isOnlyFull = false }: BarOptions, writing: Writing): SegmentBar[] {
  const bars = segments.map(({ segment, envelope }) => {
    const figure = figureOf(envelope, writing);
    const isDrawn = displayOf(envelope) === 'full';
    const on = (value: number): number => axisValue(value, envelope.unit);
    const label = nameOf(segment);
    return {
      id: segment ?? '', label, order: orderOf(segment, label), n: envelope.n, figure, evidence: evidenceOf(envelope),
      value: isDrawn && envelope.value !== null ? on(envelope.value) : null,
      lo: isDrawn && envelope.ci ? on(envelope.ci.lo) : null, hi: isDrawn && envelope.ci ? on(envelope.ci.hi) : null,
      words: isDrawn ? null : figure.display === 'none' || figure.display === 'hidden' ? figure.value : writing.t('charts:dumbbell.tooFew', { n: figure.n }),
    };
  });
  const kept = isOnlyFull ? bars.filter((bar) => bar.words === null) : bars;
  const byName = (a: SegmentBar, b: SegmentBar): number => a.order.localeCompare(b.order, undefined, { numeric: true });
  if (order === 'name') return kept.toSorted(byName);
  const size = (bar: SegmentBar): number => (order === 'n' ? bar.n : bar.value ?? 0);
  return [...kept.filter((bar) => bar.words === null).sort((a, b) => size(b) - size(a) || byName(a, b)), ...kept.filter((bar) => bar.words !== null).sort(byName)];
}

/** An order by size needs intervals of at most 15 points to each side, in every row that is drawn (metric specification 0.2). */
export function isRankable(segments: readonly { envelope: Envelope }[]): boolean {
  return segments.every(({ envelope }) => displayOf(envelope) !== 'full' || envelope.ci === null || !['share', 'points'].includes(envelope.unit)
    || (axisValue(envelope.ci.hi, envelope.unit) - axisValue(envelope.ci.lo, envelope.unit)) / 2 <= 15);
}

export function segmentBarsTable(bars: readonly SegmentBar[], { of, value }: { of: string; value: string }, { t }: Writing): ChartTable {
  return {
    columns: [{ id: 'label', label: of }, { id: 'value', label: value, align: 'end' }, { id: 'interval', label: t('charts:interval95'), align: 'end' }, { id: 'n', label: t('charts:n'), align: 'end' }],
    rows: bars.map(({ id, label, figure, evidence }) => ({ id, evidence, cells: [label, figure.value, figure.interval ?? '', figure.n] })),
  };
}

export function segmentBarsDescription(bars: readonly SegmentBar[], finding: string, { t, locale }: Writing): string {
  const others = bars.filter((bar) => bar.words !== null);
  return [
    finding,
    ...bars.filter((bar) => bar.words === null).map(({ label, figure }) => t('charts:bars.rowDescription', { label, value: figure.value, n: figure.n, interval: figure.interval ?? t('charts:noInterval') })),
    ...(others.length === 0 ? [] : [t('charts:dumbbell.othersDescription', { count: others.length, names: new Intl.ListFormat(locale).format(others.map((bar) => bar.label)) })]),
  ].join(' ');
}

/** Says how far apart the ends are, and nothing of rank where intervals overlap. */
export function segmentBarsFinding(bars: readonly SegmentBar[], { metric, of, isPeople }: { metric: string; of: string; isPeople: boolean }, { t, locale }: Writing): string {
  const drawn = bars.filter((bar) => bar.value !== null).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [top, bottom] = [drawn[0], drawn.at(-1)];
  if (!top || !bottom) return t('charts:bars.none', { metric, of });
  if (isPeople) return t('charts:bars.people', { metric, count: drawn.length, n: countText(drawn.length, locale) });
  if (drawn.length === 1) return t('charts:bars.one', { metric, label: top.label, value: top.figure.value });
  const isApart = top.lo !== null && bottom.hi !== null && top.lo > bottom.hi;
  return t(isApart ? 'charts:bars.apart' : 'charts:bars.overlap', { metric, of, high: top.figure.value, highLabel: top.label, low: bottom.figure.value, lowLabel: bottom.label });
}
