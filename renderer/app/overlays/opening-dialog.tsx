import { useTranslation } from 'react-i18next';
import { progressWords } from '#renderer/app/job-words.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useOpening } from '#renderer/stores/opening.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import './progress-dialogs.css';

/** A project on its way in, with a way to stop it; or why it did not open. */
export function OpeningDialog() {
  const { t } = useTranslation('frame');
  const { locale } = useWriting();
  const { label, progress, error, cancel, end } = useOpening();
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
  if (error === null || error === undefined) return null;
  return (
    <Dialog title={t('opening.failed')} closeLabel={t('opening.dismiss')} isOpen onClose={() => end()}>
      <ErrorState layout="bar" failure={failureOf(error)} />
    </Dialog>
  );
}
