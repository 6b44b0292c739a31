import { orpc } from '#renderer/app/connection.ts';
import { countText, decimalText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** How far raters agree on each item, and which items are held back because they do not. */
export function Agreement() {
  const { t } = useTranslation('evaluate');
  const { locale } = useWriting();
  const { data } = useQuery(orpc.evaluations.reliability.queryOptions());
  if (!data) return null;
  const number = (value: number | null): string => (value === null ? '–' : decimalText(value, locale, 2));
  return (
    <section className="agreement" aria-labelledby="agreement-title">
      <h2 id="agreement-title">{t('agreement.title')}</h2>
      <p className="text-2">{t(data.length === 0 ? 'agreement.none' : 'agreement.about')}</p>
      {data.length === 0 ? null : (
        <Table
          caption={t('agreement.title')} isCaptionHidden rows={data} rowKey={({ item }) => item}
          columns={[
            { id: 'item', label: t('agreement.item'), isRowHeader: true, cell: ({ item }) => item },
            { id: 'units', label: t('agreement.units'), align: 'end', cell: ({ units }) => countText(units, locale) },
            { id: 'alpha', label: t('agreement.alpha'), align: 'end', cell: ({ alpha }) => number(alpha) },
            { id: 'lo', label: t('agreement.lo'), align: 'end', cell: ({ lo }) => number(lo) },
            { id: 'gate', label: t('agreement.gate'), cell: ({ gate }) => t(`agreement.${gate}`) },
          ]}
        />
      )}
    </section>
  );
}
