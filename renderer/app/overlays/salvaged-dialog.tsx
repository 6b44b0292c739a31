import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shell } from '#renderer/app/connection.ts';
import { openProject } from '#renderer/app/project-acts.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { SalvageReport } from '#shared/model/salvage.ts';

/** What could be read of a damaged project, counted; the way into the new project, and the tables to keep. */
export function SalvagedDialog({ report, passphrase, onClose }: { report: SalvageReport; passphrase: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('salvage');
  const { locale } = useWriting();
  const n = (value: number): string => countText(value, locale);
  const save = useMutation({
    mutationFn: () => shell.saveExport(report),
    onSuccess: (isSaved) => isSaved && useToasts.getState().show({ text: t('tablesSaved') }),
  });
  const open = (): void => {
    void openProject(report.project.id, t('opening', { name: report.project.name }), { passphrase }).then((isOpen) => isOpen && useNavigation.getState().go('home'));
  };
  return (
    <Dialog
      title={t('done')}
      closeLabel={t('close')}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button icon={Download} isDisabled={save.isPending} onPress={() => save.mutate()}>{t('saveTables')}</Button>
          <Button variant="primary" onPress={open}>{t('open')}</Button>
        </>
      }
    >
      <div className="stack">
        {save.error ? <ErrorState layout="bar" failure={failureOf(save.error)} /> : null}
        <p>{t('summary', { count: report.rows, n: n(report.rows), name: report.project.name })} {t('untouched')}</p>
        <Notes report={report} />
        <Table
          caption={t('done')}
          isCaptionHidden
          columns={[
            { id: 'name', label: t('what'), isRowHeader: true, cell: (row) => t(`table.${row.name}`, { defaultValue: row.name }) },
            { id: 'rows', label: t('read'), align: 'end', cell: (row) => n(row.rows) },
            { id: 'of', label: t('of'), align: 'end', cell: (row) => (row.expected === null ? t('notKnown') : n(row.expected)) },
            { id: 'leftOut', label: t('missing'), align: 'end', cell: (row) => n(row.leftOut) },
          ]}
          rows={report.tables}
          rowKey={(row) => row.name}
        />
      </div>
    </Dialog>
  );
}

function Notes({ report }: { report: SalvageReport }) {
  const { t } = useTranslation('salvage');
  const { locale } = useWriting();
  const counted = (key: string, count: number, more: Record<string, string> = {}): string | null => (count === 0 ? null : t(key, { count, n: countText(count, locale), ...more }));
  const names = new Intl.ListFormat(locale).format(report.unknown.map((name) => t(`table.${name}`, { defaultValue: name })));
  const notes = [
    report.tables.some(({ leftOut }) => leftOut > 0) ? t('missingHelp') : null,
    counted('standIns', report.standInCodes), counted('emptied', report.emptied), counted('stray', report.stray),
    counted('journal', report.journal.found, { made: countText(report.journal.made, locale) }), counted('journalUnreadable', report.journal.unreadable),
    report.isLogKept ? null : t('newLog'),
    report.unknown.length === 0 ? null : t('unknown', { names }),
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : <ul className="stack">{notes.map((note) => <li key={note} className="text-2">{note}</li>)}</ul>;
}
