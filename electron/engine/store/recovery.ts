import { choosePair, type Evidence, type Pair, type PairRow } from './evidence.ts';
import { type FileSystem, readWhole, removeIfThere, syncFolderOf } from './file-system.ts';
import type { ReadFrame } from './journal-format.ts';
import type { JournalScan } from './journal-scan.ts';
import { applicationId } from './migrations/index.ts';
import type { ProjectPaths } from './project-paths.ts';
import { type Candidate, findCandidates, type Findings } from './recovery-offers.ts';
import { applicationIdOf } from './snapshot.ts';
import { type RecoveryOffer, StoreError } from './store-error.ts';
import { isEncrypted, type Vault } from './vault.ts';

/** What to open a project from. */
export type Start = {
  /** The line of the recovery table; R6 stands for any state that a person accepted. */
  readonly row: PairRow | 'R5' | 'R6' | 'R7';
  readonly bytes: Uint8Array;
  readonly snapshotHash: string | null;
  /** What the journal adds to the snapshot. */
  readonly frames: readonly ReadFrame[];
  /** The journal to go on with; null if a new one is needed. */
  readonly scan: JournalScan | null;
  /** What was recovered, for the person; null if there was nothing to recover. */
  readonly sentence: string | null;
  /** For a start that is not simply a pair: what is known beyond it. */
  readonly lastKnownSeq: number;
  readonly lastKnownGeneration: number;
};

export type RecoveryInput = {
  readonly fileSystem: FileSystem;
  readonly paths: ProjectPaths;
  readonly evidence: Evidence;
  readonly hasLeftoverLock: boolean;
  /** The id of the offer that a person chose. */
  readonly accept: string | undefined;
  readonly wasmPath: string | undefined;
  readonly vault: Vault | null;
};

/**
 * Decides what to open, without writing anything.
 * @throws StoreError PROJECT_NOT_FOUND | NOT_A_PROJECT, or PROJECT_DAMAGED with offers when a person must choose
 */
export async function chooseStart(input: RecoveryInput): Promise<Start> {
  const { evidence } = input;
  const pair = choosePair(evidence);
  if (pair !== null && pair.scan.tail.kind !== 'damaged') return startFromPair(pair);
  // A journal under its temporary name that fits no snapshot was never in use: nothing was acknowledged through it.
  const isJournalMissing = evidence.journal === null;
  if (isJournalMissing && !input.hasLeftoverLock && evidence.snapshot?.seal) return startAlone(evidence);
  refuseOtherFiles(input);
  const findings = await findCandidates({ ...input, isJournalMissing });
  const continued = pair === null && input.accept === undefined ? continuedByOlderJournal(evidence, findings) : null;
  if (continued !== null) return startFromCandidate(continued, findings, 'R5');
  const accepted = findings.candidates.find(({ offer }) => offer.id === input.accept);
  if (accepted === undefined) throw damaged(findings);
  return startFromCandidate(accepted, findings, 'R6');
}

/** @throws StoreError FOREIGN_WRITE when another program was interrupted while it wrote into the project file */
export function refuseForeignWrite(fileSystem: FileSystem, paths: ProjectPaths): void {
  const rollback = `${paths.snapshot}-journal`;
  const hasRollback = fileSystem.stat(rollback) !== null && startsLikeRollback(readWhole(fileSystem, rollback));
  if (!hasRollback && fileSystem.stat(`${paths.snapshot}-wal`) === null && fileSystem.stat(`${paths.snapshot}-shm`) === null) return;
  throw new StoreError(
    'FOREIGN_WRITE',
    'Another program was interrupted while it wrote into this project file. Earshot leaves everything as it is. Let that program finish, or open a copy or a backup.',
  );
}

/** Gives the chosen pair its names and removes what a broken save left. Does nothing that may not be done twice. */
export function finishInterruptedSave(fileSystem: FileSystem, paths: ProjectPaths, row: Start['row']): void {
  if (row === 'R3' || row === 'R4') fileSystem.rename(paths.snapshotNew, paths.snapshot);
  if (row === 'R2' || row === 'R4') fileSystem.rename(paths.journalNew, paths.journal);
  if (row === 'R2' || row === 'R3' || row === 'R4') syncFolderOf(fileSystem, paths.snapshot);
  removeIfThere(fileSystem, paths.snapshotNew);
  removeIfThere(fileSystem, paths.journalNew);
}

function startFromPair({ row, snapshot, scan }: Pair): Start {
  return {
    row,
    bytes: snapshot.bytes,
    snapshotHash: snapshot.hash,
    frames: scan.frames,
    scan,
    sentence: sentenceForPair(scan),
    lastKnownSeq: scan.lastSeq,
    lastKnownGeneration: scan.header.generation,
  };
}

function sentenceForPair({ frames, tail }: JournalScan): string | null {
  const commands = frames.reduce((sum, { count }) => sum + count, 0);
  const dropped = tail.kind === 'unfinished' ? ' A change that was being saved at that moment had not been confirmed and was dropped.' : '';
  if (commands === 0 && dropped === '') return null;
  const restored = commands === 0 ? 'No saved change was affected.' : `${commands === 1 ? 'One saved change was' : `${commands} saved changes were`} restored.`;
  return `Earshot was interrupted when this project was last open. ${restored}${dropped}`;
}

function startAlone({ snapshot }: Evidence): Start {
  if (snapshot === null || snapshot.seal === null) throw new Error('A project file on its own needs its seal.');
  return {
    row: 'R7',
    bytes: snapshot.bytes,
    snapshotHash: snapshot.hash,
    frames: [],
    scan: null,
    sentence: null,
    lastKnownSeq: snapshot.seal.lastSeq,
    lastKnownGeneration: snapshot.seal.generation,
  };
}

function startFromCandidate({ bytes, frames, offer }: Candidate, findings: Findings, row: 'R5' | 'R6'): Start {
  const { lastKnownSeq, lastKnownGeneration } = findings;
  return { row, bytes, snapshotHash: null, frames, scan: null, sentence: sentenceForRepair(offer), lastKnownSeq, lastKnownGeneration };
}

function sentenceForRepair({ at, lostCommands }: RecoveryOffer): string {
  const state = `This project was repaired: it is as it was at ${at}.`;
  if (lostCommands === null) return `${state} Changes made after that, if there were any, are lost.`;
  if (lostCommands === 0) return `${state} Nothing is lost.`;
  return `${state} ${lostCommands === 1 ? 'The last change is' : `The last ${lostCommands} changes are`} lost.`;
}

/** R5: the project file is whole and newer than its journal, and that journal's chain passes through it to the last command. */
function continuedByOlderJournal({ snapshot, journal }: Evidence, { candidates, lastKnownSeq }: Findings): Candidate | null {
  const scan = journal?.scan ?? null;
  const seal = snapshot?.seal ?? null;
  if (seal === null || scan === null || scan.tail.kind === 'damaged' || scan.header.generation >= seal.generation) return null;
  const current = candidates.find(({ source }) => source === 'current');
  if (current === undefined || current.reach !== lastKnownSeq) return null;
  const passes = current.frames.length > 0 || (scan.lastSeq === current.meta.lastSeq && scan.head === current.meta.head);
  return passes ? current : null;
}

/** Nothing at all, or the remains of a project that was never created; or some other kind of file. */
function refuseOtherFiles({ evidence, fileSystem, paths }: RecoveryInput): void {
  const { snapshot, journal } = evidence;
  if (journal !== null || fileSystem.list(paths.backups).length > 0) return;
  if (snapshot === null) throw new StoreError('PROJECT_NOT_FOUND', 'There is no project at this place.');
  if (snapshot.seal === null && !isEncrypted(snapshot.bytes) && applicationIdOf(snapshot.bytes) !== applicationId) {
    throw new StoreError('NOT_A_PROJECT', 'This file is not an Earshot project.');
  }
}

function damaged({ candidates }: Findings): StoreError {
  const offers = candidates.map(({ offer }) => offer);
  const what = 'The project file or its log is damaged, is missing, or was changed by another program. Nothing was touched.';
  const next = offers.length === 0 ? 'No state of it can be read; look for a copy elsewhere.' : 'Choose the state to go on with.';
  return new StoreError('PROJECT_DAMAGED', `${what} ${next}`, { offers });
}

function startsLikeRollback(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd9 && bytes[1] === 0xd5 && bytes[2] === 0x05 && bytes[3] === 0xf9;
}
