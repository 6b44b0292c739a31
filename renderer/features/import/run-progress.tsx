import { useTranslation } from 'react-i18next';
import { progressWords } from '#renderer/app/job-words.ts';
import { PauseButton } from '#renderer/app/pause-button.tsx';
import { useImportRun } from '#renderer/stores/import-run.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';

/** How far the check or the import is: count, rate, time left, what is in hand; and a way to stop. */
export function RunProgress({ label, onCancel }: { label: string; onCancel: () => void }) {
  const { t } = useTranslation();
  const { locale } = useWriting();
  const progress = useImportRun((state) => state.progress);
  const words = progress === null ? undefined : progressWords(t, progress, locale);
  return (
    <div className="run-progress">
      <ProgressBar
        label={progress === null ? label : `${label}: ${t(`frame:phase.${progress.phase}`)}`}
        done={progress?.done ?? 0}
        total={progress?.total ?? null}
        {...(words === undefined ? {} : { valueLabel: words })}
      />
      <div className="row">
        <span className="caption truncate grow"><bdi>{progress?.item ?? ''}</bdi></span>
        {progress === null ? null : <PauseButton job={progress} label={label} />}
        <Button onPress={onCancel}>{t('import:cancel')}</Button>
      </div>
    </div>
  );
}
