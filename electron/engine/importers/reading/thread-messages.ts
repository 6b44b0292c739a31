import { EarshotError, type ErrorCode } from '#shared/errors.ts';
import { UnreadableFileError, type Problem, type SourceFile } from '../importer.ts';
import { addressOf, pathSource, type SourceAddress } from './path-source.ts';
import type { SourceReader } from './looked-at.ts';

export type Task = Exclude<keyof SourceReader, 'close'>;

/** A failure without its class, which does not survive the way between threads. */
export type Failure =
  | { kind: 'unreadable'; problem: Omit<Problem, 'file'> }
  | { kind: 'known'; code: ErrorCode; message: string }
  | { kind: 'unexpected'; message: string; stack: string };

/** To the thread: begin a task, or hand over as many more pieces of it. Sources travel as addresses. */
export type ToThread = { task: Task; input: unknown; sources: SourceAddress[] } | { more: number };

/** From the thread: it runs; a piece; the end; or what went wrong. */
export type FromThread = { kind: 'ready' } | { kind: 'piece'; piece: unknown } | { kind: 'end' } | { kind: 'failed'; failure: Failure };

/** Pieces that may be under way before one is taken: enough to keep both threads busy, little enough for the memory. */
export const piecesAhead = 4;

export function failureOf(error: unknown): Failure {
  if (error instanceof UnreadableFileError) return { kind: 'unreadable', problem: error.problem };
  if (error instanceof EarshotError) return { kind: 'known', code: error.code, message: error.message };
  const thrown = error instanceof Error ? error : new Error(String(error));
  return { kind: 'unexpected', message: thrown.message, stack: thrown.stack ?? '' };
}

export function errorOf(failure: Failure): Error {
  switch (failure.kind) {
    case 'unreadable': return new UnreadableFileError(failure.problem);
    case 'known': return new EarshotError(failure.code, failure.message);
    case 'unexpected': return Object.assign(new Error(failure.message), { stack: failure.stack });
  }
}

/** All addresses of the sources, or null if one of them has none. */
export function addressesOf(sources: readonly SourceFile[]): SourceAddress[] | null {
  const addresses = sources.map(addressOf);
  return addresses.every((address) => address !== null) ? addresses : null;
}

export const sourcesAt = (addresses: readonly SourceAddress[]): SourceFile[] => addresses.map(pathSource);
