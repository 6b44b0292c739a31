import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, dateTimeText } from '#renderer/ui/figure-text.ts';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useTranslation } from 'react-i18next';
import { seenOf } from '#shared/commands/edit.ts';
import { queueParts } from '#shared/commands/evaluations.ts';
import type { AuditQueue } from '#shared/model/audit-queue.ts';
import { openInQueue } from './open-queue.ts';

/** One queue: how far it is, how it came about, and the way into it. */
export function QueueCard({ queue }: { queue: AuditQueue }) {
  const { t } = useTranslation('evaluate');
  const { locale } = useWriting();
  const next = queue.nextInteractionId;
  const { evaluated, tooShort, unusable } = queue.excluded;
  const remove = (): void => {
    client.evaluations.removeQueue({ id: queue.id, seen: seenOf(queueParts, queue) })
      .then(() => announce(t('queues.removed', { name: queue.name })))
      .catch((error: unknown) => {
        useToasts.getState().show({ tone: 'danger', text: failureText(t, failureOf(error)) });
      });
  };
  return (
    <article className="queue-card" aria-label={queue.name}>
      <header className="row row-wrap">
        <h3 className="grow"><bdi>{queue.name}</bdi></h3>
        <span className="queue-method" data-method={queue.method}>{t(`method.${queue.method}`)}</span>
      </header>
      <ProgressBar label={t('queues.progress')} isLabelHidden done={queue.finished} total={queue.total} valueLabel={t('queues.done', { finished: queue.finished, total: queue.total })} />
      <p className="tabular">{t('queues.done', { finished: countText(queue.finished, locale), total: countText(queue.total, locale) })}{queue.replaced > 0 ? ` · ${t('queues.replaced', { count: queue.replaced })}` : ''}</p>
      <p className="caption">{t(queue.method === 'targeted' ? 'queues.fromChosen' : 'queues.from', { count: queue.frameSize, frame: countText(queue.frameSize, locale), seed: queue.seed, at: dateTimeText(queue.drawnAt, locale), by: queue.drawnBy })}</p>
      <p className="caption">{t('queues.excluded', { evaluated: countText(evaluated, locale), tooShort: countText(tooShort, locale), unusable: countText(unusable, locale) })} {t('queues.frameHash', { hash: queue.frameHash.slice(0, 12) })}</p>
      <p className="caption">{[queue.formName, t(queue.isBlind ? 'queues.blind' : 'queues.notBlind'), queue.hidesAgent ? t('queues.agentHidden') : null].filter((part) => part !== null).join(' · ')}</p>
      {queue.method === 'targeted' ? <p className="queue-targeted">{t('queues.targeted')}</p> : null}
      <div className="row row-wrap">
        {next === null ? <strong>{t('queues.complete')}</strong> : <Button variant="primary" aria-label={t('queues.openNextOf', { name: queue.name })} onPress={() => openInQueue(queue, next)}>{t('queues.openNext')}</Button>}
        <Button onPress={() => useNavigation.getState().go('interactions', { filter: { auditQueue: queue.id } })}>{t('queues.list')}</Button>
        <Button variant="quiet" aria-label={t('queues.removeOf', { name: queue.name })} onPress={remove}>{t('queues.remove')}</Button>
      </div>
    </article>
  );
}
