import { useNavigation } from '#renderer/stores/navigation.ts';
import type { AuditQueue } from '#shared/model/audit-queue.ts';

/** Opens an interaction of a queue with its scorecard; the queue is the list that "next" and "previous" move in. */
export function openInQueue({ id, method }: Pick<AuditQueue, 'id' | 'method'>, interactionId: string): void {
  const sort = method === 'targeted' ? { by: 'startedAt' as const, descending: true } : { by: 'externalId' as const, descending: false };
  useNavigation.getState().go('listen', { interactionId, evaluate: 'quality', auditQueueId: id, list: { filter: { auditQueue: id }, sort } });
}
