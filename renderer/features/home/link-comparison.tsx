import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { countText, decimalText, durationText, shareText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { LinkComparisonRow } from '#shared/model/linking.ts';

/** From here on two groups are called different (Austin 2009). */
const differs = 0.1;

/** Whether interactions with a survey are like those without, on everything that is known of both. */
export function LinkComparison() {
  const { t } = useTranslation('home');
  const { locale } = useWriting();
  const { data } = useQuery(orpc.surveys.comparison.queryOptions());
  if (data === undefined || data.rows.length === 0) return null;
  const n = (value: number): string => countText(value, locale);
  const side = (row: LinkComparisonRow, value: number | null): string => (value === null ? t('linking.notKnown') : row.trait === 'duration' ? durationText(value * 1000) : shareText(value, locale));
  return (
    <section className="stack" aria-label={t('linking.compared')}>
      <p className="text-2">{t('linking.comparedHelp', { linked: n(data.linked), unlinked: n(data.unlinked) })}</p>
      <Table
        caption={t('linking.compared')}
        columns={[
          { id: 'trait', label: t('linking.trait'), isRowHeader: true, cell: (row) => traitText(t, row) },
          { id: 'linked', label: t('linking.withSurvey'), align: 'end', cell: (row) => side(row, row.linked) },
          { id: 'unlinked', label: t('linking.withoutSurvey'), align: 'end', cell: (row) => side(row, row.unlinked) },
          { id: 'difference', label: t('linking.difference'), align: 'end', cell: (row) => differenceText(t, row, locale) },
          { id: 'n', label: t('linking.known'), align: 'end', cell: (row) => t('linking.knownOf', { linked: n(row.nLinked), unlinked: n(row.nUnlinked) }) },
          { id: 'verdict', label: t('linking.verdict'), cell: (row) => (row.smd === null ? t('linking.notKnown') : t(Math.abs(row.smd) >= differs ? 'linking.differs' : 'linking.alike', { smd: decimalText(row.smd, locale, 2) })) },
        ]}
        rows={data.rows}
        rowKey={(row) => `${row.trait} ${row.value ?? ''}`}
      />
    </section>
  );
}

function traitText(t: TFunction, { trait, value }: LinkComparisonRow): string {
  const name = t(`home:linking.traits.${trait}`);
  if (value === null) return name;
  return t('home:linking.traitValue', { trait: name, value: trait === 'channel' ? t(`home:linking.channels.${value}`) : value });
}

/** Points of share with their interval; nothing for means, whose standardised difference is told beside. */
function differenceText(t: TFunction, { trait, difference, ci }: LinkComparisonRow, locale: string): string {
  if (difference === null) return t('home:linking.notKnown');
  if (trait === 'duration') return t('home:linking.seconds', { value: decimalText(difference, locale, 0) });
  const points = (value: number): string => decimalText(100 * value, locale, 1);
  return ci === null ? points(difference) : t('home:linking.points', { count: Math.abs(Math.round(1000 * difference) / 10), value: points(difference), low: points(ci[0]), high: points(ci[1]) });
}
