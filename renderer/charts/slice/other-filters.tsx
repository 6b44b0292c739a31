import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';

const shownKeys: readonly string[] = ['from', 'to', 'queue', 'topBox'];

/** Says that the figures are narrowed by more than the pickers show (a selection, a drill-down), and takes it away. */
export function OtherFilters({ filter, onChange }: { filter: InteractionFilter; onChange: (filter: InteractionFilter) => void }) {
  const { t } = useTranslation('charts');
  const others = Object.entries(filter).filter(([key, value]) => value !== undefined && !shownKeys.includes(key));
  if (others.length === 0) return null;
  const clear = (): void => onChange(Object.fromEntries(Object.entries(filter).filter(([key]) => shownKeys.includes(key))));
  return (
    <p className="row row-wrap" role="status">
      {t('slice.otherFilters', { count: others.length })}
      <Button size="small" onPress={clear}>{t('slice.clear')}</Button>
    </p>
  );
}
