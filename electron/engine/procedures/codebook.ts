import { addCode, arrangeCodes, changeCode, mergeCode, splitCode } from '#shared/commands/codebook.ts';
import { EarshotError } from '#shared/errors.ts';
import { exportCodebook, importCodebook } from '#engine/interchange/qdc/codebook-exchange.ts';
import type { Session } from '#engine/session.ts';
import { codeHistory } from '#engine/store/queries/code-history.ts';
import { mergePreview, placesAfter, splitPreview, tagsOfSplit } from '#engine/store/queries/code-moves.ts';
import { codeIdOf, findCode, listCodes, retiredCodes } from '#engine/store/queries/codebook.ts';
import { desk } from './desk.ts';

const stale = ['codebook', 'interactions', 'causes', 'project'];
/** Tags that change their code change figures. */
const recoded = [...stale, 'gap', 'metrics', 'briefing'];

/** A code by id or key. @throws EarshotError NOT_FOUND */
export function mustFindCode(session: Session, idOrKey: string) {
  const code = findCode(session.db, idOrKey);
  if (!code) throw new EarshotError('NOT_FOUND', `The codebook has no code "${idOrKey}".`);
  return code;
}

/** The id alone; counting a code's uses takes longer than adding a tag. @throws EarshotError NOT_FOUND */
export function mustFindCodeId(session: Session, idOrKey: string): string {
  return codeIdOf(session.db, idOrKey) ?? mustFindCode(session, idOrKey).id;
}

export function codebookProcedures(session: Session) {
  return desk.codebook.router({
    list: desk.codebook.list.handler(() => listCodes(session.db)),
    add: desk.codebook.add.handler(async ({ input }) => {
      const id = session.options.newId();
      await session.execute(addCode, { id, ...input, retired: false }, stale);
      return mustFindCode(session, id);
    }),
    change: desk.codebook.change.handler(async ({ input: { seen, ...code } }) => {
      await session.edit({ definition: changeCode, payload: { ...code, retired: false }, seen }, stale);
      return mustFindCode(session, code.id);
    }),
    retire: desk.codebook.retire.handler(async ({ input }) => {
      await session.executeAll(() => {
        const { uses: _uses, ...code } = mustFindCode(session, input.id);
        return [{ definition: changeCode, payload: { ...code, quickSlot: null, retired: true }, seen: input.seen }];
      }, stale);
      return { retired: true };
    }),
    retired: desk.codebook.retired.handler(() => retiredCodes(session.db)),
    restore: desk.codebook.restore.handler(async ({ input }) => {
      await session.executeAll(() => {
        const { uses: _uses, ...code } = mustFindCode(session, input.id);
        return [{ definition: changeCode, payload: { ...code, retired: false } }];
      }, stale);
      return mustFindCode(session, input.id);
    }),
    move: desk.codebook.move.handler(async ({ input }) => {
      let isMoved = false;
      await session.executeAll((db) => {
        const { id } = mustFindCode(session, input.id);
        const places = placesAfter(db, input);
        isMoved = places.length > 0;
        return isMoved ? [{ definition: arrangeCodes, payload: { id, places }, seen: input.seen }] : [];
      }, stale);
      return { moved: isMoved };
    }),
    mergePreview: desk.codebook.mergePreview.handler(({ input }) => mergePreview(session.db, input)),
    merge: desk.codebook.merge.handler(async ({ input }) => {
      const { uses } = mustFindCode(session, input.id);
      await session.execute(mergeCode, input, recoded);
      return { moved: uses };
    }),
    splitPreview: desk.codebook.splitPreview.handler(({ input }) => splitPreview(session.db, mustFindCode(session, input.id).id, input.rule)),
    split: desk.codebook.split.handler(async ({ input: { id, rule, code } }) => {
      if (Object.values(rule).every((part) => part === null)) throw new EarshotError('REFUSED', 'Say which tags the new code takes: by words, by person or by outcome.');
      const tagIds = tagsOfSplit(session.db, mustFindCode(session, id).id, rule);
      const newId = session.options.newId();
      await session.execute(splitCode, { id, code: { id: newId, ...code, retired: false }, tagIds }, recoded);
      return { code: mustFindCode(session, newId), moved: tagIds.length };
    }),
    importFile: desk.codebook.importFile.handler(({ input, signal }) => importCodebook(session, input, signal ?? new AbortController().signal)),
    exportFile: desk.codebook.exportFile.handler(() => exportCodebook(session)),
    history: desk.codebook.history.handler(({ input }) => codeHistory(session.db, input)),
  });
}
