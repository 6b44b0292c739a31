import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, durationText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { SplitRule } from '#shared/model/code-revision.ts';
import type { Code } from '#shared/model/code.ts';
import { savedForm } from './code-draft.ts';

const anybody = 'anybody';
const anyOutcome = 'any';
const outcomes = ['taken', 'missed', 'wrong', 'none'] as const;

/** A new code, the tags that it takes, and how many those are. */
export function SplitDialog({ code, onClose, onSplit }: { code: Code; onClose: () => void; onSplit: (made: Code, moved: number) => void }) {
  const { t } = useTranslation('codebook');
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [words, setWords] = useState('');
  const [createdBy, setCreatedBy] = useState(anybody);
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | typeof anyOutcome>(anyOutcome);
  const [failure, setFailure] = useState<unknown>(null);
  const rule: SplitRule = { words: words.trim() === '' ? null : words.trim(), createdBy: createdBy === anybody ? null : createdBy, outcome: outcome === anyOutcome ? null : outcome };
  const hasRule = Object.values(rule).some((part) => part !== null);
  const preview = useQuery({ ...orpc.codebook.splitPreview.queryOptions({ input: { id: code.id, rule } }), placeholderData: keepPreviousData });
  const problem = failure ?? preview.error;
  const isReady = hasRule && name.trim() !== '' && key.trim() !== '' && preview.data !== undefined && !preview.isPlaceholderData;
  const split = (): void => {
    client.codebook.split({ id: code.id, rule, code: { ...savedForm(code), name: name.trim(), key: key.trim(), quickSlot: null, definition: '', examples: [] } })
      .then((done) => onSplit(done.code, done.moved)).catch(setFailure);
  };
  return (
    <Dialog
      title={t('split.title', { name: code.name })} closeLabel={t('cancel')} isOpen onClose={onClose} size="wide"
      actions={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={!isReady} onPress={split}>{t('split.do')}</Button></>}
    >
      <div className="stack">
        {problem === null ? null : <ErrorState layout="bar" failure={failureOf(problem)} />}
        <div className="codebook-fields">
          <TextField label={t('split.name')} value={name} onChange={setName} maxLength={120} takesFocus />
          <TextField label={t('field.key')} value={key} onChange={setKey} maxLength={40} />
        </div>
        <h3>{t('split.which')}</h3>
        <div className="codebook-fields">
          <TextField label={t('split.words')} help={t('split.wordsHelp')} value={words} onChange={setWords} maxLength={200} />
          <Select
            label={t('split.createdBy')} value={createdBy} onChange={setCreatedBy}
            options={[{ value: anybody, label: t('split.anybody') }, ...(preview.data?.coders ?? []).map((coder) => ({ value: coder, label: coder }))]}
          />
          <Select
            label={t('split.outcome')} value={outcome} onChange={setOutcome}
            options={[{ value: anyOutcome, label: t('split.anyOutcome') }, ...outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))]}
          />
        </div>
        {hasRule && preview.data !== undefined ? <Found preview={preview.data} /> : <p className="text-2">{t('split.needsRule')}</p>}
      </div>
    </Dialog>
  );
}

type Preview = Awaited<ReturnType<typeof client.codebook.splitPreview>>;

function Found({ preview: { tags, moving, examples } }: { preview: Preview }) {
  const { t } = useTranslation('codebook');
  const { locale } = useWriting();
  return (
    <div role="status" className="stack">
      <p className="codebook-outcome">{t('split.moves', { count: moving, shown: countText(moving, locale), total: countText(tags, locale) })}</p>
      <ul className="codebook-examples">
        {examples.map((example) => (
          <li key={`${example.interactionId} ${example.startMs ?? ''} ${example.turnSeq ?? ''} ${example.note ?? ''}`}>
            <span className="text-2">{example.externalId}{example.startMs === null ? '' : ` · ${durationText(example.startMs)}`}</span>{' '}
            {example.note ?? example.text ?? ''}
          </li>
        ))}
      </ul>
    </div>
  );
}
