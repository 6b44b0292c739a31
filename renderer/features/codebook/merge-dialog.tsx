import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Code } from '#shared/model/code.ts';
import { branchesOf, idsBelow, indented } from './code-branches.ts';

/** Which code takes over, and what would move. */
export function MergeDialog({ code, codes, onClose, onMerged }: { code: Code; codes: readonly Code[]; onClose: () => void; onMerged: (into: Code, moved: number) => void }) {
  const { t } = useTranslation('codebook');
  const { locale } = useWriting();
  const [intoId, setIntoId] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const below = idsBelow(codes, code.id);
  const into = codes.find(({ id }) => id === intoId) ?? null;
  const preview = useQuery({ ...orpc.codebook.mergePreview.queryOptions({ input: { id: code.id, intoId: intoId ?? '-' } }), enabled: intoId !== null });
  const merge = (): void => {
    if (into === null) return;
    client.codebook.merge({ id: code.id, intoId: into.id }).then(({ moved }) => onMerged(into, moved)).catch(setFailure);
  };
  const problem = failure ?? preview.error;
  const data = intoId === null ? undefined : preview.data;
  return (
    <Dialog
      title={t('merge.title', { name: code.name })} closeLabel={t('cancel')} isOpen onClose={onClose}
      actions={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={data === undefined} onPress={merge}>{t('merge.do')}</Button></>}
    >
      <div className="stack">
        {problem === null ? null : <ErrorState layout="bar" failure={failureOf(problem)} />}
        <p>{t('merge.intro')}</p>
        <Select
          label={t('merge.into')} placeholder={t('merge.choose')} value={intoId} onChange={setIntoId}
          options={indented(branchesOf(codes)).filter((entry) => !below.has(entry.code.id)).map((entry) => ({ value: entry.code.id, label: entry.label, hint: entry.code.key }))}
        />
        <div role="status" className="stack">
          {data === undefined || into === null ? null : (
            <>
              <p className="codebook-outcome">{t('merge.moves', { count: data.tags, shown: countText(data.tags, locale), interactions: countText(data.interactions, locale), into: into.name })}</p>
              {data.both === 0 ? null : <p>{t('merge.both', { count: data.both, shown: countText(data.both, locale) })}</p>}
              {data.codes === 0 ? null : <p>{t('merge.codes', { count: data.codes })}</p>}
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}
