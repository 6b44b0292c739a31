import type { TFunction } from 'i18next';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';

export type FilterKey = keyof InteractionFilter;
export type FilterChip = { key: FilterKey; text: string };

/** The keys of a filter that narrow the list, in their order. */
export function activeKeys(filter: InteractionFilter): FilterKey[] {
  return (Object.keys(filter) as FilterKey[]).filter((key) => filter[key] !== undefined && filter[key] !== '');
}

/** The filter without some of its keys. */
export function without(filter: InteractionFilter, ...keys: readonly FilterKey[]): InteractionFilter {
  return Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.includes(key as FilterKey)));
}

/** The filter with one key set, or freed with undefined. */
export function withKey<K extends FilterKey>(filter: InteractionFilter, key: K, value: InteractionFilter[K] | undefined): InteractionFilter {
  return value === undefined ? without(filter, key) : { ...without(filter, key), [key]: value };
}

/** Keys whose chip is more than "field: value". */
const chipWords: Readonly<Record<string, (t: TFunction, filter: InteractionFilter, value: unknown) => string>> = {
  ids: (t, filter) => t('interactions:chip.ids', { count: filter.ids?.length ?? 0 }),
  cell: (t, filter) => t(`interactions:cell.${filter.cell ?? 'both'}`),
  channel: (t, filter) => t('interactions:chip.field', { field: t('interactions:field.channel'), value: t(`interactions:channel.${filter.channel ?? 'other'}`) }),
  topBox: (t, filter) => t('interactions:chip.topBox', { count: filter.topBox ?? 2 }),
  importId: (t) => t('interactions:chip.importId'),
  auditQueue: (t) => t('interactions:chip.auditQueue'),
  field: (t, filter) => t('interactions:chip.field', { field: filter.field?.name, value: filter.field?.value ?? t('figure:notKnown') }),
  measuredBy: (t, _filter, metric) => t('interactions:chip.measuredBy', { metric: metricName(t, String(metric)) }),
  countedBy: (t, _filter, metric) => t('interactions:chip.countedBy', { metric: metricName(t, String(metric)) }),
  surveyItem: (t, filter) => t(surveyItemKey(filter.surveyItem?.isTop), { item: filter.surveyItem?.key }),
};

const metricName = (t: TFunction, name: string): string => t(`metrics:metric.${name}.label`, { defaultValue: name });

const surveyItemKey = (isTop: boolean | undefined): string => (isTop === undefined ? 'interactions:chip.surveyItem' : `interactions:chip.surveyItem${isTop ? 'Top' : 'Rest'}`);

function chipText(t: TFunction, filter: InteractionFilter, key: FilterKey): string {
  const value = filter[key];
  if (typeof value === 'boolean') return t(`interactions:chip.${key}.${value ? 'yes' : 'no'}`);
  return chipWords[key]?.(t, filter, value) ?? t('interactions:chip.field', { field: t(`interactions:field.${key}`), value: value ?? t('figure:notKnown') });
}

/** Each active filter in words. */
export function chipsOf(t: TFunction, filter: InteractionFilter): FilterChip[] {
  return activeKeys(filter).map((key) => ({ key, text: chipText(t, filter, key) }));
}
