import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, dateTimeText, decimalText } from '#renderer/ui/figure-text.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';

/** Earlier states of the project: look into one, put it back, and put that back again. */
export function BackupsPanel({ isViewer }: { isViewer: boolean }) {
  const { t } = useTranslation('privacy');
  const { locale } = useWriting();
  const [looked, setLooked] = useState<string | null>(null);
  const { data: backups, error, refetch } = useQuery(orpc.privacy.backups.queryOptions());
  const create = useMutation(orpc.privacy.createBackup.mutationOptions({ onSuccess: () => void refetch() }));
  const problem = error ?? create.error;
  if (problem) return <ErrorState layout="bar" failure={failureOf(problem)} onRetry={() => void refetch()} />;
  if (backups === undefined) return <Skeleton label={t('frame:loading')} />;
  const now = <Button isDisabled={create.isPending || isViewer} onPress={() => create.mutate(undefined)}>{t('versions.create')}</Button>;
  if (backups.length === 0) return <EmptyState title={t('versions.none')} action={now}>{t('versions.noneText')}</EmptyState>;
  return (
    <div className="stack">
      <p className="text-2 privacy-words">{t('versions.help')}</p>
      <div className="row">{now}</div>
      <Table
        caption={t('versions.tab')}
        isCaptionHidden
        columns={[
          { id: 'at', label: t('erasure.at'), isRowHeader: true, cell: (row) => dateTimeText(row.at, locale) },
          { id: 'generation', label: t('versions.generation'), align: 'end', cell: (row) => row.generation },
          { id: 'size', label: t('versions.size'), align: 'end', cell: (row) => t('versions.megabytes', { n: decimalText(row.size / 1_000_000, locale) }) },
          { id: 'act', label: t('hiding.act'), align: 'end', cell: (row) => <Button size="small" aria-label={t('versions.lookOf', { at: dateTimeText(row.at, locale) })} onPress={() => setLooked(row.name)}>{t('versions.look')}</Button> },
        ]}
        rows={backups}
        rowKey={(row) => row.name}
      />
      {looked === null ? null : <BackupDialog name={looked} isViewer={isViewer} onClose={() => setLooked(null)} />}
    </div>
  );
}

/** Restores a backup; the message offers to put back the state from before. */
async function restoreBackup(name: string, words: { done: string; undo: string }): Promise<void> {
  const { before } = await client.privacy.restoreBackup({ name });
  useToasts.getState().show({ text: words.done, action: { label: words.undo, run: () => void restoreBackup(before, words) } });
}

function BackupDialog({ name, isViewer, onClose }: { name: string; isViewer: boolean; onClose: () => void }) {
  const { t } = useTranslation('privacy');
  const { locale } = useWriting();
  const { data, error } = useQuery(orpc.privacy.previewBackup.queryOptions({ input: { name } }));
  const restore = useMutation({ mutationFn: () => restoreBackup(name, { done: t('versions.restored'), undo: t('versions.putBack') }), onSuccess: onClose });
  const problem = error ?? restore.error;
  return (
    <Dialog
      title={t('versions.of', { at: data === undefined ? '' : dateTimeText(data.at, locale) })}
      closeLabel={t('close')}
      isOpen
      onClose={onClose}
      actions={<Button variant="primary" isDisabled={data === undefined || isViewer || restore.isPending} onPress={() => restore.mutate()}>{t('versions.restore')}</Button>}
    >
      {problem ? <ErrorState layout="bar" failure={failureOf(problem)} /> : null}
      {data === undefined && !error ? <Skeleton label={t('frame:loading')} /> : null}
      {data === undefined ? null : (
        <div className="stack">
          <p>{t('versions.since', { count: data.changesSince, n: countText(data.changesSince, locale) })}</p>
          <Table
            caption={t('versions.holds')}
            columns={[
              { id: 'what', label: t('erasure.what'), isRowHeader: true, cell: ([what]) => t(`versions.counts.${what}`, { defaultValue: what }) },
              { id: 'then', label: t('versions.then'), align: 'end', cell: ([, count]) => countText(count, locale) },
              { id: 'now', label: t('versions.now'), align: 'end', cell: ([what]) => countText(data.now[what] ?? 0, locale) },
            ]}
            rows={Object.entries(data.counts).filter(([what, count]) => count > 0 || (data.now[what] ?? 0) > 0)}
            rowKey={([what]) => what}
          />
          <p className="text-2">{t('versions.undoable')}</p>
        </div>
      )}
    </Dialog>
  );
}
