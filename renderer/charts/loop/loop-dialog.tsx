import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useSeen } from '#renderer/engine/use-seen.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { loopParts } from '#shared/commands/signals.ts';
import type { Loop, LoopRow } from '#shared/model/loop.ts';
import './loop.css';

type Draft = Omit<LoopRow, 'verifiedOn' | 'verification'>;
const draftOf = ({ heardOn, owner, assignedOn, decision, decidedOn, changeMade, changedOn }: Loop): Draft => ({ heardOn, owner, assignedOn, decision, decidedOn, changeMade, changedOn });
const filled = (text: string): string | null => (text.trim() === '' ? null : text);

/** Who answers for it, what was decided and what was changed, each with its day; "verified" is for the test to say. */
export function LoopDialog({ loop, firstHeardOn, onClose }: { loop: Loop; firstHeardOn: string | null; onClose: () => void }) {
  const { t } = useTranslation('signals');
  const [draft, setDraft] = useState<Draft>(() => ({ ...draftOf(loop), heardOn: loop.heardOn ?? firstHeardOn }));
  const { seen, refused, saw } = useSeen(() => seenOf(loopParts, loop));
  const [error, setError] = useState<unknown>(null);
  const set = (key: keyof Draft) => (text: string): void => setDraft((before) => ({ ...before, [key]: filled(text) }));
  const keep = async (thenVerify: boolean): Promise<void> => {
    try {
      const saved = await client.signals.changeLoop({ subject: loop.subject, loop: draft, seen });
      saw(seenOf(loopParts, saved));
      if (thenVerify) await client.signals.verifyLoop({ subject: loop.subject, seen: seenOf(loopParts, saved) });
      announce(t(thenVerify ? 'loop.verified' : 'loop.saved'));
      onClose();
    } catch (failure) {
      setError(failure);
      refused(failure);
    }
  };
  const day = (key: 'heardOn' | 'assignedOn' | 'decidedOn' | 'changedOn') => <TextField label={t(`loop.field.${key}`)} type="date" value={draft[key] ?? ''} onChange={set(key)} />;
  return (
    <Dialog
      title={t('loop.title', { name: loop.name })}
      closeLabel={t('loop.close')}
      isOpen
      onClose={onClose}
      size="wide"
      actions={(
        <>
          <Button onPress={onClose}>{t('loop.cancel')}</Button>
          <Button isDisabled={draft.changedOn === null || draft.changeMade === null} onPress={() => void keep(true)}>{t('loop.verify')}</Button>
          <Button variant="primary" onPress={() => void keep(false)}>{t('loop.save')}</Button>
        </>
      )}
    >
      <div className="loop-fields">
        {day('heardOn')}
        <TextField label={t('loop.field.owner')} value={draft.owner ?? ''} onChange={set('owner')} maxLength={120} />
        {day('assignedOn')}
        <TextField label={t('loop.field.decision')} value={draft.decision ?? ''} onChange={set('decision')} maxLength={2000} rows={2} />
        {day('decidedOn')}
        <TextField label={t('loop.field.changeMade')} value={draft.changeMade ?? ''} onChange={set('changeMade')} maxLength={2000} rows={2} />
        {day('changedOn')}
      </div>
      <p className="text-2">{t('loop.rule')}</p>
      {error === null ? null : <ErrorState layout="bar" failure={failureOf(error)} />}
    </Dialog>
  );
}
