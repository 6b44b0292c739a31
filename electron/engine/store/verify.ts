import { verifyChain } from '#engine/log/chain.ts';
import type { LogPosition } from '#engine/log/log-row.ts';
import type { Database } from './database.ts';
import { type FileSystem, readWhole } from './file-system.ts';
import { scanJournal } from './journal-scan.ts';
import type { Check } from './project-file.ts';
import type { ProjectPaths } from './project-paths.ts';
import { inspectSnapshot } from './snapshot.ts';

export type VerifyInput = {
  readonly fileSystem: FileSystem;
  readonly paths: ProjectPaths;
  readonly db: Database;
  readonly projectId: string;
  readonly position: LogPosition;
  /** Null where the project has none (opened for reading, copied alone). */
  readonly journalPath: string | null;
  readonly snapshotHash: string | null;
};

/** Reads everything again, on disk and in memory, and says of each part whether it is what was written. */
export async function verifyProject(input: VerifyInput): Promise<Check[]> {
  const checks: Check[] = [];
  const work = [() => checkSnapshot(input), () => checkJournal(input), () => checkLog(input), () => checkIntegrity(input.db), () => checkReferences(input.db)];
  for (const check of work) {
    try {
      checks.push(...(await check()));
    } catch (error) {
      checks.push({ name: 'reading', ok: false, detail: `A part of the project could not be read: ${String(error)}` });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return checks;
}

function checkSnapshot({ fileSystem, paths, snapshotHash }: VerifyInput): Check[] {
  const { hash, seal } = inspectSnapshot(readWhole(fileSystem, paths.snapshot));
  const ok = seal !== null && (snapshotHash === null || hash === snapshotHash);
  const detail = ok ? `Generation ${seal.generation}, SHA-256 ${hash}.` : 'The project file is not what Earshot wrote.';
  return [{ name: 'snapshot', ok, detail }];
}

function checkJournal({ fileSystem, journalPath, snapshotHash, position }: VerifyInput): Check[] {
  if (journalPath === null) return [];
  const scan = scanJournal(readWhole(fileSystem, journalPath));
  const name = 'journal';
  if (scan === null) return [{ name, ok: false, detail: 'The head of the journal is damaged.' }];
  if (snapshotHash !== null && scan.header.snapshotHash !== snapshotHash) return [{ name, ok: false, detail: 'The journal belongs to another version of the project file.' }];
  if (scan.tail.kind !== 'clean' || scan.lastSeq !== position.lastSeq || scan.head !== position.head) {
    return [{ name, ok: false, detail: `The journal ends at command ${scan.lastSeq}; the last command is ${position.lastSeq}.` }];
  }
  return [{ name, ok: true, detail: `${scan.frames.length} entries after the project file, to command ${scan.lastSeq}.` }];
}

async function checkLog({ db, projectId, position }: VerifyInput): Promise<Check[]> {
  const { ok, detail } = await verifyChain(db, { projectId, ...position });
  return [{ name: 'command log', ok, detail }];
}

/** SQLite's own check covers the full-text index as well; its complaints are told apart by their words. */
function checkIntegrity(db: Database): Check[] {
  const complaints = db.all<{ integrity_check: string }>('PRAGMA integrity_check').map((row) => row.integrity_check).filter((text) => text !== 'ok');
  const ofText = complaints.filter((text) => text.includes('FTS'));
  const ofPages = complaints.filter((text) => !text.includes('FTS'));
  return [
    { name: 'integrity', ok: ofPages.length === 0, detail: ofPages[0] ?? 'All pages, rows and indexes are sound.' },
    { name: 'full text', ok: ofText.length === 0, detail: ofText[0] ?? 'The text index says what the turns say.' },
  ];
}

function checkReferences(db: Database): Check[] {
  const broken = db.all<{ table: string; parent: string }>('PRAGMA foreign_key_check');
  const [first] = broken;
  const detail = first === undefined ? 'Every reference leads somewhere.' : `${broken.length} references lead nowhere, the first from ${first.table} to ${first.parent}.`;
  return [{ name: 'references', ok: first === undefined, detail }];
}
