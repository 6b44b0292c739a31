import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, dateText } from '#renderer/ui/figure-text.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { IdentityGroup, IdentityRecord } from '#shared/model/identity.ts';

const pageSize = 20;

/** Groups of records that share a value of one field, each joined by one button. */
export function RecordGroups({ field }: { field: string }) {
  const { t } = useTranslation('customers');
  const [offset, setOffset] = useState(0);
  const { data, error } = useQuery({ ...orpc.customers.identityGroups.queryOptions({ input: { field, offset, limit: pageSize } }), placeholderData: keepPreviousData });
  if (error) return <ErrorState layout="bar" failure={failureOf(error)} />;
  if (data === undefined) return <Skeleton label={t('same.loading')} lines={4} />;
  return (
    <>
      {data.groups.map((group) => <Group key={group.value} field={field} group={group} />)}
      {data.total > pageSize ? (
        <div className="row">
          <Button size="small" isDisabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - pageSize))}>{t('same.before')}</Button>
          <Button size="small" isDisabled={offset + pageSize >= data.total} onPress={() => setOffset(offset + pageSize)}>{t('same.after')}</Button>
        </div>
      ) : null}
    </>
  );
}

function Group({ field, group }: { field: string; group: IdentityGroup }) {
  const { t } = useTranslation('customers');
  const { locale } = useWriting();
  const [kept, ...others] = group.records;
  const n = (value: number): string => countText(value, locale);
  if (kept === undefined) return null;
  const join = () => void act(t, client.customers.join({ keptId: kept.id, customerIds: others.map(({ id }) => id), field }), t('same.done', { count: others.length, n: n(others.length), kept: kept.externalId }));
  return (
    <section className="card stack" aria-label={t('same.group', { field, value: group.value })}>
      <Table<IdentityRecord>
        caption={t('same.group', { field, value: group.value })}
        columns={[
          { id: 'number', label: t('column.number'), isRowHeader: true, cell: (row) => <Button size="small" variant="link" onPress={() => useNavigation.getState().go('customers', { customerId: row.id })}><bdi>{row.externalId}</bdi></Button> },
          { id: 'name', label: t('column.customer'), cell: (row) => <bdi>{row.name ?? ''}</bdi> },
          { id: 'since', label: t('column.since'), cell: (row) => (row.since === null ? '' : dateText(row.since, locale)) },
          { id: 'segment', label: t('column.segment'), cell: (row) => <bdi>{[row.segment, row.region].filter((part) => part !== null).join(' · ')}</bdi> },
          { id: 'contacts', label: t('same.contacts'), align: 'end', cell: (row) => n(row.contacts) },
          { id: 'purchases', label: t('same.purchases'), align: 'end', cell: (row) => n(row.purchases) },
        ]}
        rows={group.records}
        rowKey={(row) => row.id}
      />
      <p className="text-2">{group.differs.length === 0 ? t('same.alike') : t('same.differs', { what: new Intl.ListFormat(locale).format(group.differs.map((what) => t(`same.what.${what}`))) })}</p>
      <div className="row"><Button variant={group.differs.length === 0 ? 'primary' : 'secondary'} onPress={join}>{t('same.join', { kept: kept.externalId })}</Button></div>
    </section>
  );
}
