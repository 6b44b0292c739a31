import { erase } from '#shared/commands/privacy.ts';
import type { ErasureReceipt } from '#shared/model/privacy.ts';
import type { JobHandle } from '#engine/jobs.ts';
import type { Session } from '#engine/session.ts';
import type { Database } from '#engine/store/database.ts';
import { scoreSteps } from '#engine/store/queries/scores.ts';
import { runInBreaths } from '#engine/store/steps.ts';
import { clearImports, clearLog, clearMentions, tracesOf } from './erase-history.ts';
import type { Erased } from './erase-rows.ts';
import { markDone, saveReceipt } from './receipts.ts';

export const everyNoun = ['project', 'interactions', 'codebook', 'gap', 'metrics', 'surveys', 'imports', 'briefing', 'privacy', 'customers', 'causes', 'coaching', 'calibration'];

type Plan = {
  readonly reason: ErasureReceipt['reason'];
  /** Removes rows and says which; runs in one transaction. */
  remove(db: Database): { erased: Erased; words: readonly (string | null)[] };
};

/**
 * One act: rows, index, waveforms, history and import leftovers go; the file is rewritten; then every older file that
 * still holds them is deleted, and a fresh backup is made. A crash in between is finished at the next opening. What
 * cannot be taken back: any of it.
 */
export async function runErasure(session: Session, job: JobHandle, plan: Plan): Promise<ErasureReceipt> {
  const { file } = session.project;
  const id = session.options.newId();
  const at = session.now();
  const { actor } = session.options;
  job.report({ phase: 'writing', done: 0, total: null, item: null });
  const receipt = await file.bulk('erase', async (db, log) => {
    const written = db.transaction((): ErasureReceipt => {
      const { erased, words } = plan.remove(db);
      const traces = tracesOf(words, erased);
      const history = { log: clearLog(db, traces), imports: clearImports(db, traces), mentions: clearMentions(db, traces) };
      const counts = Object.fromEntries(Object.entries({ ...erased.removed, ...history }).filter(([, count]) => count > 0));
      const made: ErasureReceipt = { id, at, actor, reason: plan.reason, status: 'pending', removed: counts, files: 0, recordingsLeft: erased.references };
      saveReceipt(db, made);
      return made;
    });
    await job.breathe();
    await runInBreaths(scoreSteps(db), () => job.breathe());
    db.run("INSERT INTO turn_text (turn_text) VALUES ('optimize')");
    db.exec('VACUUM');
    log.record({ id: session.options.newId(), name: erase.name, version: erase.version, at, actor, payload: { erasureId: id, reason: plan.reason } }, { inverse: null, entityId: null });
    return written;
  });
  job.report({ phase: 'saving', done: 0, total: null, item: null });
  const done = await finishErasure(session, receipt);
  session.changed(everyNoun);
  return done;
}

/** Deletes what still holds erased data on disk, then marks the receipt as done. */
async function finishErasure(session: Session, pending: ErasureReceipt): Promise<ErasureReceipt> {
  const { file } = session.project;
  const recordings = await session.options.files.purge(pending.recordingsLeft);
  const files = await file.purge();
  const done: ErasureReceipt = { ...pending, status: 'done', files: files + recordings.removed, recordingsLeft: recordings.left };
  await file.bulk('erasure receipt', (db, log) => {
    markDone(db, done);
    const { newId, actor } = session.options;
    log.record({ id: newId(), name: erase.name, version: erase.version, at: session.now(), actor, payload: { erasureId: done.id, reason: done.reason } }, { inverse: null, entityId: null });
  });
  // The receipt's own save kept the version before it, which is clean by now, but says "pending".
  await file.purge();
  return done;
}

/** Finishes erasures that a crash interrupted after their rows were gone. */
export async function resumeErasures(session: Session, pending: readonly ErasureReceipt[]): Promise<void> {
  for (const receipt of pending) await finishErasure(session, receipt);
}
