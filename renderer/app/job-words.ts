import type { Job, JobProgress } from '#shared/model/job.ts';
import type { TFunction } from 'i18next';
import { countText, decimalText, durationText } from '#renderer/ui/figure-text.ts';

/** A job in words; the engine names it by what it does (`import`, `sample`, `export`). */
export function jobLabel(t: TFunction, job: Pick<Job, 'label'>): string {
  return t(`frame:jobs.label.${job.label}`, { defaultValue: t('frame:jobs.label.other') });
}

type Progress = Pick<JobProgress, 'done' | 'total' | 'rate' | 'leftMs' | 'isPaused'>;

/** `118 of 412 · 3.1 per second · about 2:10 left`; rate and time once they mean something; `118 of 412 · paused`. */
export function progressWords(t: TFunction, progress: Progress, locale: string): string {
  const { done, total, rate, leftMs, isPaused } = progress;
  return [
    total === null ? t('frame:progress.count', { done: countText(done, locale) }) : t('frame:progress.countOf', { done: countText(done, locale), total: countText(total, locale) }),
    ...(isPaused ? [t('frame:progress.paused')] : []),
    ...(rate !== null && rate > 0 ? [t('frame:progress.rate', { rate: decimalText(rate, locale, rate < 10 ? 1 : 0) })] : []),
    ...(leftMs !== null && leftMs > 0 ? [t('frame:progress.timeLeft', { time: durationText(leftMs) })] : []),
  ].join(' · ');
}
