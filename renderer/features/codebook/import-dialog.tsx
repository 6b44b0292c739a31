import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import type { CodeKind } from '#shared/model/code.ts';
import type { CodebookImport } from '#shared/model/codebook-file.ts';

/** What a codebook file holds and what it would change, before anything is written. */
export function ImportDialog({ file, onClose, onDone }: { file: { id: string; name: string }; onClose: () => void; onDone: (report: CodebookImport) => void }) {
  const { t } = useTranslation('codebook');
  const [kind, setKind] = useState<CodeKind>('cause');
  const [isSplit, setSplit] = useState(true);
  const ask = (separator: '::' | '.' | null) => ({ fileId: file.id, kind, separator });
  const look = useQuery(orpc.codebook.importFile.queryOptions({ input: { ...ask(null), dryRun: true }, retry: false }));
  const suggested = look.data?.suggestedSeparator ?? null;
  const separator = isSplit ? suggested : null;
  const preview = useQuery({ ...orpc.codebook.importFile.queryOptions({ input: { ...ask(separator), dryRun: true }, retry: false }), enabled: look.data !== undefined });
  const run = useMutation(orpc.codebook.importFile.mutationOptions({ onSuccess: onDone }));
  const problem = look.error ?? preview.error ?? run.error;
  const report = preview.data;
  return (
    <Dialog
      title={t('import.title', { name: file.name })} closeLabel={t('cancel')} isOpen onClose={onClose} size="wide"
      actions={(
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={report === undefined || run.isPending || report.added + report.changed === 0} onPress={() => run.mutate({ ...ask(separator), dryRun: false })}>{t('import.do')}</Button>
        </>
      )}
    >
      <div className="stack">
        {problem ? <ErrorState layout="bar" failure={failureOf(problem)} /> : null}
        {report === undefined && !problem ? <Delayed><Skeleton label={t('loading')} /></Delayed> : null}
        {report === undefined ? null : (
          <Preview report={report}>
            <Select label={t('import.kind')} value={kind} onChange={setKind} options={(['cause', 'behaviour', 'event'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} />
            {suggested === null ? null : <Checkbox isSelected={isSplit} onChange={setSplit}>{t('import.split', { separator: suggested })}</Checkbox>}
          </Preview>
        )}
      </div>
    </Dialog>
  );
}

/** What would happen, with the choices that there are. */
function Preview({ report, children }: { report: CodebookImport; children: ReactNode }) {
  const { t } = useTranslation('codebook');
  return (
    <>
      <p className="codebook-outcome" role="status">{t('import.would', { count: report.codes, added: report.added, changed: report.changed, same: report.same })}</p>
      {report.origin === null ? null : <p className="text-2">{t('import.origin', { origin: report.origin })}</p>}
      {report.retired === 0 ? null : <p>{t('import.retired', { count: report.retired })}</p>}
      {children}
      <Remarks remarks={report.remarks} />
      <ul>
        {report.rows.map((row, index) => (
          <li key={`${index} ${row.key}`} style={{ paddingInlineStart: `${row.depth}rem` }}><span className="codebook-key">{row.key}</span> {row.name} <span className="text-2">{t(`import.act.${row.act}`)}</span></li>
        ))}
      </ul>
    </>
  );
}

function Remarks({ remarks }: { remarks: readonly string[] }) {
  const { t } = useTranslation('codebook');
  if (remarks.length === 0) return null;
  return (
    <section aria-label={t('import.remarks')}>
      <h3>{t('import.remarks')}</h3>
      <ul>{remarks.map((remark) => <li key={remark}>{remark}</li>)}</ul>
    </section>
  );
}
