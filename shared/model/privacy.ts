import { z } from 'zod';

/** Kinds of personal data, by the names that redaction tools commonly use. */
export const entityTypes = [
  'CREDIT_CARD', 'IBAN_CODE', 'US_SSN', 'EMAIL_ADDRESS', 'PHONE_NUMBER', 'IP_ADDRESS', 'ACCOUNT_NUMBER', 'US_DRIVER_LICENSE', 'DOMAIN_NAME',
  'PERSON', 'STREET_ADDRESS', 'ZIP_CODE', 'GPE', 'ORGANIZATION', 'NRP', 'AGE', 'DATE_TIME',
] as const;
export const EntityType = z.enum(entityTypes);
export type EntityType = z.infer<typeof EntityType>;

/** What a project hides, how, and for how long it keeps what. Months are calendar months before today; null keeps for good. */
export const PrivacyPolicy = z.strictObject({
  /** Kinds that are suggested for hiding. */
  types: z.array(EntityType).max(entityTypes.length),
  /** What screens and players show of hidden places. Exports and briefings never show them. */
  show: z.enum(['redacted', 'original']),
  keepMonths: z.int().min(1).max(1200).nullable(),
  /** After how long without use an encrypted project locks itself; null never. */
  lockMinutes: z.int().min(1).max(1440).nullable(),
  /** What is heard where hidden words are said. */
  sound: z.enum(['silence', 'tone']),
});
export type PrivacyPolicy = z.infer<typeof PrivacyPolicy>;

/** A place in a transcript that holds personal data, or was looked at. Offsets are UTF-16 units of the turn's text. */
export const PrivatePlace = z.object({
  /** null while it is only suggested. */
  id: z.string().nullable(),
  turnSeq: z.int(), charStart: z.int(), charEnd: z.int(),
  startMs: z.number().nullable(), endMs: z.number().nullable(),
  type: EntityType, status: z.enum(['suggested', 'applied', 'dismissed', 'final']),
  /** The words; null once they are gone for good. */
  text: z.string().nullable(),
});
export type PrivatePlace = z.infer<typeof PrivatePlace>;

/** What an erasure removed, and what is left elsewhere. It names no person. */
export const ErasureReceipt = z.object({
  id: z.string(), at: z.string(), actor: z.string(), reason: z.enum(['customer', 'retention', 'redaction']), status: z.enum(['pending', 'done']),
  /** Rows by what they were; `media` counts recordings, `log` changes whose content was cleared. */
  removed: z.record(z.string(), z.int()),
  /** Files that were deleted: earlier versions, backups, copied recordings. */
  files: z.int(),
  /** Recordings that lie outside of the project and were left where they are. */
  recordingsLeft: z.array(z.string()),
});
export type ErasureReceipt = z.infer<typeof ErasureReceipt>;

/** One line of the audit view: what was done, by whom, never what it said. */
export const AuditEntry = z.object({
  seq: z.int(), at: z.string(), actor: z.string(), kind: z.enum(['do', 'undo', 'redo']), name: z.string(), entityId: z.string().nullable(),
  interactionId: z.string().nullable(), isUndone: z.boolean(), isErased: z.boolean(), hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
