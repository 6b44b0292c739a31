import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { ReviewDialog } from './review-dialog.tsx';

export type ScanRow = { interactionId: string; externalId: string; suggested: number; hidden: number };

/** Interactions with something to look at, most first. */
export function ReviewList({ rows: found }: { rows: readonly ScanRow[] }) {
  const { t } = useTranslation('privacy');
  const { locale } = useWriting();
  const [reviewed, setReviewed] = useState<ScanRow | null>(null);
  // A look at the whole project takes long; what was reviewed since is known here.
  const [changed, setChanged] = useState<Readonly<Record<string, Pick<ScanRow, 'suggested' | 'hidden'>>>>({});
  const rows = found.map((row) => ({ ...row, ...changed[row.interactionId] }));
  if (rows.length === 0) return <p className="text-2">{t('hiding.nothing')}</p>;
  return (
    <>
      <Table
        caption={t('hiding.list')}
        columns={[
          { id: 'id', label: t('hiding.interaction'), isRowHeader: true, cell: (row) => row.externalId },
          { id: 'open', label: t('hiding.open'), align: 'end', cell: (row) => countText(row.suggested, locale) },
          { id: 'hidden', label: t('hiding.hidden'), align: 'end', cell: (row) => countText(row.hidden, locale) },
          {
            id: 'act', label: t('hiding.act'), align: 'end',
            cell: (row) => <Button size="small" aria-label={t('hiding.reviewOf', { id: row.externalId })} onPress={() => setReviewed(row)}>{t('hiding.reviewOne')}</Button>,
          },
        ]}
        rows={rows}
        rowKey={(row) => row.interactionId}
      />
      {reviewed === null ? null : (
        <ReviewDialog
          row={reviewed}
          onClose={(counts) => {
            if (counts !== null) setChanged({ ...changed, [reviewed.interactionId]: counts });
            setReviewed(null);
          }}
        />
      )}
    </>
  );
}
