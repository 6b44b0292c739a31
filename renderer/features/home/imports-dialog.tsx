import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, dateTimeText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';

/** Every import of the project; each can be taken back whole, and brought again with undo. */
export function ImportsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('home');
  const { locale } = useWriting();
  const { data: imports = [], error } = useQuery(orpc.imports.list.queryOptions());
  const remove = useMutation(orpc.imports.remove.mutationOptions({
    onSuccess: () => {
      // The message offers Undo, and nothing behind an open dialog can be reached.
      onClose();
      useToasts.getState().show({ text: t('imports.removed'), action: { label: t('frame:command.undo'), run: () => void runCommand('edit.undo') } });
    },
  }));
  const problem = error ?? remove.error;
  return (
    <Dialog title={t('imports.title')} closeLabel={t('imports.close')} isOpen onClose={onClose} size="wide">
      {problem ? <ErrorState layout="bar" failure={failureOf(problem)} /> : null}
      <Table
        caption={t('imports.title')}
        isCaptionHidden
        columns={[
          { id: 'at', label: t('imports.at'), isRowHeader: true, cell: (row) => dateTimeText(row.at, locale) },
          { id: 'files', label: t('imports.files'), align: 'end', cell: (row) => countText(row.files, locale) },
          { id: 'interactions', label: t('imports.interactions'), align: 'end', cell: (row) => countText(row.interactions, locale) },
          { id: 'setAside', label: t('imports.setAside'), align: 'end', cell: (row) => countText(row.setAside, locale) },
          { id: 'status', label: t('imports.state'), cell: (row) => t(`imports.states.${row.status}`) },
          {
            id: 'act', label: t('imports.act'), align: 'end',
            cell: (row) => (row.status === 'ready'
              ? <Button size="small" isDisabled={remove.isPending} aria-label={t('imports.removeOf', { at: dateTimeText(row.at, locale) })} onPress={() => remove.mutate({ importId: row.id })}>{t('imports.remove')}</Button>
              : null),
          },
        ]}
        rows={imports}
        rowKey={(row) => row.id}
      />
    </Dialog>
  );
}
