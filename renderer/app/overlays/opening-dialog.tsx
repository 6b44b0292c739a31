import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { progressWords } from '#renderer/app/job-words.ts';
import { salvageProject } from '#renderer/app/project-acts.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { type DamagedProject, useOpening } from '#renderer/stores/opening.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { DamagedDialog } from './damaged-dialog.tsx';
import './progress-dialogs.css';
import { SalvagedDialog } from './salvaged-dialog.tsx';

/** A project on its way in, with a way to stop it; or why it did not open. */
export function OpeningDialog() {
  const { t } = useTranslation('frame');
  const { locale } = useWriting();
  const { label, progress, error, cancel, end, unlock, damaged, salvaged } = useOpening();
  if (label !== null) {
    const words = progress === null ? undefined : `${t(`phase.${progress.phase}`)} ${progressWords(t, progress, locale)}`;
    return (
      <Dialog
        title={label}
        closeLabel={t('opening.cancel')}
        isOpen
        onClose={() => cancel?.()}
        role="alertdialog"
        actions={<Button onPress={() => cancel?.()}>{t('opening.cancel')}</Button>}
      >
        <ProgressBar label={label} isLabelHidden done={progress?.done ?? 0} total={progress?.total ?? null} {...(words === undefined ? {} : { valueLabel: words })} />
        <p className="caption tabular opening-words">{words}</p>
      </Dialog>
    );
  }
  if (salvaged !== null) return <SalvagedDialog {...salvaged} onClose={() => end()} />;
  if (error === null || error === undefined) return null;
  if (unlock !== null) return <UnlockDialog error={error} damaged={damaged} onUnlock={unlock} onClose={() => end()} />;
  if (damaged !== null) return <DamagedDialog error={error} project={damaged} onClose={() => end()} />;
  return (
    <Dialog title={t('opening.failed')} closeLabel={t('opening.dismiss')} isOpen onClose={() => end()}>
      <ErrorState layout="bar" failure={failureOf(error)} />
    </Dialog>
  );
}

/** Asks for the passphrase of an encrypted project; what was typed is forgotten with the dialog. */
function UnlockDialog({ error, damaged, onUnlock, onClose }: { error: unknown; damaged: DamagedProject | null; onUnlock: (passphrase: string) => void; onClose: () => void }) {
  const { t } = useTranslation('frame');
  const [passphrase, setPassphrase] = useState('');
  const isWrong = failureOf(error).code === 'WRONG_PASSPHRASE';
  return (
    <Dialog title={t('unlock.title')} closeLabel={t('opening.dismiss')} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') onUnlock(passphrase);
        }}
      >
        <TextField label={t('unlock.passphrase')} type="password" takesFocus value={passphrase} onChange={setPassphrase} help={t('unlock.help')} problem={isWrong ? t('errors:byCode.WRONG_PASSPHRASE.what') : null} />
        <div className="row row-wrap">
          <Button type="submit" variant="primary" isDisabled={passphrase === ''}>{t('unlock.open')}</Button>
          {damaged === null ? null : <Button onPress={() => void salvageProject(damaged, t('salvage:saving', { name: damaged.name }))}>{t('salvage:surePassphrase')}</Button>}
        </div>
      </form>
    </Dialog>
  );
}
