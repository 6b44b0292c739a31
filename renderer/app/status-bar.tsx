import { memo } from 'react';
import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Job } from '#shared/model/job.ts';
import type { ProjectInfo } from '#shared/model/project.ts';
import { countText, shareText, timeText, type Writing } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { runCommand } from './commands/handlers.ts';
import { jobLabel } from './job-words.ts';
import './status-bar.css';
import { useConnectionState } from './use-engine-state.ts';
import { useJobs } from './use-jobs.ts';

/** What is open, that it is saved, what is running, and that nothing leaves this computer. */
export const StatusBar = memo(function StatusBar({ project }: { project: ProjectInfo | null }) {
  const writing = useWriting();
  const { t } = useTranslation('frame');
  const connection = useConnectionState();
  const running = useJobs().filter((job) => job.endedAt === null);
  return (
    <footer className="status-bar" aria-label={t('status.label')} data-region="status">
      <span className="truncate" dir="auto">{project?.name ?? t('status.noProject')}</span>
      {connection === 'lost' || connection === 'refused'
        ? <span className="status-item" data-tone="danger"><TriangleAlert aria-hidden size={14} />{t('status.lost')}</span>
        : project === null ? null : <span className="status-item"><Check aria-hidden size={14} />{t('status.savedAt', { time: timeText(project.savedAt, writing.locale) })}</span>}
      {running.length === 0 ? null : (
        <AriaButton className="status-job" onPress={() => runCommand('view.jobs')}>
          <LoaderCircle aria-hidden size={14} className="spinner" />
          {runningText(running, writing)}
        </AriaButton>
      )}
      <span className="grow" />
      <span className="status-item"><CloudOff aria-hidden size={14} />{t('status.offline')}</span>
    </footer>
  );
});

function runningText(running: readonly Job[], { t, locale }: Writing): string {
  const job = running[0];
  if (!job || running.length > 1) return t('frame:status.jobs', { count: running.length });
  const label = jobLabel(t, job);
  if (job.total === null || job.total === 0) return t('frame:status.jobCount', { label, done: countText(job.done, locale) });
  return t('frame:status.jobShare', { label, share: shareText(job.done / job.total, locale) });
}
