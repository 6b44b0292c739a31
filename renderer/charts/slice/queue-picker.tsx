import { useTranslation } from 'react-i18next';
import { Select } from '#renderer/ui/select.tsx';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { useFacets } from './use-facets.ts';

const all = 'all';
const known = (queue: string): string => `queue:${queue}`;
const notKnown = 'none';

/** All queues, or one. */
export function QueuePicker({ filter, onChange }: { filter: InteractionFilter; onChange: (filter: InteractionFilter) => void }) {
  const { t } = useTranslation('charts');
  const { queues } = useFacets();
  if (queues.length < 2 && filter.queue === undefined) return null;
  const choose = (value: string): void => {
    const { queue: _queue, ...rest } = filter;
    onChange(value === all ? rest : { ...rest, queue: value === notKnown ? null : value.slice(known('').length) });
  };
  const value = filter.queue === undefined ? all : filter.queue === null ? notKnown : known(filter.queue);
  const options = queues.map((queue) => (queue.value === null ? { value: notKnown, label: t('figure:notKnown') } : { value: known(queue.value), label: queue.value }));
  return <Select label={t('slice.queue')} options={[{ value: all, label: t('slice.allQueues') }, ...options]} value={value} onChange={choose} />;
}
