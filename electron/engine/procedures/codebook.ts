import { addCode, changeCode } from '#shared/commands/codebook.ts';
import { EarshotError } from '#shared/errors.ts';
import type { Session } from '#engine/session.ts';
import { findCode, listCodes } from '#engine/store/queries/codebook.ts';
import { desk } from './desk.ts';

const stale = ['codebook', 'interactions', 'project'];

/** A code by id or key. @throws EarshotError NOT_FOUND */
export function mustFindCode(session: Session, idOrKey: string) {
  const code = findCode(session.db, idOrKey);
  if (!code) throw new EarshotError('NOT_FOUND', `The codebook has no code "${idOrKey}".`);
  return code;
}

export function codebookProcedures(session: Session) {
  return desk.codebook.router({
    list: desk.codebook.list.handler(() => listCodes(session.db)),
    add: desk.codebook.add.handler(async ({ input }) => {
      const id = session.options.newId();
      await session.execute(addCode, { id, ...input, retired: false }, stale);
      return mustFindCode(session, id);
    }),
    change: desk.codebook.change.handler(async ({ input }) => {
      await session.execute(changeCode, { ...input, retired: false }, stale);
      return mustFindCode(session, input.id);
    }),
    retire: desk.codebook.retire.handler(async ({ input }) => {
      const { uses: _uses, ...code } = mustFindCode(session, input.id);
      await session.execute(changeCode, { ...code, quickSlot: null, retired: true }, stale);
      return { retired: true };
    }),
  });
}
