import { useTranslation } from 'react-i18next';
import { progressWords } from '#renderer/app/job-words.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { JobState } from './use-job.ts';

/** How far long work is, with a way to stop it, or why it failed. */
export function JobView({ label, state, onCancel }: { label: string; state: JobState<unknown>; onCancel?: () => void }) {
  const { t } = useTranslation('privacy');
  const { locale } = useWriting();
  if (state.phase === 'failed') return <ErrorState layout="bar" failure={failureOf(state.error)} />;
  if (state.phase !== 'running') return null;
  const { progress } = state;
  return (
    <div className="row privacy-job">
      <ProgressBar label={label} done={progress?.done ?? 0} total={progress?.total ?? null} valueLabel={progress === null ? '' : progressWords(t, progress, locale)} />
      {onCancel === undefined ? null : <Button size="small" onPress={onCancel}>{t('cancel')}</Button>}
    </div>
  );
}
