import { ORPCError } from '@orpc/server';
import { EarshotError, type ErrorCode, type ErrorDetail } from '#shared/errors.ts';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { CommandRefused } from '#engine/log/handler.ts';
import { StoreError, type StoreErrorCode } from '#engine/store/store-error.ts';

const storeCodes: Record<StoreErrorCode, ErrorCode> = {
  PROJECT_NOT_FOUND: 'PROJECT_NOT_FOUND', PROJECT_EXISTS: 'PROJECT_EXISTS', PROJECT_LOCKED: 'PROJECT_LOCKED',
  PASSPHRASE_NEEDED: 'PASSPHRASE_NEEDED', WRONG_PASSPHRASE: 'WRONG_PASSPHRASE', PROJECT_DAMAGED: 'PROJECT_DAMAGED', NOT_A_PROJECT: 'NOT_A_PROJECT', FOREIGN_WRITE: 'PROJECT_DAMAGED', NEWER_VERSION: 'NEWER_VERSION',
  UNEXPECTED_SCHEMA: 'PROJECT_DAMAGED', REPLAY_FAILED: 'PROJECT_DAMAGED', TOO_LARGE: 'DISK_FULL', DISK_FULL: 'DISK_FULL',
  READ_ONLY: 'READ_ONLY', NOT_SAVED: 'NOT_SAVED', IO_FAILED: 'NOT_SAVED', BACKUP_NOT_FOUND: 'NOT_FOUND', BACKUP_DAMAGED: 'PROJECT_DAMAGED',
  ENGINE_BROKEN: 'NOT_AVAILABLE', CLOSED: 'NO_PROJECT',
};

const commandCodes: Record<string, ErrorCode> = {
  NOT_FOUND: 'NOT_FOUND', CHANGED_MEANWHILE: 'CHANGED_MEANWHILE', NOTHING_TO_UNDO: 'NOTHING_TO_UNDO', NOTHING_TO_REDO: 'NOTHING_TO_REDO',
};

/**
 * The contract's error for a failure that a person can act on; anything else goes through unchanged and reaches the
 * other side as "internal error", without its text.
 */
export function refusal(error: unknown): unknown {
  if (error instanceof EarshotError) return declared(error.code, error.message);
  if (error instanceof StoreError) return declared(storeCodes[error.code], error.message);
  if (error instanceof CommandRefused) return declared(commandCodes[error.code] ?? 'REFUSED', error.message, error.now);
  if (error instanceof UnreadableFileError) return declared('UNREADABLE_FILE', error.message);
  return error;
}

function declared(code: ErrorCode, message: string, now: ErrorDetail['now'] | null = null): ORPCError<ErrorCode, ErrorDetail> {
  return new ORPCError(code, { defined: true, message, data: { message, ...(now === null ? {} : { now }) } });
}

/** Passes a stream on, turning what it throws into the contract's errors. */
export async function* refusing<T, R>(stream: AsyncGenerator<T, R, void>): AsyncGenerator<T, R, void> {
  try {
    return yield* stream;
  } catch (error) {
    throw refusal(error);
  }
}
