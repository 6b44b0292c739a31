import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client } from '#renderer/app/connection.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, dateTimeText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { JoinedCustomer } from '#shared/model/identity.ts';

/** Which records were joined into which, what for, by whom and when; each can be split again. */
export function JoinedList({ rows }: { rows: readonly JoinedCustomer[] }) {
  const { t } = useTranslation('customers');
  const { locale } = useWriting();
  if (rows.length === 0) return null;
  const split = (row: JoinedCustomer) => () => void act(t, client.customers.split({ customerId: row.id }), t('same.splitDone', { number: row.externalId }));
  return (
    <Table
      caption={t('same.joined')}
      columns={[
        { id: 'number', label: t('same.record'), isRowHeader: true, cell: (row) => <bdi>{[row.externalId, row.name].filter((part) => part !== null).join(', ')}</bdi> },
        { id: 'kept', label: t('same.kept'), cell: (row) => <Button size="small" variant="quiet" onPress={() => useNavigation.getState().go('customers', { customerId: row.keptId })}><bdi>{[row.keptExternalId, row.keptName].filter((part) => part !== null).join(', ')}</bdi></Button> },
        { id: 'why', label: t('same.why'), cell: (row) => <bdi>{t('same.whyText', { field: row.field, value: row.value })}</bdi> },
        { id: 'by', label: t('same.by'), cell: (row) => `${row.actor}, ${dateTimeText(row.at, locale)}` },
        { id: 'rows', label: t('same.rows'), align: 'end', cell: (row) => countText(row.rows, locale) },
        { id: 'split', label: t('same.act'), align: 'end', cell: (row) => <Button size="small" aria-label={t('same.splitOf', { number: row.externalId })} onPress={split(row)}>{t('same.split')}</Button> },
      ]}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}
