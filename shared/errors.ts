import { z } from 'zod';

/** The closed list of codes that a person can act on. Every one has a sentence and a next step in the page's locale files. */
export const errorCodes = [
  'NO_PROJECT', 'PROJECT_NOT_FOUND', 'PROJECT_EXISTS', 'PROJECT_LOCKED', 'PROJECT_DAMAGED', 'NOT_A_PROJECT', 'NEWER_VERSION',
  'READ_ONLY', 'PASSPHRASE_NEEDED', 'WRONG_PASSPHRASE', 'DISK_FULL', 'NOT_SAVED', 'NOT_FOUND', 'REFUSED', 'NOTHING_TO_UNDO', 'NOTHING_TO_REDO',
  'FILE_NOT_FOUND', 'UNREADABLE_FILE', 'BUSY', 'CANCELLED', 'UNKNOWN_FORMAT', 'NOT_AVAILABLE',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What travels with an error: a whole sentence for a person. */
export const ErrorDetail = z.object({ message: z.string() });

/** A failure that a person can act on, thrown inside the engine and turned into the contract's error of the same code. */
export class EarshotError extends Error {
  constructor(readonly code: ErrorCode, message: string) {
    super(message);
    this.name = 'EarshotError';
  }
}
