import { useQuery } from '@tanstack/react-query';
import { Download, PhoneCall } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { csvText, saveText } from '#renderer/app/set-aside-csv.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { LikelyCaller, OpenIssue } from '#shared/model/likely-caller.ts';
import { moneyText } from '../money-text.ts';
import { callRows, issueText, reasonText } from './call-words.ts';

const pageSize = 50;

/** Whom to tell before they call: each name with its reason, as a list to take along. */
export function CallView() {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = useQuery(orpc.customers.likelyCallers.queryOptions());
  if (error) return <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Delayed><Skeleton label={t('call.loading')} lines={8} /></Delayed>;
  if (data.issues.length === 0) return <EmptyState icon={PhoneCall} title={t('call.empty.title')}><p>{t('call.empty.text')}</p></EmptyState>;
  return <Listed {...data} />;
}

function Listed({ issues, rows, currency }: { issues: readonly OpenIssue[]; rows: readonly LikelyCaller[]; currency: string | null }) {
  const { t } = useTranslation('customers');
  const writing = useWriting();
  const { locale } = writing;
  const [shown, setShown] = useState(pageSize);
  const n = countText(rows.length, locale);
  const save = (): void => {
    const file = callRows(rows, writing);
    saveText(t('call.fileName'), csvText(file.header, file.rows));
    announce(t('call.exported', { count: rows.length, n }));
  };
  const summary = t('call.summary', { count: rows.length, n });
  return (
    <div className="next">
      <p>{summary}</p>
      <ul className="text-2">{issues.map((issue) => <li key={issue.subject}>{issueText(issue, writing)}</li>)}</ul>
      <p className="text-2">{t('call.caution')}</p>
      {rows.length === 0 ? null : (
        <>
          <div><Button variant="primary" icon={Download} onPress={save}>{t('call.export')}</Button></div>
          <Table
            caption={t('call.list')}
            columns={[
              { id: 'customer', label: t('call.column.customer'), isRowHeader: true, cell: (row) => <Button size="small" variant="link" onPress={() => useNavigation.getState().go('customers', { customerId: row.id })}>{row.name ?? row.externalId}</Button> },
              { id: 'number', label: t('call.column.number'), cell: (row) => <bdi className="unbroken">{row.externalId}</bdi> },
              { id: 'reason', label: t('call.column.reason'), cell: (row) => <bdi>{reasonText(row, writing)}</bdi> },
              { id: 'contacts', label: t('call.column.contacts'), align: 'end', cell: (row) => countText(row.contacts, locale) },
              { id: 'margin', label: t('call.column.margin'), align: 'end', cell: (row) => (row.yearMargin === null ? '' : moneyText(row.yearMargin, currency, locale)) },
            ]}
            rows={rows.slice(0, shown)}
            rowKey={(row) => `${row.subject} ${row.id}`}
          />
          {rows.length > shown ? <div><Button onPress={() => setShown(shown + pageSize)}>{t('call.more')}</Button></div> : null}
        </>
      )}
    </div>
  );
}
