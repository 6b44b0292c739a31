import { type FileSystem, hasErrorCode, readWhole } from './file-system.ts';
import { type JournalScan, scanJournal } from './journal-scan.ts';
import type { ProjectPaths } from './project-paths.ts';
import { inspectSnapshot, type Seal } from './snapshot.ts';
import { StoreError } from './store-error.ts';

export type SnapshotEvidence = { readonly bytes: Uint8Array; readonly hash: string; readonly seal: Seal | null };
/** `scan` is null if the header cannot be read. */
export type JournalEvidence = { readonly bytes: Uint8Array; readonly scan: JournalScan | null };

/** What lies on disk; null for files that are not there. */
export type Evidence = {
  readonly snapshot: SnapshotEvidence | null;
  readonly snapshotNew: SnapshotEvidence | null;
  readonly journal: JournalEvidence | null;
  readonly journalNew: JournalEvidence | null;
};

/** Just under 2 GiB: node refuses larger reads, and SQLite's page limit lies below. */
const maxFileSize = 2_147_000_000;

/** Reads snapshots and journals, without judging them. @throws StoreError TOO_LARGE */
export function readEvidence(fileSystem: FileSystem, paths: ProjectPaths): Evidence {
  return {
    snapshot: readSnapshot(fileSystem, paths.snapshot),
    snapshotNew: readSnapshot(fileSystem, paths.snapshotNew),
    journal: readJournal(fileSystem, paths.journal),
    journalNew: readJournal(fileSystem, paths.journalNew),
  };
}

export function readSnapshot(fileSystem: FileSystem, path: string): SnapshotEvidence | null {
  const bytes = readIfThere(fileSystem, path);
  return bytes === null ? null : { bytes, ...inspectSnapshot(bytes) };
}

export function readJournal(fileSystem: FileSystem, path: string): JournalEvidence | null {
  const bytes = readIfThere(fileSystem, path);
  return bytes === null ? null : { bytes, scan: scanJournal(bytes) };
}

function readIfThere(fileSystem: FileSystem, path: string): Uint8Array | null {
  const stat = fileSystem.stat(path);
  if (stat === null) return null;
  if (stat.isDirectory) throw new StoreError('NOT_A_PROJECT', 'This is a folder, not an Earshot project.');
  if (stat.size > maxFileSize) throw new StoreError('TOO_LARGE', 'This file is larger than any project that Earshot can hold (2 GB).');
  try {
    return readWhole(fileSystem, path);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Where a pair was found, as the recovery table numbers it. */
export type PairRow = 'R1' | 'R2' | 'R3' | 'R4';

export type Pair = { readonly row: PairRow; readonly snapshot: SnapshotEvidence; readonly scan: JournalScan };

/**
 * Of all journals beside the very snapshot that they name, the one that reaches the highest sequence; on a tie the
 * lowest row. Null if there is none.
 */
export function choosePair({ snapshot, snapshotNew, journal, journalNew }: Evidence): Pair | null {
  const rows: [PairRow, SnapshotEvidence | null, JournalEvidence | null][] = [
    ['R1', snapshot, journal],
    ['R2', snapshot, journalNew],
    ['R3', snapshotNew, journal],
    ['R4', snapshotNew, journalNew],
  ];
  let best: Pair | null = null;
  for (const [row, beside, from] of rows) {
    const scan = from?.scan ?? null;
    if (beside === null || scan === null || scan.header.snapshotHash !== beside.hash) continue;
    if (best === null || scan.lastSeq > best.scan.lastSeq) best = { row, snapshot: beside, scan };
  }
  return best;
}
