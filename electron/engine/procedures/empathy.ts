import { addOpportunity, changeOpportunity, removeOpportunity } from '#shared/commands/empathy.ts';
import { changeSetting } from '#shared/commands/settings.ts';
import { EarshotError } from '#shared/errors.ts';
import type { CueCandidate, CuePhrase } from '#shared/model/empathy.ts';
import { cueListKey, readCueList } from '#engine/empathy/cue-list.ts';
import { cueMatcher, newCueBudget, type CueMatcher } from '#engine/empathy/cue-matcher.ts';
import { createPacer } from '#engine/importers/tables/pacing.ts';
import { empathyFigures, judgedCues, measureCueList } from '#engine/metrics/coaching/empathy.ts';
import type { Session } from '#engine/session.ts';
import { opportunitiesOf, opportunityBy } from '#engine/store/queries/empathy.ts';
import { hiddenUntilEvaluated } from '#engine/store/queries/interactions.ts';
import { withMasked } from '#engine/store/queries/redactions.ts';
import { customerWords } from '#engine/store/queries/turns.ts';
import { desk } from './desk.ts';
import { mustFindInteraction, mustFindInteractionId } from './interactions.ts';

const stale = ['empathy', 'project'];

type Words = { interactionId: string; key: number; match: CueMatcher };

/**
 * Where the list offers a cue, in the words as this window may see them. Other questions are answered between two turns, and a
 * list that takes too long is stopped: phrases are written by people, and some could be looked for without end.
 */
async function candidatesIn(session: Session, { interactionId, key, match }: Words): Promise<{ candidates: CueCandidate[]; isStopped: boolean }> {
  const candidates: CueCandidate[] = [];
  const budget = newCueBudget();
  const breathe = createPacer(undefined);
  for (const { turn: { seq, text }, masked } of withMasked(session.db, interactionId, customerWords(session.db, key))) {
    const shown = session.hides && masked !== null ? masked : text;
    for (const _phrase of match.readySteps(shown)) await breathe();
    await breathe();
    const found = match(shown, budget);
    if (found !== null) candidates.push({ turnSeq: seq, ...found });
  }
  return { candidates, isStopped: budget.leftMs <= 0 };
}

/** The list in force, made ready once: that takes longer than looking through a call. */
function keptMatcher() {
  let kept: { list: string; match: CueMatcher } | null = null;
  return (phrases: readonly CuePhrase[]): CueMatcher => {
    const list = JSON.stringify(phrases);
    if (kept?.list !== list) kept = { list, match: cueMatcher(phrases) };
    return kept.match;
  };
}

export function empathyProcedures(session: Session) {
  const me = () => session.options.actor;
  const matcherOf = keptMatcher();
  return desk.empathy.router({
    ofInteraction: desk.empathy.ofInteraction.handler(async ({ input }) => {
      const { key, interaction } = mustFindInteraction(session, input.id);
      const isBlind = hiddenUntilEvaluated(session.db, interaction.id).customer;
      return {
        opportunities: opportunitiesOf(session.db, interaction.id).filter(({ createdBy }) => !isBlind || createdBy === me()),
        ...await candidatesIn(session, { interactionId: interaction.id, key, match: matcherOf(readCueList(session.db).phrases) }),
      };
    }),
    judge: desk.empathy.judge.handler(async ({ input: { interactionId: named, turnSeq, seen, ...judgement } }) => {
      const interactionId = mustFindInteractionId(session, named);
      const judgedBy = { interactionId, turnSeq, createdBy: me() };
      await session.executeAll((db) => {
        const before = opportunityBy(db, judgedBy);
        if (before) return [{ definition: changeOpportunity, payload: { ...judgement, id: before.id, createdAt: before.createdAt, createdBy: before.createdBy }, seen }];
        return [{ definition: addOpportunity, payload: { ...judgement, ...judgedBy, id: session.options.newId(), createdAt: session.now() } }];
      }, stale);
      const judged = opportunityBy(session.db, judgedBy);
      if (!judged) throw new EarshotError('NOT_FOUND', 'The judgement is not there any more.');
      return judged;
    }),
    remove: desk.empathy.remove.handler(async ({ input: { seen, ...input } }) => {
      await session.edit({ definition: removeOpportunity, payload: input, seen }, stale);
      return { removed: true };
    }),
    figures: desk.empathy.figures.handler(({ input }) => empathyFigures(session.db, input)),
    cueList: desk.empathy.cueList.handler(async () => {
      const list = readCueList(session.db);
      const [judged, match, breathe] = [judgedCues(session.db), matcherOf(list.phrases), createPacer(undefined)];
      for (const { words } of judged) for (const _phrase of match.readySteps(words)) await breathe();
      return { ...list, measure: measureCueList(judged, match) };
    }),
    changeCueList: desk.empathy.changeCueList.handler(async ({ input: { phrases, seen } }) => {
      await session.edit({ definition: changeSetting, payload: { key: cueListKey, value: phrases === null ? null : { phrases } }, seen }, ['empathy']);
      return readCueList(session.db);
    }),
  });
}
