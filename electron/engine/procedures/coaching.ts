import {
  addCoachingSession, changeCoachingSession, raiseDispute, removeCoachingSession, settleDispute, withdrawDispute,
} from '#shared/commands/coaching.ts';
import { EarshotError } from '#shared/errors.ts';
import { exportSheet } from '#engine/coaching-sheet/export-sheet.ts';
import { coachingReport } from '#engine/metrics/coaching/person.ts';
import type { Session } from '#engine/session.ts';
import { findDispute, findSession, listPeople } from '#engine/store/queries/coaching.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { evaluationsOf } from '#engine/store/queries/evaluations.ts';
import { desk } from './desk.ts';

const stale = ['coaching', 'project'];

function mustFindPerson(session: Session, agentId: string) {
  const person = listPeople(session.db).find((candidate) => candidate.agentId === agentId);
  if (!person) throw new EarshotError('NOT_FOUND', 'This project knows no such person.');
  return person;
}

function mustFindRecord(session: Session, id: string) {
  const found = findSession(session.db, id);
  if (!found) throw new EarshotError('NOT_FOUND', 'The session is not there any more.');
  return found;
}

function mustFindDispute(session: Session, id: string) {
  const found = findDispute(session.db, id);
  if (!found) throw new EarshotError('NOT_FOUND', 'The objection is not there any more.');
  return found;
}

/** An evaluation as it stands: kept with an objection, because the score may change later. */
function snapshotOf(session: Session, evaluationId: string): Record<string, unknown> {
  const row = session.db.get<{ interactionId: string | null }>('SELECT interaction_id AS interactionId FROM evaluation WHERE id = ?', [evaluationId]);
  const interactionId = row?.interactionId ?? null;
  const evaluation = interactionId === null ? undefined : evaluationsOf(session.db, interactionId).find(({ id }) => id === evaluationId);
  if (!evaluation) throw new EarshotError('NOT_FOUND', 'The evaluation is not there any more.');
  return evaluation;
}

export function coachingProcedures(session: Session) {
  const today = () => session.now().slice(0, 10);
  const reportOf = ({ agentId, from, to }: { agentId: string; from: string | null; to: string | null }) => coachingReport(session.db, {
    person: mustFindPerson(session, agentId), from, to, definitions: readDefinitions(session.db).definitions, today: today(),
  });
  return desk.coaching.router({
    people: desk.coaching.people.handler(() => listPeople(session.db)),
    person: desk.coaching.person.handler(({ input }) => reportOf(input)),
    exportSheet: desk.coaching.exportSheet.handler(({ input, signal = new AbortController().signal }) => {
      const { files, printPdf } = session.options;
      return exportSheet({ files, printPdf, signal }, reportOf(input), today());
    }),
    addSession: desk.coaching.addSession.handler(async ({ input }) => {
      const record = { ...input, agentId: mustFindPerson(session, input.agentId).agentId, id: session.options.newId(), createdAt: session.now(), createdBy: session.options.actor };
      await session.execute(addCoachingSession, record, stale);
      return mustFindRecord(session, record.id);
    }),
    changeSession: desk.coaching.changeSession.handler(async ({ input: { seen, ...input } }) => {
      const { createdAt, createdBy } = mustFindRecord(session, input.id);
      await session.edit({ definition: changeCoachingSession, payload: { ...input, createdAt, createdBy }, seen }, stale);
      return mustFindRecord(session, input.id);
    }),
    removeSession: desk.coaching.removeSession.handler(async ({ input: { seen, ...input } }) => {
      await session.edit({ definition: removeCoachingSession, payload: input, seen }, stale);
      return { removed: true };
    }),
    dispute: desk.coaching.dispute.handler(async ({ input }) => {
      const id = session.options.newId();
      await session.execute(raiseDispute, {
        ...input, id, snapshot: snapshotOf(session, input.evaluationId), raisedAt: session.now(), raisedBy: session.options.actor,
        state: 'open', answer: null, settledAt: null, settledBy: null,
      }, stale);
      return mustFindDispute(session, id);
    }),
    settleDispute: desk.coaching.settleDispute.handler(async ({ input: { seen, ...input } }) => {
      await session.edit({ definition: settleDispute, payload: { ...input, settledAt: session.now(), settledBy: session.options.actor }, seen }, stale);
      return mustFindDispute(session, input.id);
    }),
    withdrawDispute: desk.coaching.withdrawDispute.handler(async ({ input: { seen, ...input } }) => {
      await session.edit({ definition: withdrawDispute, payload: input, seen }, stale);
      return { withdrawn: true };
    }),
  });
}
