import { z } from 'zod';

/** The closed list of codes that a person can act on. Every one has a sentence and a next step in the page's locale files. */
export const errorCodes = [
  'NO_PROJECT', 'PROJECT_NOT_FOUND', 'PROJECT_EXISTS', 'PROJECT_LOCKED', 'PROJECT_DAMAGED', 'NOT_A_PROJECT', 'NEWER_VERSION',
  'READ_ONLY', 'PASSPHRASE_NEEDED', 'WRONG_PASSPHRASE', 'DISK_FULL', 'NOT_SAVED', 'NOT_FOUND', 'REFUSED', 'CHANGED_MEANWHILE', 'NOTHING_TO_UNDO', 'NOTHING_TO_REDO',
  'FILE_NOT_FOUND', 'UNREADABLE_FILE', 'BUSY', 'CANCELLED', 'UNKNOWN_FORMAT', 'NOT_AVAILABLE',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A part that another window changed: what stands there now, and its version. */
export const ChangedPart = z.object({ value: z.unknown(), version: z.string() });
export type ChangedPart = z.infer<typeof ChangedPart>;

/** What travels with an error: a whole sentence for a person, and with CHANGED_MEANWHILE what is there now, by part. */
export const ErrorDetail = z.object({ message: z.string(), now: z.record(z.string(), ChangedPart).optional() });
export type ErrorDetail = z.infer<typeof ErrorDetail>;

/** A failure that a person can act on, thrown inside the engine and turned into the contract's error of the same code. */
export class EarshotError extends Error {
  constructor(readonly code: ErrorCode, message: string) {
    super(message);
    this.name = 'EarshotError';
  }
}
