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

/** Not an issue, and why: the reason is kept with the signal. */
export function DismissDialog({ signal, onClose }: { signal: Signal; onClose: () => void }) {
  const { t } = useTranslation('signals');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const { seen, refused } = useSeen(() => seenOfMark(signal));
  const dismiss = async (): Promise<void> => {
    try {
      await client.signals.mark({ subject: signal.subject, onset: signal.onset, state: 'dismissed', reason, seen });
      onClose();
    } catch (failure) {
      setError(failure);
      refused(failure);
    }
  };
  return (
    <Dialog
      title={t('dismiss.title', { name: signal.name })}
      closeLabel={t('loop.close')}
      isOpen
      onClose={onClose}
      actions={<><Button onPress={onClose}>{t('loop.cancel')}</Button><Button variant="primary" isDisabled={reason.trim() === ''} onPress={() => void dismiss()}>{t('act.dismissNow')}</Button></>}
    >
      <TextField label={t('dismiss.reason')} help={t('dismiss.help')} value={reason} onChange={setReason} maxLength={1000} takesFocus />
      {error === null ? null : <ErrorState layout="bar" failure={failureOf(error)} />}
    </Dialog>
  );
}
