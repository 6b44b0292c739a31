import { addCode } from '#shared/commands/codebook.ts';
import type { Seen } from '#shared/commands/edit.ts';
import { addRule, changeLoop, markSignal, removeRule } from '#shared/commands/signals.ts';
import { EarshotError } from '#shared/errors.ts';
import { leastWeeksAfter, type LoopRow } from '#shared/model/loop.ts';
import type { Session } from '#engine/session.ts';
import type { Database } from '#engine/store/database.ts';
import { loopOf, noLoop, type LoopContext } from '#engine/signals/loops.ts';
import { signalReport } from '#engine/signals/report.ts';
import { parseSearch } from '#engine/store/queries/full-text.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { findLoopRow, findRule, listRules } from '#engine/store/queries/signals.ts';
import { mustFindCode } from './codebook.ts';
import { desk } from './desk.ts';

const stale = ['signals', 'project'];

function contextOf(session: Session): LoopContext {
  return { definitions: readDefinitions(session.db).definitions, now: session.options.clock() };
}

/** A verification holds for the change that it was made about; another change begins anew. */
function keptVerification(db: Database, subject: string, next: Pick<LoopRow, 'changedOn' | 'changeMade'>): Pick<LoopRow, 'verifiedOn' | 'verification'> {
  const before = findLoopRow(db, subject);
  const isSame = before !== undefined && before.changedOn === next.changedOn && before.changeMade === next.changeMade;
  return isSame ? { verifiedOn: before.verifiedOn, verification: before.verification } : { verifiedOn: null, verification: null };
}

async function verifyLoop(session: Session, { subject, seen }: { subject: string; seen?: Seen | undefined }) {
  const context = contextOf(session);
  const { test, effect } = loopOf(session.db, subject, context);
  if (test === null) throw new EarshotError('REFUSED', 'There is no change with a day yet. Write what was changed and when, then verify.');
  if (effect === 'tooEarly') throw new EarshotError('REFUSED', `It is too early: ${test.weeks} complete weeks have passed since the change, and it takes ${leastWeeksAfter}.`);
  if (effect !== 'lower') throw new EarshotError('REFUSED', 'The rate since the change is not lower than before by the test. It cannot be called verified.');
  await session.executeAll((db) => {
    const loop = { ...findLoopRow(db, subject) ?? noLoop, verifiedOn: session.now().slice(0, 10), verification: test };
    return [{ definition: changeLoop, payload: { subject, loop }, seen }];
  }, stale);
  return loopOf(session.db, subject, context);
}

export function signalProcedures(session: Session) {
  const origin = () => ({ markedAt: session.now(), markedBy: session.options.actor });
  return desk.signals.router({
    list: desk.signals.list.handler(() => signalReport(session.db, contextOf(session))),
    mark: desk.signals.mark.handler(async ({ input: { subject, seen, ...mark } }) => {
      if (mark.state === 'dismissed' && (mark.reason ?? '').trim() === '') throw new EarshotError('REFUSED', 'Say why it is no issue: the reason is kept with it.');
      await session.edit({ definition: markSignal, payload: { subject, mark: { ...mark, codeId: null, ...origin() } }, seen }, stale);
      return { marked: true };
    }),
    unmark: desk.signals.unmark.handler(async ({ input: { seen, ...input } }) => {
      await session.edit({ definition: markSignal, payload: { ...input, mark: null }, seen }, stale);
      return { marked: false };
    }),
    makeCause: desk.signals.makeCause.handler(async ({ input: { subject, onset, seen, ...code } }) => {
      const id = session.options.newId();
      const row = { id, ...code, kind: 'cause' as const, dimension: null, parentId: null, controllableBy: null, preventable: null, definition: '', examples: [], colour: 0, quickSlot: null, retired: false };
      await session.executeAll([
        { definition: addCode, payload: row }, { definition: markSignal, payload: { subject, mark: { onset, state: 'cause', reason: null, codeId: id, ...origin() } }, seen },
      ], ['codebook', ...stale]);
      return mustFindCode(session, id);
    }),
    rules: desk.signals.rules.handler(() => listRules(session.db)),
    addRule: desk.signals.addRule.handler(async ({ input }) => {
      if (parseSearch(input.words).match === null) throw new EarshotError('REFUSED', 'There is no word in it to look for.');
      const id = session.options.newId();
      await session.execute(addRule, { id, ...input, createdAt: session.now(), createdBy: session.options.actor }, stale);
      const rule = findRule(session.db, id);
      if (!rule) throw new EarshotError('NOT_FOUND', 'The rule is not there any more.');
      return rule;
    }),
    removeRule: desk.signals.removeRule.handler(async ({ input }) => {
      await session.execute(removeRule, input, stale);
      return { removed: true };
    }),
    loop: desk.signals.loop.handler(({ input }) => loopOf(session.db, input.subject, contextOf(session))),
    changeLoop: desk.signals.changeLoop.handler(async ({ input: { subject, loop, seen } }) => {
      loopOf(session.db, subject, contextOf(session));
      await session.executeAll((db) => [{ definition: changeLoop, payload: { subject, loop: { ...loop, ...keptVerification(db, subject, loop) } }, seen }], stale);
      return loopOf(session.db, subject, contextOf(session));
    }),
    verifyLoop: desk.signals.verifyLoop.handler(({ input }) => verifyLoop(session, input)),
  });
}
