import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client, orpc } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

const linesOf = (text: string): string[] => [...new Set(text.split(/[\n,;]+/).map((line) => line.trim()).filter((line) => line !== ''))];

/** Three interactions with a recording, drawn by chance. */
async function drawThree(): Promise<string[]> {
  const { rows } = await client.interactions.page({ filter: { hasAudio: true }, offset: 0, limit: 200 });
  const left = rows.map(({ externalId }) => externalId);
  return Array.from({ length: Math.min(3, left.length) }, () => left.splice(Math.floor(Math.random() * left.length), 1)[0] ?? '');
}

/** Starts a round: two to four calls, at least one hard to judge; who scores them, and on what. */
export function NewRoundDialog({ onClose, onStarted }: { onClose: () => void; onStarted: (id: string) => void }) {
  const { t } = useTranslation('calibration');
  const choices = useQuery(orpc.calibration.choices.queryOptions());
  const [draft, setDraft] = useState({ name: '', interactions: '', raters: '', closesOn: '', openingWord: '' });
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const change = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const items = (choices.data?.items ?? []).filter(({ item }) => !leftOut.has(item));
  const [interactions, raters] = [linesOf(draft.interactions), linesOf(draft.raters)];
  const isWordShort = draft.openingWord !== '' && draft.openingWord.length < 4;
  const isReady = draft.name.trim() !== '' && interactions.length >= 2 && raters.length >= 2 && items.length > 0 && !isWordShort;
  const start = async (): Promise<void> => {
    const work = client.calibration.create({
      name: draft.name.trim(), closesOn: draft.closesOn === '' ? null : draft.closesOn, interactionIds: interactions, items: items.map(({ item }) => item), raters,
      openingWord: draft.openingWord === '' ? null : draft.openingWord,
    }).then(({ id }) => onStarted(id));
    if (await act(t, work, t('new.started'))) onClose();
  };
  return (
    <Dialog title={t('new.title')} closeLabel={t('close')} isOpen onClose={onClose} size="wide" actions={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={!isReady} onPress={() => void start()}>{t('new.start')}</Button></>}>
      <div className="stack">
        <TextField label={t('new.name')} value={draft.name} onChange={(name) => change({ name })} maxLength={120} takesFocus />
        <TextField label={t('new.interactions')} help={t('new.interactionsHelp')} value={draft.interactions} onChange={(text) => change({ interactions: text })} rows={4} />
        <div><Button size="small" onPress={() => void drawThree().then((ids) => change({ interactions: ids.join('\n') }))}>{t('new.draw')}</Button></div>
        <TextField label={t('new.raters')} help={t('new.ratersHelp', { me: choices.data?.me ?? '' })} value={draft.raters} onChange={(text) => change({ raters: text })} rows={3} />
        <fieldset className="plain-fieldset item-choice">
          <legend>{t('new.items')}</legend>
          {(choices.data?.items ?? []).map(({ item, name }) => (
            <Checkbox key={item} isSelected={!leftOut.has(item)} onChange={(isIn) => setLeftOut(new Set(isIn ? [...leftOut].filter((other) => other !== item) : [...leftOut, item]))}>{name}</Checkbox>
          ))}
        </fieldset>
        <TextField label={t('new.closesOn')} type="date" value={draft.closesOn} onChange={(closesOn) => change({ closesOn })} />
        <TextField label={t('new.word')} help={t('new.wordHelp')} value={draft.openingWord} onChange={(openingWord) => change({ openingWord })} problem={isWordShort ? t('new.wordShort') : null} maxLength={200} />
      </div>
    </Dialog>
  );
}
