import type { Job, JobProgress } from '#shared/model/job.ts';
import type { TFunction } from 'i18next';
import { countText, decimalText, durationText } from '#renderer/ui/figure-text.ts';

/** A job in words; the engine names it by what it does (`import`, `sample`, `export`). */
export function jobLabel(t: TFunction, job: Pick<Job, 'label'>): string {
  return t(`frame:jobs.label.${job.label}`, { defaultValue: t('frame:jobs.label.other') });
}

type Speed = { startedAtMs: number; nowMs: number; locale: string };

/** `118 of 412 · 3.1 per second · about 2:10 left`; rate and time once they mean something, after three seconds. */
export function progressWords(t: TFunction, progress: Pick<JobProgress, 'done' | 'total'>, speed: Speed): string {
  const { done, total } = progress;
  const { locale } = speed;
  const seconds = (speed.nowMs - speed.startedAtMs) / 1000;
  const rate = seconds >= 3 ? done / seconds : 0;
  return [
    total === null ? t('frame:progress.count', { done: countText(done, locale) }) : t('frame:progress.countOf', { done: countText(done, locale), total: countText(total, locale) }),
    ...(rate > 0 ? [t('frame:progress.rate', { rate: decimalText(rate, locale, rate < 10 ? 1 : 0) })] : []),
    ...(rate > 0 && total !== null && done < total ? [t('frame:progress.timeLeft', { time: durationText(((total - done) / rate) * 1000) })] : []),
  ].join(' · ');
}
