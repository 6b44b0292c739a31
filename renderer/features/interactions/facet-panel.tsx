import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { withKey, type FilterKey } from './filter-chips.ts';

type PanelProps = { filter: InteractionFilter; onChange: (filter: InteractionFilter) => void };

const facetFields = ['channel', 'reason', 'queue', 'team', 'agent', 'product', 'language'] as const;
type FacetField = (typeof facetFields)[number];
const yesNoKeys = ['hasAudio', 'evaluated', 'answered', 'tagged', 'quoted', 'transferred'] as const;
const cells = ['both', 'companyOnly', 'customerOnly', 'neither'] as const;
const shownValues = 5;

/** What the list can be narrowed by, with how many there are of each under the other filters. */
export function FacetPanel({ filter, onChange }: PanelProps) {
  const { t } = useTranslation('interactions');
  const { data } = useQuery({ ...orpc.interactions.facets.queryOptions({ input: { filter } }), placeholderData: keepPreviousData });
  const facets = facetFields.flatMap((field) => {
    const values = data?.fields.find((candidate) => candidate.field === field)?.values ?? [];
    const isUseful = values.length > 1 || filter[field] !== undefined;
    return isUseful ? [{ field, values }] : [];
  });
  return (
    <aside className="facets" aria-label={t('filters')} data-region="filters">
      <Scores filter={filter} onChange={onChange} />
      {facets.map(({ field, values }) => <Facet key={field} field={field} values={values} filter={filter} onChange={onChange} />)}
      <Dates filter={filter} onChange={onChange} />
    </aside>
  );
}

function Scores({ filter, onChange }: PanelProps) {
  const { t } = useTranslation('interactions');
  return (
    <section className="facet" aria-label={t('hasLabel')}>
      {yesNoKeys.map((key) => (
        <div key={key} className="yes-no">
          <Select
            label={t(`has.${key}`)}
            options={[{ value: 'any', label: t('any') }, { value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }]}
            value={filter[key] === undefined ? 'any' : filter[key] ? 'yes' : 'no'}
            onChange={(value) => onChange(withKey(filter, key, value === 'any' ? undefined : value === 'yes'))}
          />
        </div>
      ))}
      <div className="yes-no">
        <Select
          label={t('field.cell')}
          options={[{ value: 'any', label: t('any') }, ...cells.map((cell) => ({ value: cell, label: t(`cell.${cell}`) }))]}
          value={filter.cell ?? 'any'}
          onChange={(value) => onChange(withKey(filter, 'cell', value === 'any' ? undefined : value))}
        />
      </div>
    </section>
  );
}

type FacetProps = PanelProps & { field: FacetField; values: readonly { value: string | null; n: number }[] };

function Facet({ field, values, filter, onChange }: FacetProps) {
  const { t } = useTranslation('interactions');
  const { locale } = useWriting();
  const [isWhole, setWhole] = useState(false);
  const chosen = filter[field];
  // Every interaction has a channel.
  const known = field === 'channel' ? values.filter(({ value }) => value !== null) : values;
  const isChosenMissing = chosen !== undefined && !known.some(({ value }) => value === chosen);
  const offered = isChosenMissing ? [{ value: chosen, n: 0 }, ...known] : known;
  const shown = isWhole ? offered : offered.filter(({ value }, index) => index < shownValues || value === chosen);
  const choose = (value: string | null): void => onChange(withKey(filter, field as FilterKey, value === chosen ? undefined : value as never));
  return (
    <section className="facet" aria-labelledby={`facet-${field}`}>
      <h2 id={`facet-${field}`}>{t(`field.${field}`)}</h2>
      <ul>
        {shown.map(({ value, n }) => (
          <li key={value ?? ''}>
            <button type="button" className="facet-value" aria-pressed={value === chosen} onClick={() => choose(value)}>
              <span className="truncate grow" dir="auto">{value === null ? t('figure:notKnown') : field === 'channel' ? t(`channel.${value}`) : value}</span>
              <span className="tabular caption">{countText(n, locale)}</span>
            </button>
          </li>
        ))}
      </ul>
      {offered.length > shownValues ? (
        <Button variant="quiet" size="small" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>{isWhole ? t('fewer') : t('more', { count: offered.length - shownValues })}</Button>
      ) : null}
    </section>
  );
}

function Dates({ filter, onChange }: PanelProps) {
  const { t } = useTranslation('interactions');
  const set = (key: 'from' | 'to') => (day: string): void => {
    if (day === '' || /^\d{4}-\d{2}-\d{2}$/.test(day)) onChange(withKey(filter, key, day === '' ? undefined : day));
  };
  return (
    <section className="facet" aria-labelledby="facet-dates">
      <h2 id="facet-dates">{t('field.dates')}</h2>
      <TextField type="date" label={t('field.from')} value={filter.from ?? ''} onChange={set('from')} />
      <TextField type="date" label={t('field.to')} value={filter.to ?? ''} onChange={set('to')} />
    </section>
  );
}
