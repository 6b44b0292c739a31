import { addAttempt, removeAttempt } from '#shared/commands/training.ts';
import { EarshotError } from '#shared/errors.ts';
import { trainingItems, trainingReel } from '#engine/metrics/coaching/training.ts';
import type { Session } from '#engine/session.ts';
import { listPeople } from '#engine/store/queries/coaching.ts';
import { attemptsOf } from '#engine/store/queries/training.ts';
import { desk } from './desk.ts';

const stale = ['training', 'project'];

export function trainingProcedures(session: Session) {
  return desk.training.router({
    items: desk.training.items.handler(({ input }) => trainingItems(session.db, listPeople(session.db), input)),
    reel: desk.training.reel.handler(({ input: { item, ...period } }) => trainingReel(session.db, item, period)),
    attempts: desk.training.attempts.handler(({ input }) => attemptsOf(session.db, input.agentId)),
    addAttempt: desk.training.addAttempt.handler(async ({ input }) => {
      if (!listPeople(session.db).some(({ agentId }) => agentId === input.agentId)) throw new EarshotError('NOT_FOUND', 'This project knows no such person.');
      const attempt = { ...input, id: session.options.newId(), doneAt: session.now(), recordedBy: session.options.actor };
      await session.execute(addAttempt, attempt, stale);
      return attempt;
    }),
    removeAttempt: desk.training.removeAttempt.handler(async ({ input }) => {
      await session.execute(removeAttempt, input, stale);
      return { removed: true };
    }),
  });
}
