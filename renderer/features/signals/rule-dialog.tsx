import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

/** Saves words to be watched week by week. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('signals');
  const [name, setName] = useState('');
  const [words, setWords] = useState('');
  const [error, setError] = useState<unknown>(null);
  const save = async (): Promise<void> => {
    try {
      await client.signals.addRule({ name: name.trim(), words: words.trim() });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      title={t('command.addRule')}
      closeLabel={t('loop.close')}
      isOpen
      onClose={onClose}
      actions={<><Button onPress={onClose}>{t('loop.cancel')}</Button><Button variant="primary" isDisabled={name.trim() === '' || words.trim() === ''} onPress={() => void save()}>{t('rule.save')}</Button></>}
    >
      <div className="stack">
        <TextField label={t('rule.name')} value={name} onChange={setName} maxLength={120} takesFocus />
        <TextField label={t('rule.words')} help={t('rule.help')} value={words} onChange={setWords} maxLength={500} />
        {error === null ? null : <ErrorState layout="bar" failure={failureOf(error)} />}
      </div>
    </Dialog>
  );
}
