import { LockKeyhole } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, type Failure } from '#renderer/engine/failure.ts';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import './lock-screen.css';
import { closeProject, forgetAnswers, unlockProject } from './project-acts.ts';

/** All that is shown of a locked project: its name, and a field for its passphrase. Where the person was is in the address. */
export function LockScreen({ project }: { project: { id: string; name: string } }) {
  const { t } = useTranslation('frame');
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isOpening, setOpening] = useState(false);
  useEffect(() => {
    useOverlays.getState().close();
    forgetAnswers();
  }, []);
  const unlock = async (): Promise<void> => {
    setOpening(true);
    setFailure(null);
    try {
      await unlockProject(project.id, passphrase);
    } catch (error) {
      setFailure(failureOf(error));
      setOpening(false);
    }
  };
  const isWrong = failure?.code === 'WRONG_PASSPHRASE';
  return (
    <main className="lock-screen" id="content" aria-label={t('main.label')} data-overlay="">
      <form
        className="card stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '' && !isOpening) void unlock();
        }}
      >
        <LockKeyhole aria-hidden size={28} />
        <h1>{t('locked.title')}</h1>
        <p className="text-2">{t('locked.text', { name: project.name })}</p>
        {failure === null || isWrong ? null : <ErrorState layout="bar" failure={failure} />}
        <TextField label={t('unlock.passphrase')} type="password" takesFocus value={passphrase} onChange={setPassphrase} help={t('unlock.help')} problem={isWrong ? t('errors:byCode.WRONG_PASSPHRASE.what') : null} />
        <div className="row row-wrap">
          <Button type="submit" variant="primary" isDisabled={passphrase === '' || isOpening}>{isOpening ? t('locked.opening') : t('locked.unlock')}</Button>
          <Button onPress={() => void closeProject()} isDisabled={isOpening}>{t('locked.leave')}</Button>
        </div>
      </form>
    </main>
  );
}
