import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { jobLabel, progressWords } from '#renderer/app/job-words.ts';
import { PauseButton } from '#renderer/app/pause-button.tsx';
import { useJobs } from '#renderer/app/use-jobs.ts';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { timeText } from '#renderer/ui/figure-text.ts';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Job } from '#shared/model/job.ts';
import './progress-dialogs.css';

/** Long work: what runs, what has ended, and how to stop it. */
export function JobsDialog() {
  const { t } = useTranslation('frame');
  const close = useOverlays((state) => state.close);
  const jobs = useJobs();
  return (
    <Dialog title={t('jobs.title')} closeLabel={t('keys.close')} isOpen onClose={close} size="wide">
      {jobs.length === 0 ? <p className="text-2">{t('jobs.empty')}</p> : (
        <ul className="jobs">{jobs.map((job) => <JobItem key={job.jobId} job={job} />)}</ul>
      )}
    </Dialog>
  );
}

function JobItem({ job }: { job: Job }) {
  const { t, locale } = useWriting();
  const label = jobLabel(t, job);
  if (job.endedAt === null) {
    const words = progressWords(t, job, locale);
    return (
      <li className="job">
        <ProgressBar label={`${label}: ${t(`frame:phase.${job.phase}`)}`} done={job.done} total={job.total} valueLabel={words} />
        <PauseButton job={job} label={label} />
        <Button size="small" aria-label={t('frame:jobs.cancelJob', { label })} onPress={() => void client.jobs.cancel({ jobId: job.jobId })}>{t('frame:jobs.cancel')}</Button>
      </li>
    );
  }
  return (
    <li className="job">
      <span className="grow">{label}{job.message === null ? null : <span className="caption job-message">{job.message}</span>}</span>
      <span className="badge" data-tone={job.state === 'done' ? 'ok' : job.state === 'failed' ? 'danger' : undefined}>{t(`frame:jobs.state.${job.state}`)}</span>
      <span className="caption tabular">{timeText(job.endedAt ?? job.startedAt, locale)}</span>
    </li>
  );
}
