import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { CodedMark, CodingMerge } from '#shared/model/coding.ts';

/** Rows that a person reads before taking something in; the rest is counted. */
const mostRows = 100;

/** What a colleague marked in another project, and what taking it in would do, before anything is written. */
export function CodingDialog({ file, onClose }: { file: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation('calibration');
  const preview = useQuery(orpc.tags.mergeCoding.queryOptions({ input: { fileId: file.id, dryRun: true }, retry: false, gcTime: 0 }));
  const run = useMutation(orpc.tags.mergeCoding.mutationOptions({
    onSuccess: ({ added }) => {
      useToasts.getState().show({ text: t('coding.done', { count: added }), tone: 'ok', action: { label: t('frame:command.undo'), run: () => void runCommand('edit.undo') } });
      onClose();
    },
  }));
  const problem = preview.error ?? run.error;
  const { data } = preview;
  return (
    <Dialog
      title={t('coding.title', { name: file.name })} closeLabel={t('cancel')} isOpen onClose={onClose} size="wide"
      actions={(
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={data === undefined || data.added === 0 || run.isPending} onPress={() => run.mutate({ fileId: file.id, dryRun: false })}>{t('coding.do', { count: data?.added ?? 0 })}</Button>
        </>
      )}
    >
      <div className="stack">
        {problem ? <ErrorState layout="bar" failure={failureOf(problem)} /> : null}
        {data === undefined && !problem ? <Delayed><Skeleton label={t('coding.reading')} /></Delayed> : null}
        {data === undefined ? null : <Preview merge={data} />}
      </div>
    </Dialog>
  );
}

function Preview({ merge: { added, same, conflicts, setAside } }: { merge: CodingMerge }) {
  const { t } = useTranslation('calibration');
  return (
    <>
      <p role="status">{t('coding.would', { count: added, same })} {conflicts.length === 0 ? t('coding.noConflict') : t('coding.conflicts', { count: conflicts.length })} {setAside.length === 0 ? '' : t('coding.setAside', { count: setAside.length })}</p>
      {conflicts.length === 0 ? null : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long list scrolls, by keys as well
        <div className="coding-list" role="region" aria-label={t('coding.conflictCaption')} tabIndex={0}>
          <Table
            caption={t('coding.conflictCaption')} rows={conflicts.slice(0, mostRows)} rowKey={({ theirs }) => theirs.id}
            columns={[
              { id: 'mark', label: t('coding.mark'), isRowHeader: true, cell: ({ mine }) => t('coding.of', { what: mine.kind === 'tag' ? mine.code : t('coding.cue'), id: mine.interaction, by: mine.createdBy }) },
              { id: 'here', label: t('coding.here'), cell: ({ mine, differs }) => <Said mark={mine} fields={differs} /> },
              { id: 'there', label: t('coding.there'), cell: ({ theirs, differs }) => <Said mark={theirs} fields={differs} /> },
            ]}
          />
        </div>
      )}
      {setAside.length === 0 ? null : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long list scrolls, by keys as well
        <div className="coding-list" role="region" aria-label={t('coding.asideCaption')} tabIndex={0}>
          <Table
            caption={t('coding.asideCaption')} rows={setAside.slice(0, mostRows)} rowKey={({ mark }) => mark.id}
            columns={[
              { id: 'mark', label: t('coding.mark'), isRowHeader: true, cell: ({ mark }) => t('coding.of', { what: mark.kind === 'tag' ? mark.code : t('coding.cue'), id: mark.interaction, by: mark.createdBy }) },
              { id: 'why', label: t('coding.why'), cell: ({ reason }) => t(`coding.reason.${reason}`) },
            ]}
          />
        </div>
      )}
      {conflicts.length > mostRows || setAside.length > mostRows ? <p className="text-2">{t('coding.firstOnly', { count: mostRows })}</p> : null}
    </>
  );
}

/** What one side says of the fields in which the two differ. */
function Said({ mark, fields }: { mark: CodedMark; fields: readonly string[] }) {
  const { t } = useTranslation('calibration');
  const values = mark as Record<string, unknown>;
  const said = (field: string): string => {
    const value = values[field] ?? null;
    if (value === null) return t('coding.nothing');
    if (typeof value === 'boolean') return t(value ? 'coding.yes' : 'coding.no');
    if (typeof value === 'number' && field.endsWith('Ms')) return t('coding.seconds', { seconds: (value / 1000).toFixed(1) });
    return typeof value === 'number' && field === 'turnSeq' ? String(value + 1) : typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return <>{fields.map((field) => t('coding.field', { name: t(`coding.fields.${field}`, { defaultValue: field }), value: said(field) })).join('; ')}</>;
}
