import { drawQueue, removeQueue, replaceInQueue } from '#shared/commands/evaluations.ts';
import { EarshotError } from '#shared/errors.ts';
import type { AuditQueue } from '#shared/model/audit-queue.ts';
import { draw, frameAdvice, frameOf, replacement } from '#engine/evaluating/draw.ts';
import type { Session } from '#engine/session.ts';
import { findQueue, listQueues, queueEntries } from '#engine/store/queries/audit-queues.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { currentForm } from '#engine/store/queries/forms.ts';
import { desk } from './desk.ts';
import { asked, mustFindForm, storingForm } from './evaluation-forms.ts';

/** Rows of the list hide what waits in a blind queue. */
const stale = ['evaluations', 'interactions', 'project'];

/** @throws EarshotError NOT_FOUND */
export function mustFindQueue(session: Session, id: string): AuditQueue {
  const queue = findQueue(session.db, id);
  if (!queue) throw new EarshotError('NOT_FOUND', 'The queue is not there any more.');
  return queue;
}

export function queueProcedures(session: Session) {
  const { frame, draw: drawing, queues, queue, removeQueue: remove, replace } = desk.evaluations;
  const rule = () => readDefinitions(session.db).definitions;
  return {
    frame: frame.handler(({ input }) => frameAdvice(session.db, rule(), input)),
    draw: drawing.handler(async ({ input }) => {
      const { name, formVersionId, isBlind, hidesAgent, size: _size, ...request } = input;
      const drawn = draw(session.db, rule(), input);
      if (drawn.entries.length === 0) throw new EarshotError('REFUSED', 'Nothing is left to draw from. Widen the filter, or leave less out.');
      const form = formVersionId === null ? currentForm(session.db) : mustFindForm(session, formVersionId);
      if (form.state === 'draft') throw new EarshotError('REFUSED', 'A draft is not evaluated with. Publish the form first.');
      const id = session.options.newId();
      await session.executeAll([...storingForm(session, form), asked(drawQueue, {
        ...request, id, name, formVersionId: form.id, strata: drawn.strata, frameSize: drawn.frame.units.length, frameHash: drawn.frame.hash, excluded: drawn.frame.excluded,
        isBlind, hidesAgent, drawnAt: session.now(), drawnBy: session.options.actor, entries: drawn.entries,
      })], stale);
      return mustFindQueue(session, id);
    }),
    queues: queues.handler(() => listQueues(session.db)),
    queue: queue.handler(({ input }) => ({ queue: mustFindQueue(session, input.id), entries: queueEntries(session.db, input.id) })),
    removeQueue: remove.handler(async ({ input }) => {
      await session.edit({ definition: removeQueue, payload: { id: mustFindQueue(session, input.id).id }, seen: input.seen }, stale);
      return { removed: true };
    }),
    replace: replace.handler(async ({ input: { queueId, interactionId, because } }) => {
      const { filter, rule: frameRule, strataField, method, seed } = mustFindQueue(session, queueId);
      const entries = queueEntries(session.db, queueId);
      const own = entries.find((entry) => entry.interactionId === interactionId);
      const from = frameOf(session.db, rule(), { method, filter, rule: frameRule, strataField, size: 1, seed });
      const unit = replacement(from, new Set(entries.map((entry) => entry.interactionId)), { stratum: own?.stratum ?? null, seed });
      const position = Math.max(0, ...entries.map((entry) => entry.position)) + 1;
      const by = unit && { interactionId: unit.id, position, stratum: unit.stratum, probability: own?.probability ?? null, replacedBecause: null };
      await session.execute(replaceInQueue, { queueId, interactionId, because, by }, stale);
      return mustFindQueue(session, queueId);
    }),
  };
}
