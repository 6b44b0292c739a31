import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useSeen } from '#renderer/engine/use-seen.ts';
import type { Signal } from '#shared/model/signal.ts';
import { seenOfMark } from './seen-of-mark.ts';

/** Makes a cause to listen for of a rule or of new words. */
export function CauseDialog({ signal, onClose }: { signal: Signal; onClose: () => void }) {
  const { t } = useTranslation('signals');
  const [draft, setDraft] = useState({ name: signal.name, key: '', owner: '' });
  const [error, setError] = useState<unknown>(null);
  const set = (field: keyof typeof draft) => (text: string): void => setDraft((before) => ({ ...before, [field]: text }));
  const { seen, refused } = useSeen(() => seenOfMark(signal));
  const make = async (): Promise<void> => {
    try {
      await client.signals.makeCause({ subject: signal.subject, onset: signal.onset, key: draft.key.trim(), name: draft.name.trim(), owner: draft.owner.trim() === '' ? null : draft.owner.trim(), seen });
      onClose();
    } catch (failure) {
      setError(failure);
      refused(failure);
    }
  };
  return (
    <Dialog
      title={t('cause.title')}
      closeLabel={t('loop.close')}
      isOpen
      onClose={onClose}
      actions={<><Button onPress={onClose}>{t('loop.cancel')}</Button><Button variant="primary" isDisabled={draft.name.trim() === '' || draft.key.trim() === ''} onPress={() => void make()}>{t('cause.make')}</Button></>}
    >
      <div className="stack">
        <TextField label={t('cause.name')} value={draft.name} onChange={set('name')} maxLength={120} takesFocus />
        <TextField label={t('cause.key')} help={t('cause.keyHelp')} value={draft.key} onChange={set('key')} maxLength={8} />
        <TextField label={t('cause.owner')} value={draft.owner} onChange={set('owner')} maxLength={120} />
        {error === null ? null : <ErrorState layout="bar" failure={failureOf(error)} />}
      </div>
    </Dialog>
  );
}
