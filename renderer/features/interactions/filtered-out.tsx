import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { chipsOf, without } from './filter-chips.ts';

/** Why nothing is left: each filter with how many there would be without it. */
export function FilteredOut({ filter, onChange }: { filter: InteractionFilter; onChange: (filter: InteractionFilter) => void }) {
  const { t } = useTranslation('interactions');
  const { locale } = useWriting();
  const chips = chipsOf(t, filter);
  const answers = useQueries({ queries: chips.map(({ key }) => orpc.interactions.page.queryOptions({ input: { filter: without(filter, key), offset: 0, limit: 1 } })) });
  if (chips.length < 2) return <p>{t('filteredEmpty.one')}</p>;
  return (
    <>
      <p>{t('filteredEmpty.several')}</p>
      <ul className="filtered-out">
        {chips.map(({ key, text }, index) => {
          const total = answers[index]?.data?.total;
          return (
            <li key={key}>
              <span className="grow"><bdi>{text}</bdi></span>
              <span className="tabular text-2">{total === undefined ? '' : t('filteredEmpty.without', { count: total, n: countText(total, locale) })}</span>
              <Button size="small" aria-label={t('removeFilter', { filter: text })} onPress={() => onChange(without(filter, key))}>{t('filteredEmpty.remove')}</Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
