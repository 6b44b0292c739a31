import { discardDraft, finishEvaluation, reopenEvaluation, saveDraft } from '#shared/commands/evaluations.ts';
import { EarshotError } from '#shared/errors.ts';
import type { EvaluationDraft, EvaluationKind } from '#shared/model/evaluation.ts';
import { withHeard } from '#shared/form/listening-coverage.ts';
import type { HeardSpan } from '#shared/model/listening.ts';
import { finished } from '#engine/evaluating/finish.ts';
import type { Session } from '#engine/session.ts';
import { findQueue, queueEntries } from '#engine/store/queries/audit-queues.ts';
import { draftOf, findDraft } from '#engine/store/queries/evaluation-drafts.ts';
import { draftBefore, findEvaluation, finishedBy } from '#engine/store/queries/evaluations.ts';
import { currentForm } from '#engine/store/queries/forms.ts';
import { desk } from './desk.ts';
import { asked, formProcedures, mustFindForm, storingForm } from './evaluation-forms.ts';
import { mustFindQueue, queueProcedures } from './evaluation-queues.ts';
import { mustFindInteraction } from './interactions.ts';

const stale = ['evaluations', 'project'];
/** A finished evaluation is company-perceived quality: every figure that rests on it is asked for again. */
const staleFigures = [...stale, 'interactions', 'gap', 'metrics', 'briefing'];

type Which = { interactionId: string; queueId: string | null; kind: EvaluationKind };

/** Whose evaluation it is: the person at the desk, or for a self-assessment the agent who handled the interaction. */
function whose(session: Session, { interactionId, kind }: Which): Pick<EvaluationDraft, 'interactionId' | 'kind' | 'evaluator'> {
  const { interaction } = mustFindInteraction(session, interactionId);
  const agent = interaction.agentName ?? interaction.agent;
  if (kind === 'self' && agent === null) throw new EarshotError('REFUSED', 'Nothing says who handled this interaction, so nobody can assess themselves.');
  return { interactionId: interaction.id, kind, evaluator: kind === 'self' ? agent ?? '' : session.options.actor };
}

function inHand(session: Session, which: Which) {
  const { db } = session;
  const who = whose(session, which);
  const draft = draftOf(db, who) ?? null;
  const done = draft === null ? finishedBy(db, who) ?? null : null;
  const queue = which.queueId === null ? null : mustFindQueue(session, which.queueId);
  const versionId = draft?.formVersionId ?? done?.formVersionId ?? queue?.formVersionId;
  const position = queue === null ? null : queueEntries(db, queue.id).filter((entry) => entry.replacedBecause === null).findIndex((entry) => entry.interactionId === who.interactionId);
  return {
    form: versionId === undefined ? currentForm(db) : mustFindForm(session, versionId), draft, finished: done, evaluator: who.evaluator, queue,
    position: position === null || position < 0 ? null : position + 1,
  };
}

/** What was heard in any sitting, also in another window. */
function heardBy(draft: EvaluationDraft | null, heard: readonly HeardSpan[]): HeardSpan[] {
  return heard.reduce<HeardSpan[]>((spans, span) => [...withHeard(spans, span)], [...draft?.heard ?? []]);
}

function mustFindDraft(session: Session, id: string): EvaluationDraft {
  const draft = findDraft(session.db, id);
  if (!draft) throw new EarshotError('NOT_FOUND', 'The evaluation is not there any more.');
  return draft;
}

function fillingProcedures(session: Session) {
  const { open, save, discard, finish, reopen } = desk.evaluations;
  return {
    open: open.handler(({ input }) => inHand(session, input)),
    save: save.handler(async ({ input }) => {
      let id = '';
      await session.executeAll(() => {
        const { form, draft } = inHand(session, input);
        id = draft?.id ?? session.options.newId();
        // What was seen once stays seen, and what was heard stays heard.
        const isBlind = input.isBlind && (draft?.isBlind ?? true);
        const payload = {
          ...whose(session, input), id, formVersionId: form.id, queueId: draft?.queueId ?? input.queueId, answers: input.answers, note: input.note, heard: heardBy(draft, input.heard), isBlind,
          startedAt: draft?.startedAt ?? session.now(),
        };
        return [...storingForm(session, form), { ...asked(saveDraft, payload), seen: input.seen }];
      }, stale);
      return mustFindDraft(session, id);
    }),
    discard: discard.handler(async ({ input }) => {
      await session.edit({ definition: discardDraft, payload: { id: mustFindDraft(session, input.id).id }, seen: input.seen }, stale);
      return { discarded: true };
    }),
    finish: finish.handler(async ({ input }) => {
      let draftId = '';
      await session.executeAll((db) => {
        const { form, draft } = inHand(session, input);
        if (!draft) throw new EarshotError('REFUSED', 'Nothing is answered yet.');
        draftId = draft.id;
        const complete = { ...draft, heard: heardBy(draft, input.heard), isBlind: draft.isBlind && input.isBlind };
        const queue = draft.queueId === null ? undefined : findQueue(db, draft.queueId);
        return [{ ...asked(finishEvaluation, finished(complete, form.definition, { evaluatedAt: session.now(), queue })), seen: input.seen }];
      }, staleFigures);
      const evaluation = findEvaluation(session.db, draftId);
      if (!evaluation) throw new EarshotError('NOT_FOUND', 'The evaluation is not there any more.');
      return { evaluation, queue: evaluation.queueId === null ? null : mustFindQueue(session, evaluation.queueId) };
    }),
    reopen: reopen.handler(async ({ input }) => {
      const before = draftBefore(session.db, input.id);
      if (!before) throw new EarshotError('REFUSED', 'Only an evaluation that was made in Earshot can be opened again.');
      if (draftOf(session.db, before)) throw new EarshotError('REFUSED', 'Another evaluation of this interaction is open already.');
      // By now the customer's answer may have been read.
      await session.execute(reopenEvaluation, { id: input.id, draft: { ...before, isBlind: false } }, staleFigures);
      return mustFindDraft(session, input.id);
    }),
  };
}

export function evaluationProcedures(session: Session) {
  return desk.evaluations.router({ ...formProcedures(session), ...fillingProcedures(session), ...queueProcedures(session) });
}
