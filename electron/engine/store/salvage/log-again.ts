import { applyRequest, type Registry, replayFrame } from '#engine/log/apply.ts';
import { genesisHead, verifyChain } from '#engine/log/chain.ts';
import type { LogEntry, LogPosition } from '#engine/log/log-row.ts';
import { newSalts } from '#engine/log/salts.ts';
import type { Database } from '../database.ts';
import { findFrames, type ReadFrame } from '../journal-format.ts';
import { plainFrame } from '../keyring.ts';
import type { Meta } from '../open-checks.ts';
import type { Vault } from '../vault.ts';

/** A change from the journal, and whether it could be made again. */
export type JournalEntry = { readonly entry: LogEntry; readonly isDone: boolean };

type JournalFrame = ReadFrame & { readonly entries: readonly LogEntry[] };

/** What the journal beside a damaged project still holds. */
export type JournalFind = {
  readonly frames: readonly JournalFrame[];
  /** Places in the journal that are damaged or, in an encrypted project, under another key. */
  readonly unreadable: number;
};

/** Every sound frame of a journal, in order, each once and decrypted. */
export function readJournalFrames(bytes: Uint8Array | null, vault: Vault | null): JournalFind {
  const frames = new Map<number, JournalFrame>();
  let unreadable = 0;
  for (const frame of bytes === null ? [] : findFrames(bytes, 0)) {
    try {
      const plain = plainFrame(frame, vault);
      frames.set(frame.seq, { ...plain, entries: JSON.parse(Buffer.from(plain.payload).toString('utf8')) as LogEntry[] });
    } catch {
      // Under the key of another project, or altered: there is nothing to be read in it.
      unreadable += 1;
    }
  }
  return { frames: [...frames.values()].toSorted((a, b) => a.seq - b.seq), unreadable };
}

/**
 * Keeps the record of changes where it is whole, to its last line. Where a line is lost nothing vouches for the others, and
 * undo could not be trusted: the project then begins a record and an id of its own. @returns where its log stands
 */
export async function keepLog(db: Database, meta: Meta | null, newId: () => string): Promise<{ projectId: string; position: LogPosition; isKept: boolean }> {
  if (meta !== null && (await verifyChain(db, meta)).ok) return { projectId: meta.projectId, position: { lastSeq: meta.lastSeq, head: meta.head }, isKept: true };
  db.exec('PRAGMA foreign_keys = OFF');
  db.transaction(() => db.run('DELETE FROM command_log'));
  const projectId = newId();
  return { projectId, position: { lastSeq: 0, head: genesisHead(projectId) }, isKept: false };
}

/**
 * Makes the changes of the journal again that came after what was read: as the very same lines of the record where that is whole,
 * else each for itself, as far as what it is about could be read. `lastSeq` is the last change that the damaged file held.
 */
export function makeAgain(db: Database, at: { registry: Registry; position: LogPosition; lastSeq: number }, frames: readonly JournalFrame[]): { entries: JournalEntry[]; position: LogPosition } {
  const entries: JournalEntry[] = [];
  let { position } = at;
  for (const frame of frames.filter(({ seq }) => seq > at.lastSeq)) {
    const replayed = frame.seq === position.lastSeq + 1 && frame.headBefore === position.head ? attempt(db, () => replayFrame(db, { registry: at.registry, position }, frame)) : null;
    if (replayed !== null) {
      position = replayed;
      entries.push(...frame.entries.map((entry) => ({ entry, isDone: true })));
      continue;
    }
    for (const entry of frame.entries) {
      const { id, name, version, actor, payload } = entry;
      // What an undo took back stands in another record: here it is a change like any other.
      const step = { kind: 'do' as const, target: null, command: { id, name, version, at: entry.at, actor, payload } };
      const applied = attempt(db, () => applyRequest(db, { context: { registry: at.registry, newSalts }, position }, [step]).position);
      position = applied ?? position;
      entries.push({ entry, isDone: applied !== null });
    }
  }
  return { entries, position };
}

/** Null where a change is about something that is lost; the database is then as it was. */
function attempt(db: Database, change: () => LogPosition): LogPosition | null {
  try {
    return db.transaction(change);
  } catch {
    return null;
  }
}
