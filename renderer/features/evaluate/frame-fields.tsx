import { orpc } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { useDrawDraft } from './draw-request.ts';

const offered = ['channel', 'queue', 'team'] as const;
type Offered = (typeof offered)[number];
const everything = '\u0000';

const withKey = (filter: InteractionFilter, key: keyof InteractionFilter, value: unknown): InteractionFilter => {
  const { [key]: _before, ...rest } = filter;
  return value === undefined ? rest : { ...rest, [key]: value };
};

/** What is drawn from: the parts of a filter that audits use most. A filter that came from the list is kept and named. */
export function FrameFields() {
  const { t } = useTranslation('evaluate');
  const { filter, skipsEvaluated, minSeconds, change } = useDrawDraft();
  const { data } = useQuery(orpc.interactions.facets.queryOptions({ input: { filter: {} }, placeholderData: keepPreviousData }));
  const others = Object.keys(filter).filter((key) => ![...offered, 'from', 'to', 'hasAudio'].includes(key as Offered));
  const optionsOf = (field: Offered) => [
    { value: everything, label: t('frame.all') },
    ...(data?.fields.find((facet) => facet.field === field)?.values ?? []).flatMap(({ value }) => (value === null ? [] : [{ value, label: field === 'channel' ? t(`interactions:channel.${value}`) : value }])),
  ];
  const day = (key: 'from' | 'to') => (value: string): void => {
    if (value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value)) change({ filter: withKey(filter, key, value === '' ? undefined : value) });
  };
  return (
    <fieldset className="frame-fields">
      <legend>{t('frame.title')}</legend>
      {offered.map((field) => (
        <Select key={field} label={t(`interactions:field.${field}`)} options={optionsOf(field)} value={filter[field] ?? everything} onChange={(value) => change({ filter: withKey(filter, field, value === everything ? undefined : value) })} />
      ))}
      <Select
        label={t('frame.recording')} options={[{ value: 'all', label: t('frame.all') }, { value: 'with', label: t('frame.withRecording') }, { value: 'without', label: t('frame.withoutRecording') }]}
        value={filter.hasAudio === undefined ? 'all' : filter.hasAudio ? 'with' : 'without'} onChange={(value) => change({ filter: withKey(filter, 'hasAudio', value === 'all' ? undefined : value === 'with') })}
      />
      <TextField type="date" label={t('interactions:field.from')} value={filter.from ?? ''} onChange={day('from')} />
      <TextField type="date" label={t('interactions:field.to')} value={filter.to ?? ''} onChange={day('to')} />
      <NumberField label={t('frame.minSeconds')} value={minSeconds} min={0} max={86_400} onChange={(seconds) => change({ minSeconds: seconds })} />
      <Switch isSelected={skipsEvaluated} onChange={(isOn) => change({ skipsEvaluated: isOn })}>{t('frame.skipsEvaluated')}</Switch>
      {others.length === 0 ? null : (
        <p className="row row-wrap"><span>{t('frame.others', { count: others.length })}</span> <Button size="small" onPress={() => change({ filter: Object.fromEntries(Object.entries(filter).filter(([key]) => !others.includes(key))) })}>{t('frame.clear')}</Button></p>
      )}
    </fieldset>
  );
}
