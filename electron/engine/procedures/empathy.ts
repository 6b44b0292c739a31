import { addOpportunity, changeOpportunity, removeOpportunity } from '#shared/commands/empathy.ts';
import { changeSetting } from '#shared/commands/settings.ts';
import { EarshotError } from '#shared/errors.ts';
import type { CueCandidate } from '#shared/model/empathy.ts';
import { cueListKey, readCueList } from '#engine/empathy/cue-list.ts';
import { cueMatcher } from '#engine/empathy/cue-matcher.ts';
import { empathyFigures, measureCueList } from '#engine/metrics/coaching/empathy.ts';
import type { Session } from '#engine/session.ts';
import { findOpportunity, opportunitiesOf, opportunityBy } from '#engine/store/queries/empathy.ts';
import { hiddenUntilEvaluated } from '#engine/store/queries/interactions.ts';
import { hideInTurns } from '#engine/store/queries/redactions.ts';
import { turnsOf } from '#engine/store/queries/turns.ts';
import { desk } from './desk.ts';
import { mustFindInteraction, mustFindInteractionId } from './interactions.ts';

const stale = ['empathy', 'project'];

/** Where the list offers a cue, in the words as this window may see them. */
function candidatesIn(session: Session, interactionId: string, key: number): CueCandidate[] {
  const match = cueMatcher(readCueList(session.db).phrases);
  const turns = turnsOf(session.db, key).filter(({ role }) => role === 'customer');
  return (session.hides ? hideInTurns(session.db, interactionId, turns) : turns).flatMap(({ seq, text }) => {
    const found = match(text);
    return found === null ? [] : [{ turnSeq: seq, ...found }];
  });
}

export function empathyProcedures(session: Session) {
  const me = () => session.options.actor;
  return desk.empathy.router({
    ofInteraction: desk.empathy.ofInteraction.handler(({ input }) => {
      const { key, interaction } = mustFindInteraction(session, input.id);
      const isBlind = hiddenUntilEvaluated(session.db, interaction.id).customer;
      return {
        opportunities: opportunitiesOf(session.db, interaction.id).filter(({ createdBy }) => !isBlind || createdBy === me()),
        candidates: candidatesIn(session, interaction.id, key),
      };
    }),
    judge: desk.empathy.judge.handler(async ({ input: { interactionId: named, turnSeq, ...judgement } }) => {
      const interactionId = mustFindInteractionId(session, named);
      const before = opportunityBy(session.db, { interactionId, turnSeq, createdBy: me() });
      const id = before?.id ?? session.options.newId();
      if (before) await session.execute(changeOpportunity, { ...judgement, id, createdAt: before.createdAt, createdBy: before.createdBy }, stale);
      else await session.execute(addOpportunity, { ...judgement, id, interactionId, turnSeq, createdAt: session.now(), createdBy: me() }, stale);
      const judged = findOpportunity(session.db, id);
      if (!judged) throw new EarshotError('NOT_FOUND', 'The judgement is not there any more.');
      return judged;
    }),
    remove: desk.empathy.remove.handler(async ({ input }) => {
      await session.execute(removeOpportunity, input, stale);
      return { removed: true };
    }),
    figures: desk.empathy.figures.handler(({ input }) => empathyFigures(session.db, input)),
    cueList: desk.empathy.cueList.handler(() => {
      const list = readCueList(session.db);
      return { ...list, measure: measureCueList(session.db, cueMatcher(list.phrases)) };
    }),
    changeCueList: desk.empathy.changeCueList.handler(async ({ input: { phrases } }) => {
      await session.execute(changeSetting, { key: cueListKey, value: phrases === null ? null : { phrases } }, ['empathy']);
      return readCueList(session.db);
    }),
  });
}
