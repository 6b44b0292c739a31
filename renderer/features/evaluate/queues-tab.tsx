import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AuditQueue } from '#shared/model/audit-queue.ts';
import { DrawForm } from './draw-form.tsx';
import { openInQueue } from './open-queue.ts';
import { QueueCard } from './queue-card.tsx';

function openNext(queue: AuditQueue | undefined): void {
  const next = queue?.nextInteractionId ?? null;
  if (queue && next !== null) openInQueue(queue, next);
}

/** The queues there are, and the form that draws another. */
export function QueuesTab() {
  const { t } = useTranslation('evaluate');
  const { data, error, refetch } = useQuery(orpc.evaluations.queues.queryOptions());
  const open = data?.find(({ nextInteractionId }) => nextInteractionId !== null);
  useCommandHandlers({
    'evaluate.continue': { isEnabled: () => open !== undefined, run: () => openNext(open) },
  });
  return (
    <div className="evaluate-queues">
      <section aria-labelledby="queues-title">
        <h2 id="queues-title">{t('queues.title')}</h2>
        {error ? <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
        {data === undefined && !error ? <Delayed><Skeleton lines={4} label={t('loading')} /></Delayed> : null}
        {data?.length === 0 ? <EmptyState icon={ListChecks} title={t('queues.empty')}><p>{t('queues.emptyText')}</p></EmptyState> : null}
        <ul className="queue-list">{data?.map((queue) => <li key={queue.id}><QueueCard queue={queue} /></li>)}</ul>
      </section>
      <DrawForm />
    </div>
  );
}
