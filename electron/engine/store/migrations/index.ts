import type { Database } from '../database.ts';
import { StoreError } from '../store-error.ts';
import { logSchema } from './0001-log.ts';
import { contentSchema } from './0002-content.ts';
import { causesSchema } from './0003-causes.ts';
import { customersAndSignalsSchema } from './0004-customers-and-signals.ts';
import { evaluationSchema } from './0005-evaluations.ts';
import { coachingSchema } from './0006-coaching.ts';
import { privacySchema } from './0007-privacy.ts';
import { transcriptEditsSchema } from './0008-transcript-edits.ts';
import { calibrationSchema } from './0009-calibration.ts';
import { trainingSchema } from './0010-training.ts';
import { empathySchema } from './0011-empathy.ts';
import { purchaseDaysSchema } from './0012-purchase-days.ts';
import { joinedCustomersSchema } from './0013-joined-customers.ts';
import { feeBasisSchema } from './0014-fee-basis.ts';

export type Migration = {
  /** The schema version that it leads to; versions count from 1 without gaps. */
  readonly version: number;
  readonly name: string;
  migrate(db: Database): void;
};

/** Every step from an empty file to today's schema. Append only: a published migration never changes. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'log', migrate: (db) => db.exec(logSchema) },
  { version: 2, name: 'content', migrate: (db) => db.exec(contentSchema) },
  { version: 3, name: 'causes', migrate: (db) => db.exec(causesSchema) },
  { version: 4, name: 'customers and signals', migrate: (db) => db.exec(customersAndSignalsSchema) },
  { version: 5, name: 'evaluations', migrate: (db) => db.exec(evaluationSchema) },
  { version: 6, name: 'coaching', migrate: (db) => db.exec(coachingSchema) },
  { version: 7, name: 'privacy', migrate: (db) => db.exec(privacySchema) },
  { version: 8, name: 'transcript edits', migrate: (db) => db.exec(transcriptEditsSchema) },
  { version: 9, name: 'calibration', migrate: (db) => db.exec(calibrationSchema) },
  { version: 10, name: 'training', migrate: (db) => db.exec(trainingSchema) },
  { version: 11, name: 'empathy', migrate: (db) => db.exec(empathySchema) },
  { version: 12, name: 'days of purchases', migrate: (db) => db.exec(purchaseDaysSchema) },
  { version: 13, name: 'joined customers', migrate: (db) => db.exec(joinedCustomersSchema) },
  { version: 14, name: 'what a fee is taken from', migrate: (db) => db.exec(feeBasisSchema) },
];

export const schemaVersion = migrations.length;

/** `EARS`: how tools like `file` know a project (SQLite's `application_id`). */
export const applicationId = 0x45415253;

/** The schema version that a database is at; 0 if it is empty. */
export function readSchemaVersion(db: Database): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

/**
 * Brings a database up to version `to` (today's by default) in one transaction: all of it or nothing.
 * @throws StoreError NEWER_VERSION for a database that a later Earshot wrote
 */
export function migrate(db: Database, to: number = schemaVersion): void {
  const from = readSchemaVersion(db);
  if (from > to) {
    throw new StoreError('NEWER_VERSION', `The project was written by a newer Earshot (version ${from} of the file, this one knows ${to}). Update Earshot to open it.`);
  }
  if (from === to) return;
  // A step may rebuild tables that others refer to; SQLite ignores this pragma inside a transaction.
  db.exec('PRAGMA foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const migration of migrations.slice(from, to)) migration.migrate(db);
      const broken = db.all<{ table: string }>('PRAGMA foreign_key_check');
      if (broken.length > 0) throw new Error(`Migrating from version ${from} to ${to} broke references in ${broken[0]?.table}.`);
      db.exec(`PRAGMA user_version = ${to}; PRAGMA application_id = ${applicationId}`);
    });
  } finally {
    db.exec('PRAGMA foreign_keys = ON');
  }
}
