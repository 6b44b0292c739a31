import { Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import type { JobProgress } from '#shared/model/job.ts';
import { client } from './connection.ts';

type PauseButtonProps = { job: Pick<JobProgress, 'jobId' | 'isPaused'>; label: string };

/** Holds a piece of long work, or lets it go on. */
export function PauseButton({ job: { jobId, isPaused }, label }: PauseButtonProps) {
  const { t } = useTranslation('frame');
  const press = (): void => void (isPaused ? client.jobs.resume({ jobId }) : client.jobs.pause({ jobId }));
  return (
    <Button size="small" icon={isPaused ? Play : Pause} aria-label={t(isPaused ? 'jobs.resumeJob' : 'jobs.pauseJob', { label })} onPress={press}>
      {t(isPaused ? 'jobs.resume' : 'jobs.pause')}
    </Button>
  );
}
