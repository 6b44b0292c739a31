import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { countText, dateText, decimalText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import type { Signal } from '#shared/model/signal.ts';

/** The finding as a sentence: how much more since when, or that it is new. */
export function signalFinding(signal: Signal, { t, locale }: Writing): string {
  const values = { name: signal.name, count: signal.count, n: countText(signal.count, locale), day: dateText(signal.onset, locale) };
  if (signal.ratio.value === null) return t('signals:finding.new', values);
  return t(signal.level === 'watch' ? 'signals:finding.watch' : 'signals:finding.more', { ...values, ratio: decimalText(signal.ratio.value, locale, signal.ratio.value < 10 ? 1 : 0) });
}

/** How sure it is, with its interval and n, and how it was found. */
export function signalSource({ ratio, q, how, exposure, baseline, excess }: Signal, { t, locale }: Writing): string {
  const interval = ratio.ci === null ? null : t('signals:source.interval', { lo: decimalText(ratio.ci.lo, locale, 1), hi: decimalText(ratio.ci.hi, locale, 1) });
  const n = t('signals:source.n', { n: countText(exposure, locale), before: countText(baseline.exposure, locale), excess: countText(excess, locale) });
  const found = t(`signals:how.${how}`);
  return [interval, n, q === null ? null : t('signals:source.q', { q: q < 0.001 ? '< 0.001' : decimalText(q, locale, 3) }), found].filter((part) => part !== null).join(' · ');
}

/** The weeks in words for those who do not see the picture. */
export function weeksText({ weeks, band, name }: Signal, { t, locale }: Writing): string {
  const shares = weeks.filter(({ exposure }) => exposure > 0).map(({ count, exposure }) => count / exposure);
  const percent = (value: number): string => shareText(value, locale);
  const usual = band === null ? '' : t('signals:spark.usual', { lo: percent(band.lo), hi: percent(band.hi) });
  return t('signals:spark.text', { name, n: countText(weeks.length, locale), first: percent(shares[0] ?? 0), last: percent(shares.at(-1) ?? 0), most: percent(Math.max(0, ...shares)), usual });
}

export function weeksTable({ weeks }: Signal, { t, locale }: Writing): ChartTable {
  return {
    columns: [{ id: 'week', label: t('signals:table.week') }, { id: 'count', label: t('signals:table.count'), align: 'end' }, { id: 'exposure', label: t('signals:table.exposure'), align: 'end' }, { id: 'share', label: t('signals:table.share'), align: 'end' }],
    rows: weeks.map(({ week, count, exposure }) => ({ id: week, cells: [dateText(week, locale), countText(count, locale), countText(exposure, locale), exposure === 0 ? '' : shareText(count / exposure, locale)] })),
  };
}
