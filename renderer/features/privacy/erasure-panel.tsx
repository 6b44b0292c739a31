import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, dateTimeText } from '#renderer/ui/figure-text.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { PrivacyPolicy } from '#shared/model/privacy.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { RetentionCard } from './retention-card.tsx';

/** Forgetting a customer, keeping things no longer than the policy says, and the receipts of both. */
export function ErasurePanel({ policy, isViewer }: { policy: PrivacyPolicy; isViewer: boolean }) {
  return (
    <div className="stack">
      {isViewer ? null : <ForgetCard />}
      {isViewer ? null : <RetentionCard policy={policy} />}
      <Receipts />
    </div>
  );
}

function ForgetCard() {
  const { t } = useTranslation('privacy');
  const { locale } = useWriting();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: customers = [], error } = useQuery({ ...orpc.privacy.customers.queryOptions({ input: { words } }), enabled: words.trim() !== '' });
  return (
    <section className="card stack" aria-labelledby="privacy-forget">
      <h2 id="privacy-forget">{t('erasure.forget')}</h2>
      <p className="text-2 privacy-words">{t('erasure.forgetHelp')}</p>
      <SearchField label={t('erasure.search')} placeholder={t('erasure.search')} clearLabel={t('erasure.clear')} value={words} onChange={setWords} />
      {error ? <ErrorState layout="bar" failure={failureOf(error)} /> : null}
      {words.trim() !== '' && customers.length === 0 ? <p role="status">{t('erasure.nobody')}</p> : null}
      {customers.length === 0 ? null : (
        <Table
          caption={t('erasure.customers')}
          isCaptionHidden
          columns={[
            { id: 'name', label: t('erasure.customer'), isRowHeader: true, cell: (row) => row.name ?? row.externalId },
            { id: 'number', label: t('erasure.number'), cell: (row) => row.externalId },
            { id: 'n', label: t('erasure.interactions'), align: 'end', cell: (row) => countText(row.interactions, locale) },
            { id: 'act', label: t('hiding.act'), align: 'end', cell: (row) => <Button size="small" variant="danger" aria-label={t('erasure.forgetOf', { name: row.name ?? row.externalId })} onPress={() => setChosen(row.id)}>{t('erasure.forgetOne')}</Button> },
          ]}
          rows={customers}
          rowKey={(row) => row.id}
        />
      )}
      {chosen === null ? null : <EraseDialog customerId={chosen} onClose={() => setChosen(null)} onErased={() => setWords('')} />}
    </section>
  );
}

function Receipts() {
  const { t } = useTranslation('privacy');
  const { locale } = useWriting();
  const { data: receipts = [] } = useQuery(orpc.privacy.receipts.queryOptions());
  return (
    <section className="card stack" aria-labelledby="privacy-receipts">
      <h2 id="privacy-receipts">{t('erasure.receipts')}</h2>
      {receipts.length === 0 ? <EmptyState title={t('erasure.noReceipts')}>{t('erasure.noReceiptsText')}</EmptyState> : (
        <Table
          caption={t('erasure.receipts')}
          isCaptionHidden
          columns={[
            { id: 'at', label: t('erasure.at'), isRowHeader: true, cell: (row) => dateTimeText(row.at, locale) },
            { id: 'by', label: t('erasure.by'), cell: (row) => row.actor },
            { id: 'why', label: t('erasure.why'), cell: (row) => t(`erasure.reasons.${row.reason}`) },
            { id: 'rows', label: t('erasure.rows'), align: 'end', cell: (row) => countText(Object.values(row.removed).reduce((sum, count) => sum + count, 0), locale) },
            { id: 'files', label: t('erasure.files'), align: 'end', cell: (row) => countText(row.files, locale) },
            { id: 'left', label: t('erasure.left'), cell: (row) => (row.recordingsLeft.length === 0 ? t('erasure.none') : row.recordingsLeft.join(', ')) },
            { id: 'state', label: t('erasure.state'), cell: (row) => t(`erasure.states.${row.status}`) },
          ]}
          rows={receipts}
          rowKey={(row) => row.id}
        />
      )}
    </section>
  );
}
