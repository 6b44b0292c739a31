import { startCodebook } from '#shared/commands/codebook.ts';
import { EarshotError } from '#shared/errors.ts';
import type { ProjectInfo } from '#shared/model/project.ts';
import { defaultCodebook } from '#engine/codebook/default-codebook.ts';
import { importFiles } from '#engine/importers/import-job.ts';
import { salvageProject } from '#engine/salvage/salvage-job.ts';
import type { Session } from '#engine/session.ts';
import { countsOf, interactionOfEntity } from '#engine/store/queries/project.ts';
import { desk } from './desk.ts';
import { refusing } from './refusal.ts';

/** Everything that the frame shows of the open project. */
export function projectInfo(session: Session): ProjectInfo | null {
  const open = session.current;
  if (!open) return null;
  const { db, info } = open.file;
  const step = (command: ReturnType<typeof open.file.canUndo>) =>
    command && { name: command.name, interactionId: interactionOfEntity(db, command.entityId) };
  return {
    id: open.id, name: open.name, isReadOnly: info.readOnly, isEncrypted: open.file.vault !== null, recovered: info.recovered, savedAt: open.savedAt,
    undo: step(open.file.canUndo()), redo: step(open.file.canRedo()), ...countsOf(db),
  };
}

function mustInfo(session: Session): ProjectInfo {
  const info = projectInfo(session);
  if (!info) throw new EarshotError('NO_PROJECT', 'No project is open. Open one, or create a new one.');
  return info;
}

/** Creates a project, fills it with the sample if asked, and answers with what is in it. */
async function* create(session: Session, input: { name: string; sample: boolean; codebook?: 'default' | 'empty' | undefined }, signal: AbortSignal | undefined) {
  await session.create(input.name);
  if (!input.sample && input.codebook !== 'empty') await session.execute(startCodebook, { codes: [...defaultCodebook] }, ['codebook', 'project']);
  if (input.sample) {
    yield* session.jobs.run('sample', signal, async (job) => {
      job.report({ phase: 'reading', done: 0, total: null, item: null });
      await importFiles(session, job, { sources: await session.options.files.sample(), mappings: new Map(), dryRun: false, isSample: true });
    });
  }
  return mustInfo(session);
}

export function projectProcedures(session: Session) {
  return desk.project.router({
    list: desk.project.list.handler(async () => (await session.options.files.projects.list())
      .map((entry) => ({ ...entry, isOpen: entry.id === session.current?.id }))),
    create: desk.project.create.handler(({ input, signal }) => refusing(create(session, input, signal))),
    open: desk.project.open.handler(async ({ input }) => {
      if (session.current?.id !== input.id) await session.open(input.id, input);
      return mustInfo(session);
    }),
    states: desk.project.states.handler(async ({ input }) => (await session.states(input.id, input.passphrase)).map(({ id, at, lostCommands }) => ({ id, at, lostChanges: lostCommands }))),
    salvage: desk.project.salvage.handler(({ input, signal }) => refusing(session.jobs.run('salvage', signal, (job) => salvageProject(session, job, input)))),
    close: desk.project.close.handler(async () => {
      const wasOpen = session.current !== null;
      await session.close();
      session.changed(['project']);
      return { closed: wasOpen };
    }),
    lock: desk.project.lock.handler(async () => {
      await session.lock();
      return { locked: true };
    }),
    locked: desk.project.locked.handler(() => session.locked),
    present: desk.project.present.handler(() => {
      session.idle.seen();
      return { locksInMs: session.idle.leftMs() };
    }),
    info: desk.project.info.handler(() => projectInfo(session)),
    undo: desk.project.undo.handler(async () => {
      const { target } = await session.project.file.undo(session.base());
      session.changed(everything);
      return { undone: target.name, interactionId: interactionOfEntity(session.db, target.entityId) };
    }),
    redo: desk.project.redo.handler(async () => {
      const { target } = await session.project.file.redo(session.base());
      session.changed(everything);
      return { redone: target.name, interactionId: interactionOfEntity(session.db, target.entityId) };
    }),
    verify: desk.project.verify.handler(async () => {
      const checks = (await session.project.file.verify()).map(({ name, ok, detail }) => ({ name, ok, detail }));
      return { ok: checks.every((check) => check.ok), checks };
    }),
    changes: desk.project.changes.handler(({ signal }) => session.changes(signal)),
  });
}

/** An undo can reach anything. */
const everything = ['project', 'interactions', 'codebook', 'gap', 'metrics', 'surveys', 'imports', 'briefing', 'evaluations', 'causes', 'coaching', 'calibration', 'training', 'empathy'];
