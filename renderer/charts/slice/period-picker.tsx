import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProject } from '#renderer/app/use-project.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { chosenPeriod, periodChoices, withDays } from './period.ts';

type PickerProps = { filter: InteractionFilter; onChange: (filter: InteractionFilter) => void };

/** Which days count: all, the last months that have data, a year, or any two dates. */
export function PeriodPicker({ filter, onChange }: PickerProps) {
  const { t } = useTranslation('charts');
  const project = useProject();
  const [isOwn, setOwn] = useState(false);
  const choices = periodChoices(project?.firstAt ?? null, project?.lastAt ?? null);
  const chosen = isOwn ? 'own' : chosenPeriod(filter, choices);
  return (
    <>
      <Select
        label={t('slice.period')}
        options={[
          { value: 'all', label: t('slice.allDates') },
          ...choices.map((choice) => ({ value: choice.id, label: 'months' in choice ? t('slice.lastMonths', { count: choice.months }) : t('slice.year', { year: choice.year }) })),
          { value: 'own', label: t('slice.ownDates') },
        ]}
        value={chosen}
        onChange={(id) => {
          setOwn(id === 'own');
          if (id !== 'own') onChange(withDays(filter, choices.find((choice) => choice.id === id)?.days ?? {}));
        }}
      />
      {chosen === 'own' ? <OwnDates filter={filter} onChange={onChange} /> : null}
    </>
  );
}

function OwnDates({ filter, onChange }: PickerProps) {
  const { t } = useTranslation('charts');
  const set = (key: 'from' | 'to') => (day: string): void => {
    if (day !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(day)) return;
    const { from, to } = filter;
    const kept = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const { [key]: _left, ...others } = kept;
    onChange(withDays(filter, day === '' ? others : { ...kept, [key]: day }));
  };
  return (
    <>
      <TextField type="date" label={t('slice.from')} value={filter.from ?? ''} onChange={set('from')} />
      <TextField type="date" label={t('slice.to')} value={filter.to ?? ''} onChange={set('to')} />
    </>
  );
}
