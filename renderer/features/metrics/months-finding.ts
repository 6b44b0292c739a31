import type { ControlMonth } from '#renderer/charts/control-chart/control-months.ts';
import type { Writing } from '#renderer/ui/figure-text.ts';

/** The range of the months that carry 30 or more; extremes of few are noise, and a direction is not read into any. */
export function monthsFinding(months: readonly ControlMonth[], metric: string, { t }: Writing): string {
  const drawn = months.filter((month) => month.value !== null && !month.isFaint).toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [lowest, highest] = [drawn[0], drawn.at(-1)];
  if (!lowest || !highest) return t(months.some((month) => month.value !== null) ? 'metrics:months.few' : 'metrics:months.none', { metric });
  if (drawn.length === 1) return t('metrics:months.one', { metric, month: lowest.label });
  return t('metrics:months.title', { metric, low: lowest.figure.value, high: highest.figure.value });
}
