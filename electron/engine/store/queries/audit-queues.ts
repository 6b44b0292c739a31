import type { AuditQueue, AuditQueueEntry, FrameExclusions, FrameRule } from '#shared/model/audit-queue.ts';
import type { Database } from '../database.ts';
import { findForm } from './forms.ts';

type QueueSql = {
  id: string; name: string; method: AuditQueue['method']; form_version_id: string; filter: string; strata_field: string | null; strata: string; seed: number;
  frame_size: number; frame_hash: string; excluded: string; is_blind: number; hides_agent: number; drawn_at: string; drawn_by: string;
  total: number; finished: number; replaced: number; next_id: string | null;
};

const isFinished = 'EXISTS (SELECT 1 FROM evaluation e WHERE e.interaction_id = n.interaction_id AND e.queue_id = n.queue_id)';
const isWaiting = `n.replaced_because IS NULL AND NOT ${isFinished}`;
const countSql = (condition: string) => `(SELECT count(*) FROM audit_queue_entry n WHERE n.queue_id = q.id AND ${condition})`;

const select = `SELECT q.*, ${countSql('n.replaced_because IS NULL')} AS total, ${countSql(`n.replaced_because IS NULL AND ${isFinished}`)} AS finished,
  ${countSql('n.replaced_because IS NOT NULL')} AS replaced,
  (SELECT n.interaction_id FROM audit_queue_entry n WHERE n.queue_id = q.id AND ${isWaiting} ORDER BY n.position LIMIT 1) AS next_id FROM audit_queue q`;

function toQueue(db: Database, row: QueueSql): AuditQueue {
  const { rule, counts } = JSON.parse(row.excluded) as { rule: FrameRule; counts: FrameExclusions };
  return {
    id: row.id, name: row.name, method: row.method, formVersionId: row.form_version_id, formName: findForm(db, row.form_version_id)?.definition.name ?? '',
    filter: JSON.parse(row.filter) as AuditQueue['filter'], rule, strataField: row.strata_field as AuditQueue['strataField'], strata: JSON.parse(row.strata) as AuditQueue['strata'],
    seed: row.seed, frameSize: row.frame_size, frameHash: row.frame_hash, excluded: counts, isBlind: row.is_blind === 1, hidesAgent: row.hides_agent === 1,
    drawnAt: row.drawn_at, drawnBy: row.drawn_by, total: row.total, finished: row.finished, replaced: row.replaced, nextInteractionId: row.next_id,
  };
}

/** Every queue, newest first. */
export function listQueues(db: Database): AuditQueue[] {
  return db.all<QueueSql>(`${select} ORDER BY q.drawn_at DESC, q.id`).map((row) => toQueue(db, row));
}

export function findQueue(db: Database, id: string): AuditQueue | undefined {
  const row = db.get<QueueSql>(`${select} WHERE q.id = ?`, [id]);
  return row && toQueue(db, row);
}

/** What a queue holds, in the order in which it is worked. */
export function queueEntries(db: Database, id: string): AuditQueueEntry[] {
  return db.all<Omit<AuditQueueEntry, 'state'> & { isFinished: number; isBegun: number }>(
    `SELECT n.interaction_id AS interactionId, i.external_id AS externalId, n.position, n.stratum, n.probability, n.replaced_because AS replacedBecause,
       ${isFinished} AS isFinished, EXISTS (SELECT 1 FROM evaluation_draft d WHERE d.interaction_id = n.interaction_id AND d.queue_id = n.queue_id) AS isBegun
     FROM audit_queue_entry n JOIN interaction i ON i.id = n.interaction_id WHERE n.queue_id = ? ORDER BY n.position`, [id],
  ).map(({ isFinished: finished, isBegun, ...entry }) => ({
    ...entry, state: entry.replacedBecause !== null ? 'replaced' : finished === 1 ? 'finished' : isBegun === 1 ? 'begun' : 'waiting',
  }));
}

/**
 * Whether an interaction waits in a queue that hides what the customer said (or who the agent was) until it is evaluated.
 * Needs the alias `i` (interaction).
 */
export const waitsBlindSql = (what: 'is_blind' | 'hides_agent') => `EXISTS (SELECT 1 FROM audit_queue_entry n JOIN audit_queue q ON q.id = n.queue_id
  WHERE n.interaction_id = i.id AND q.${what} = 1 AND ${isWaiting})`;
