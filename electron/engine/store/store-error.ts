/** Everything that can go wrong with a project file, as stable codes. */
export type StoreErrorCode =
  | 'PROJECT_NOT_FOUND' // no such file
  | 'PROJECT_EXISTS' // create refuses to overwrite
  | 'PROJECT_LOCKED' // open elsewhere
  | 'PROJECT_DAMAGED' // needs a decision: see `offers`
  | 'NOT_A_PROJECT' // some other kind of file
  | 'FOREIGN_WRITE' // another program was interrupted while writing into the file
  | 'NEWER_VERSION' // written by a later Earshot
  | 'UNEXPECTED_SCHEMA' // tables that Earshot did not make
  | 'REPLAY_FAILED' // a logged command can no longer be applied
  | 'TOO_LARGE' // over the size that a project may have
  | 'DISK_FULL'
  | 'READ_ONLY'
  | 'NOT_SAVED' // applied in memory, not on disk
  | 'IO_FAILED'
  | 'BACKUP_NOT_FOUND'
  | 'BACKUP_DAMAGED'
  | 'PASSPHRASE_NEEDED' // encrypted, and no passphrase was given
  | 'WRONG_PASSPHRASE' // wrong, or the file was altered: nobody can tell which
  | 'ENGINE_BROKEN' // sql.js missing or altered
  | 'CLOSED';

/** A state that a damaged project can be opened in. Open again with `accept: offer.id` to take it. */
export type RecoveryOffer = {
  readonly id: string;
  /** When that state was current, ISO 8601 UTC; null if unknown. */
  readonly at: string | null;
  /** Acknowledged commands that would be lost; null if that cannot be known. */
  readonly lostCommands: number | null;
  /** A whole sentence for a person. */
  readonly sentence: string;
};

/** A project file that cannot be opened, read or written. The message is a whole sentence: what, and what to do. */
export class StoreError extends Error {
  readonly offers: readonly RecoveryOffer[];

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options: { cause?: unknown; offers?: readonly RecoveryOffer[] } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'StoreError';
    this.offers = options.offers ?? [];
  }
}

/** Where the store reports what a developer may want to know: a code and ids or numbers, never content. */
export type StoreLog = (line: {
  level: 'info' | 'warn' | 'error';
  code: string;
  detail?: Record<string, string | number | boolean | null>;
}) => void;

/** The file system's own error as one that a person can act on. */
export function toStoreError(error: unknown, doing: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StoreError('DISK_FULL', `The disk is full: ${doing} failed. Make room and try again.`, { cause: error });
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new StoreError('READ_ONLY', `Earshot may not write at this place: ${doing} failed. Copy the project to a folder of your own.`, { cause: error });
  }
  return new StoreError('IO_FAILED', `The disk reported an error: ${doing} failed${code === '' ? '' : ` (${code})`}.`, { cause: error });
}

/** An error of the file system as one that a person can act on; any other as it is. */
export function ofDisk(error: unknown, doing: string): unknown {
  return error instanceof Error && 'syscall' in error ? toStoreError(error, doing) : error;
}
