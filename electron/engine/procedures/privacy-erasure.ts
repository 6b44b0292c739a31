import { EarshotError } from '#shared/errors.ts';
import { eraseCustomer, eraseOlderThan, findCustomers, retentionLimit } from '#engine/privacy/erasure/customer.ts';
import { runErasure } from '#engine/privacy/erasure/erasure-job.ts';
import type { Erased } from '#engine/privacy/erasure/erase-rows.ts';
import { makeFinal } from '#engine/privacy/erasure/make-final.ts';
import { listReceipts } from '#engine/privacy/erasure/receipts.ts';
import { readPolicy } from '#engine/privacy/policy.ts';
import type { Session } from '#engine/session.ts';
import type { Database } from '#engine/store/database.ts';
import { desk } from './desk.ts';
import { refusing } from './refusal.ts';

/** Thrown to take a rehearsal back. */
class Rehearsed extends Error {}

/** Runs a removal on the real rows and takes it back: what it would remove, exactly. */
function rehearse(db: Database, remove: (db: Database) => { erased: Erased }): Erased {
  let erased: Erased = { removed: {}, ids: new Set(), references: [] };
  try {
    db.transaction(() => {
      ({ erased } = remove(db));
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return erased;
}

async function recordingsElsewhere(session: Session, references: readonly string[]): Promise<string[]> {
  const found = await Promise.all(references.map((reference) => session.options.files.referenced(reference)));
  return found.flatMap((file) => (file === null ? [] : [file.name]));
}

const limitOf = (session: Session): string | null => retentionLimit(session.options.clock(), readPolicy(session.db).keepMonths);

async function* applyRetention(session: Session, signal: AbortSignal | undefined) {
  const before = limitOf(session);
  if (before === null) throw new EarshotError('REFUSED', 'The policy keeps everything. Choose how long to keep things first.');
  return yield* session.jobs.run('retention', signal, (job) => runErasure(session, job, { reason: 'retention', remove: (db) => eraseOlderThan(db, before) }));
}

export function erasureProcedures(session: Session) {
  return {
    makeFinal: desk.privacy.makeFinal.handler(({ signal }) => refusing(
      session.jobs.run('erasure', signal, (job) => runErasure(session, job, { reason: 'redaction', remove: makeFinal })),
    )),
    erasurePlan: desk.privacy.erasurePlan.handler(async ({ input }) => {
      const { db, backups } = session.project.file;
      const erased = rehearse(db, (inside) => eraseCustomer(inside, input.customerId));
      const name = db.get<{ name: string }>('SELECT coalesce(name, external_id) AS name FROM customer WHERE id = ?', [input.customerId])?.name ?? '';
      return { name, removed: erased.removed, backups: (await backups.list()).length, recordingsLeft: await recordingsElsewhere(session, erased.references) };
    }),
    eraseCustomer: desk.privacy.eraseCustomer.handler(({ input, signal }) => refusing(
      session.jobs.run('erasure', signal, (job) => runErasure(session, job, { reason: 'customer', remove: (db) => eraseCustomer(db, input.customerId) })),
    )),
    retentionPlan: desk.privacy.retentionPlan.handler(() => {
      const before = limitOf(session);
      const removed: Record<string, number> = before === null ? {} : rehearse(session.db, (db) => eraseOlderThan(db, before)).removed;
      return { before, interactions: removed['interaction'] ?? 0, removed };
    }),
    applyRetention: desk.privacy.applyRetention.handler(({ signal }) => refusing(applyRetention(session, signal))),
    receipts: desk.privacy.receipts.handler(() => listReceipts(session.db)),
    customers: desk.privacy.customers.handler(({ input }) => findCustomers(session.db, input.words)),
  };
}
