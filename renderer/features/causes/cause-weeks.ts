import type { ControlMonth } from '#renderer/charts/control-chart/control-months.ts';
import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { greyBelow, hiddenBelow } from '#renderer/charts/figure-display.ts';
import { countText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import type { CauseDetail } from '#shared/model/cause.ts';

/** The weeks of a cause as points of a control chart, in percent. */
export function weekPoints({ weeks }: CauseDetail, { t, locale }: Writing): ControlMonth[] {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return weeks.map(({ week, x, n, share, lcl, ucl, isSignal, evidence }) => {
    const isHidden = n < hiddenBelow;
    return {
      month: week, label: day.format(new Date(`${week}T00:00:00Z`)), value: share === null || isHidden ? null : share * 100,
      lcl: lcl === null || n < greyBelow ? null : lcl * 100, ucl: ucl === null || n < greyBelow ? null : Math.min(1, ucl) * 100, isFaint: n < greyBelow, isSignal, isComplete: true, evidence: { filter: evidence },
      figure: {
        display: isHidden ? 'hidden' : n < greyBelow ? 'few' : 'full', interval: null, n: countText(n, locale),
        value: share === null || isHidden ? t('charts:hidden', { n: hiddenBelow }) : t('charts:shareOf', { share: shareText(share, locale), x: countText(x, locale), n: countText(n, locale) }),
      },
    };
  });
}

/** What the weeks say: which stand out, or that none does. */
export function weeksFinding({ weeks, name }: CauseDetail, points: readonly ControlMonth[], { t, locale }: Writing): string {
  if (points.every((point) => point.value === null)) return t('causes:weeks.none', { name });
  if (weeks.every((week) => week.ucl === null)) return t('causes:weeks.noLimits', { name });
  const signals = points.filter((point) => point.isSignal);
  if (signals.length === 0) return t('causes:weeks.noSignal', { name });
  return t('causes:weeks.signals', { name, count: signals.length, weeks: new Intl.ListFormat(locale).format(signals.slice(0, 4).map((point) => point.label)) });
}

export function weeksTable(points: readonly ControlMonth[], { t, locale }: Writing): ChartTable {
  const percent = (value: number): string => shareText(value / 100, locale);
  return {
    columns: [
      { id: 'week', label: t('causes:weeks.week') }, { id: 'value', label: t('causes:column.share'), align: 'end' }, { id: 'n', label: t('charts:n'), align: 'end' },
      { id: 'limits', label: t('charts:control.limits'), align: 'end' }, { id: 'note', label: t('charts:note') },
    ],
    rows: points.map((point) => ({
      id: point.month, evidence: point.evidence,
      cells: [
        point.label, point.figure.value, point.figure.n, point.lcl === null || point.ucl === null ? '' : t('charts:range', { lo: percent(point.lcl), hi: percent(point.ucl) }),
        point.isSignal ? t('charts:control.signal') : '',
      ],
    })),
  };
}
