import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { dateTimeText } from '#renderer/ui/figure-text.ts';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CodeRevision } from '#shared/model/code-revision.ts';
import type { Code } from '#shared/model/code.ts';

/** What was done, as a sentence. */
function sentenceOf(t: TFunction<'codebook'>, { act, codeName, otherName, tags }: CodeRevision): string {
  return t(`history.act.${act}`, { name: codeName ?? t('history.gone'), other: otherName ?? t('history.gone'), count: tags ?? 0 });
}

/** What was done to a code, or to the whole codebook, newest first. */
export function HistoryDialog({ code, onClose }: { code: Code | null; onClose: () => void }) {
  const { t } = useTranslation('codebook');
  const { locale } = useWriting();
  const { data, error } = useQuery(orpc.codebook.history.queryOptions({ input: { id: code?.id ?? null, limit: 200 } }));
  return (
    <Dialog title={code === null ? t('history.title') : t('history.titleOf', { name: code.name })} closeLabel={t('close')} isOpen onClose={onClose} size="wide" isReading>
      {error ? <ErrorState layout="bar" failure={failureOf(error)} /> : null}
      {data === undefined && !error ? <Delayed><Skeleton label={t('loading')} /></Delayed> : null}
      {data?.length === 0 ? <p>{t('history.none')}</p> : null}
      <ol className="codebook-history">
        {(data ?? []).map((revision) => (
          <li key={revision.seq}>
            <p>{sentenceOf(t, revision)}{revision.isUndo ? ` ${t('history.undo')}` : ''}{revision.isRedo ? ` ${t('history.redo')}` : ''}</p>
            <p className="caption">{dateTimeText(revision.at, locale)} · {revision.actor}</p>
            {revision.changes.length === 0 ? null : (
              <ul>
                {revision.changes.map(({ field, before, after }) => (
                  <li key={field}>
                    {t(`history.field.${field}`, { defaultValue: field })}: {before === null ? t('history.empty') : <del>{before}</del>} → {after === null ? t('history.empty') : <ins>{after}</ins>}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
