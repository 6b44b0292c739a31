import type { TFunction } from 'i18next';

/** A metric as the engine lists it. */
export type ListedMetric = { name: string; label: string; definition: string; unit: 'share' | 'points' | 'seconds' | 'count' | 'score' | 'currency' | 'ratio' | 'wpm'; direction: 'up' | 'down' | 'context'; isHeadline: boolean };
export type MetricGroup = 'headline' | 'further' | 'context';

/** A metric that this page has no words for yet still has its name. */
export const metricLabel = (t: TFunction, metric: Pick<ListedMetric, 'name' | 'label'>): string => t(`metrics:${metric.label}`, { defaultValue: metric.name });
export const metricDefinition = (t: TFunction, metric: Pick<ListedMetric, 'definition'>): string => t(`metrics:${metric.definition}`, { defaultValue: '' });
export const metricNeeds = (t: TFunction, { name }: Pick<ListedMetric, 'name'>): string => t(`metrics:metric.${name}.needs`, { defaultValue: '' });

/** What customers and checks say first; what only describes, last. */
export function groupOf({ isHeadline, direction }: ListedMetric): MetricGroup {
  if (direction === 'context') return 'context';
  return isHeadline ? 'headline' : 'further';
}

export function grouped(metrics: readonly ListedMetric[]): { group: MetricGroup; metrics: ListedMetric[] }[] {
  return (['headline', 'further', 'context'] as const).map((group) => ({ group, metrics: metrics.filter((metric) => groupOf(metric) === group) })).filter(({ metrics: own }) => own.length > 0);
}
