import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { seen } from '../commands/edit.ts';
import { JobProgress } from '../model/job.ts';
import { AuditEntry, EntityType, ErasureReceipt, PrivacyPolicy, PrivatePlace } from '../model/privacy.ts';

const id = z.string().min(1).max(200);
const span = { turnSeq: z.int().min(0), charStart: z.int().min(0), charEnd: z.int().min(1) };

/** Personal data: find it, hide it after a look, erase it for good; and the record of everything that was done. */
export const privacy = {
  /** Personal data in any text; needs no project. `text` is the same text with what was found written over, unit for unit. */
  find: procedure.input(z.strictObject({ text: z.string().max(900_000) })).output(z.object({
    text: z.string(), entities: z.array(z.object({ type: EntityType, start: z.int(), end: z.int() })),
  })),
  policy: procedure.output(z.object({ policy: PrivacyPolicy, isViewer: z.boolean() })),
  setPolicy: procedure.input(PrivacyPolicy.extend({ seen })).output(PrivacyPolicy),
  /** Every place of one interaction: suggested by the policy, hidden, or looked at and left. */
  places: procedure.input(z.strictObject({ interactionId: id })).output(z.object({ places: z.array(PrivatePlace) })),
  /** How much each interaction has to look at, most first. */
  scan: procedure.input(z.strictObject({ limit: z.int().min(1).max(500) })).output(eventIterator(JobProgress, z.object({
    interactions: z.int(), turns: z.int(), suggested: z.record(z.string(), z.int()), hidden: z.int(),
    rows: z.array(z.object({ interactionId: z.string(), externalId: z.string(), suggested: z.int(), hidden: z.int() })),
  }))),
  /** Hides places, or marks them as looked at; suggestions by their span, known ones by span as well. */
  review: procedure.input(z.strictObject({
    interactionId: id, apply: z.array(z.strictObject({ ...span, type: EntityType })).max(5000), dismiss: z.array(z.strictObject({ ...span, type: EntityType })).max(5000), seen,
  })).output(z.object({ applied: z.int(), dismissed: z.int() })),
  /** Hides everything suggested in the interactions named, or in the whole project. */
  applyAll: procedure.input(z.strictObject({ interactionIds: z.array(id).max(5000).nullable() })).output(eventIterator(JobProgress, z.object({ applied: z.int(), interactions: z.int() }))),
  /** Hides some words wherever they occur in the interaction. */
  markWords: procedure.input(z.strictObject({ interactionId: id, words: z.string().min(1).max(200), type: EntityType })).output(z.object({ applied: z.int() })),
  /** Shows hidden places again, or forgets that they were looked at. */
  restore: procedure.input(z.strictObject({ ids: z.array(id).min(1).max(5000), seen })).output(z.object({ restored: z.int() })),
  /** Removes the words behind every hidden place for good, from the project, its history and its backups. Cannot be undone. */
  makeFinal: procedure.output(eventIterator(JobProgress, ErasureReceipt)),
  /** What erasing a customer would remove. Writes nothing. */
  erasurePlan: procedure.input(z.strictObject({ customerId: id })).output(z.object({
    name: z.string(), removed: z.record(z.string(), z.int()), backups: z.int(), recordingsLeft: z.array(z.string()),
  })),
  /** Removes a customer with everything about them, from the project, its history and its backups. Cannot be undone. */
  eraseCustomer: procedure.input(z.strictObject({ customerId: id })).output(eventIterator(JobProgress, ErasureReceipt)),
  /** What keeping to the policy would remove today. Writes nothing. */
  retentionPlan: procedure.output(z.object({ before: z.string().nullable(), interactions: z.int(), removed: z.record(z.string(), z.int()) })),
  applyRetention: procedure.output(eventIterator(JobProgress, ErasureReceipt)),
  receipts: procedure.output(z.array(ErasureReceipt)),
  customers: procedure.input(z.strictObject({ words: z.string().max(200) })).output(z.array(z.object({
    id: z.string(), externalId: z.string(), name: z.string().nullable(), interactions: z.int(),
  }))),
  /** The command log without content, newest first. */
  audit: procedure.input(z.strictObject({
    actor: z.string().max(200).nullable(), name: z.string().max(60).nullable(), from: z.string().max(40).nullable(), to: z.string().max(40).nullable(),
    offset: z.int().min(0), limit: z.int().min(1).max(500),
  })).output(z.object({ total: z.int(), rows: z.array(AuditEntry), actors: z.array(z.string()), names: z.array(z.string()), head: z.string() })),
  /** Computes the whole chain again. */
  verifyAudit: procedure.output(z.object({ ok: z.boolean(), entries: z.int(), detail: z.string(), head: z.string() })),
  /** The whole log as CSV without content; the head of the chain stands in its last line. */
  exportAudit: procedure.output(z.object({ exportId: z.string(), name: z.string(), size: z.int() })),
  /** Whether the project is encrypted, and which files beside it, by kind, anybody can still read. */
  encryption: procedure.output(z.object({ isEncrypted: z.boolean(), linkedRecordings: z.int(), copiedRecordings: z.int() })),
  /**
   * Encrypts the project under a passphrase, or changes it; earlier versions and backups, which the old state could open,
   * are deleted and one new backup is made. The recovery key comes back once and is kept nowhere.
   */
  setPassphrase: procedure.input(z.strictObject({ current: z.string().max(1000).nullable(), next: z.string().min(8).max(1000) })).output(z.object({ recoveryKey: z.string() })),
  /** Writes the project plainly again. */
  removePassphrase: procedure.input(z.strictObject({ current: z.string().max(1000) })).output(z.object({ removed: z.boolean() })),
  backups: procedure.output(z.array(z.object({ name: z.string(), at: z.string(), generation: z.int(), size: z.int() }))),
  createBackup: procedure.output(z.object({ name: z.string(), at: z.string(), generation: z.int(), size: z.int() })),
  /** What a backup holds, beside what the project holds now. */
  previewBackup: procedure.input(z.strictObject({ name: z.string().min(1).max(200) })).output(z.object({
    at: z.string(), counts: z.record(z.string(), z.int()), now: z.record(z.string(), z.int()), changesSince: z.int(),
  })),
  /** Puts the project back; the state before is kept as a backup, whose name comes back. */
  restoreBackup: procedure.input(z.strictObject({ name: z.string().min(1).max(200) })).output(z.object({ before: z.string() })),
};
