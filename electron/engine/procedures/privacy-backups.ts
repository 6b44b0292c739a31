import { everyNoun } from '#engine/privacy/erasure/erasure-job.ts';
import type { Session } from '#engine/session.ts';
import type { Database } from '#engine/store/database.ts';
import { countsOf } from '#engine/store/queries/project.ts';
import { desk } from './desk.ts';

const heldBy = (db: Database): Record<string, number> => countsOf(db).counts;
const lastSeqOf = (db: Database): number => db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM command_log')?.seq ?? 0;

export function backupProcedures(session: Session) {
  return {
    backups: desk.privacy.backups.handler(() => session.project.file.backups.list()),
    createBackup: desk.privacy.createBackup.handler(() => session.project.file.backups.create()),
    previewBackup: desk.privacy.previewBackup.handler(async ({ input }) => {
      const { backups, info } = session.project.file;
      const at = (await backups.list()).find(({ name }) => name === input.name)?.at ?? '';
      const held = await backups.look(input.name, (db) => ({ counts: heldBy(db), lastSeq: lastSeqOf(db) }));
      return { at, counts: held.counts, now: heldBy(session.db), changesSince: Math.max(0, info.lastSeq - held.lastSeq) };
    }),
    restoreBackup: desk.privacy.restoreBackup.handler(async ({ input }) => {
      const { before } = await session.project.file.backups.restore(input.name, session.base());
      session.changed(everyNoun);
      return { before: before.name };
    }),
  };
}
