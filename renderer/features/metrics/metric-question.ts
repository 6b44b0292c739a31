import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';

/** Which metric, split by what, of which interactions. Lives in the address. */
export type MetricQuestion = { name: string | null; by: SegmentField; filter: InteractionFilter };

const noFilter: InteractionFilter = {};

export function useMetricQuestion(): { question: MetricQuestion; change: (part: Partial<MetricQuestion>) => void } {
  const { name = null, by = 'queue', filter = noFilter } = useScreenParams('metrics');
  const change = (part: Partial<MetricQuestion>): void => {
    const next = { name, by, filter, ...part };
    useNavigation.getState().replace('metrics', { by: next.by, filter: next.filter, ...(next.name === null ? {} : { name: next.name }) });
  };
  return { question: { name, by, filter }, change };
}
