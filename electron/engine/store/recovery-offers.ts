import { join } from 'node:path';
import { listBackups } from './backups.ts';
import { type Database, openDatabase } from './database.ts';
import { type Evidence, type JournalEvidence, readJournal, readSnapshot, type SnapshotEvidence } from './evidence.ts';
import type { FileSystem } from './file-system.ts';
import { findFrames, type ReadFrame } from './journal-format.ts';
import { plainFrame } from './keyring.ts';
import { checkPages, checkSchema, type Meta, readMeta } from './open-checks.ts';
import type { ProjectPaths } from './project-paths.ts';
import { databaseIn } from './snapshot.ts';
import type { RecoveryOffer } from './store-error.ts';
import type { Vault } from './vault.ts';

/** A state that the project can go on from: a snapshot and the frames of any journal that continue it. */
export type Candidate = {
  readonly offer: RecoveryOffer;
  /** `current`: the project file itself, sound. `as-is`: the project file though its seal does not fit. */
  readonly source: 'current' | 'new' | 'previous' | 'backup' | 'as-is';
  readonly bytes: Uint8Array;
  readonly frames: readonly ReadFrame[];
  readonly meta: Meta;
  readonly reach: number;
};

export type Findings = {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The highest sequence and generation that anything on disk speaks of. */
  readonly lastKnownSeq: number;
  readonly lastKnownGeneration: number;
};

type Source = { readonly kind: Candidate['source']; readonly label: string; readonly file: SnapshotEvidence };

const backupsLookedAt = 5;

/**
 * Looks at everything beside a project for states to go on from. Frames are taken from every journal, sound or not:
 * each names the chain head that it follows, so that only what truly continues a snapshot is joined to it.
 */
export async function findCandidates(at: { fileSystem: FileSystem; paths: ProjectPaths; evidence: Evidence; isJournalMissing: boolean; wasmPath: string | undefined; vault: Vault | null }): Promise<Findings> {
  const { fileSystem, paths, evidence } = at;
  const previousNames = fileSystem.list(paths.backups).filter((name) => name.startsWith('previous-g'));
  const journals = [evidence.journal, evidence.journalNew];
  for (const name of previousNames) if (name.endsWith('.journal')) journals.push(readJournal(fileSystem, join(paths.backups, name)));
  const sources = collectSources(at, previousNames);
  const { frames, lastKnownSeq, lastKnownGeneration } = collectFrames(journals.filter((journal) => journal !== null), sources);
  const engine = await openDatabase({ wasmPath: at.wasmPath });
  const candidates: Candidate[] = [];
  for (const source of sources) {
    const candidate = toCandidate(source, readSound(engine, source, at.vault), { vault: at.vault, frames, lastKnownSeq: at.isJournalMissing ? null : lastKnownSeq });
    if (candidate !== null) candidates.push(candidate);
  }
  engine.close();
  return { candidates: bestFirst(candidates), lastKnownSeq, lastKnownGeneration };
}

type Frames = { frames: Map<string, ReadFrame>; lastKnownSeq: number; lastKnownGeneration: number };

/** Every sound frame on disk, by the chain head that it follows. */
function collectFrames(journals: readonly JournalEvidence[], sources: readonly Source[]): Frames {
  const frames = new Map<string, ReadFrame>();
  const sequences = [0];
  const generations = [0];
  for (const { scan, bytes } of journals) {
    if (scan !== null) {
      sequences.push(scan.header.baseSeq);
      generations.push(scan.header.generation);
    }
    for (const frame of findFrames(bytes, 0)) {
      frames.set(frameKey(frame.seq, frame.headBefore), frame);
      sequences.push(frame.durable, frame.seq + frame.count - 1);
      generations.push(frame.generation);
    }
  }
  for (const { file } of sources) {
    sequences.push(file.seal?.lastSeq ?? 0);
    generations.push(file.seal?.generation ?? 0);
  }
  const highest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), 0);
  return { frames, lastKnownSeq: highest(sequences), lastKnownGeneration: highest(generations) };
}

function collectSources({ fileSystem, paths, evidence }: { fileSystem: FileSystem; paths: ProjectPaths; evidence: Evidence }, previousNames: string[]): Source[] {
  const sources: Source[] = [];
  const { snapshot, snapshotNew } = evidence;
  if (snapshot !== null) sources.push({ kind: snapshot.seal === null ? 'as-is' : 'current', label: 'the project file', file: snapshot });
  if (snapshotNew !== null) sources.push({ kind: 'new', label: 'a new version that was being saved', file: snapshotNew });
  for (const name of previousNames) {
    const file = name.endsWith('.earshot') ? readSnapshot(fileSystem, join(paths.backups, name)) : null;
    if (file !== null) sources.push({ kind: 'previous', label: 'the version before the last save', file });
  }
  for (const { name } of listBackups(fileSystem, paths).slice(0, backupsLookedAt)) {
    const file = readSnapshot(fileSystem, join(paths.backups, name));
    if (file !== null) sources.push({ kind: 'backup', label: 'a backup', file });
  }
  return sources;
}

function frameKey(seq: number, headBefore: string): string {
  return `${seq} ${headBefore}`;
}

/** Null for a source that cannot be read or is no sound project. */
function toCandidate(source: Source, meta: Meta | null, known: { frames: ReadonlyMap<string, ReadFrame>; lastKnownSeq: number | null; vault: Vault | null }): Candidate | null {
  if (meta === null) return null;
  const { kind, file } = source;
  const { frames, lastKnownSeq } = known;
  const following: ReadFrame[] = [];
  let { lastSeq: reach, head } = meta;
  for (let next = frames.get(frameKey(reach + 1, head)); next !== undefined; next = frames.get(frameKey(reach + 1, head))) {
    following.push(next);
    reach = next.seq + next.count - 1;
    head = next.headAfter;
  }
  const lostCommands = kind === 'as-is' || lastKnownSeq === null ? null : Math.max(0, lastKnownSeq - reach);
  const at = timeOf(following.at(-1), known.vault) ?? meta.savedAt;
  const offer = { id: `${kind}-${file.hash.slice(0, 16)}-${reach}`, at, lostCommands, sentence: sentenceFor(source, at, lostCommands) };
  return { offer, source: kind, bytes: file.bytes, frames: following, meta, reach };
}

function readSound(engine: Database, { kind, file }: Source, vault: Vault | null): Meta | null {
  if (kind !== 'as-is' && file.seal === null) return null;
  try {
    const db = engine.another(databaseIn(file.bytes, vault));
    try {
      checkSchema(db);
      if (kind === 'as-is') checkPages(db);
      return readMeta(db);
    } finally {
      db.close();
    }
  } catch {
    // Whatever is wrong with it, it is not a state to offer.
    return null;
  }
}

/** When the last command of a frame was made. */
function timeOf(frame: ReadFrame | undefined, vault: Vault | null): string | null {
  if (frame === undefined) return null;
  try {
    const entries = JSON.parse(Buffer.from(plainFrame(frame, vault).payload).toString('utf8')) as { at: string }[];
    return entries.at(-1)?.at ?? null;
  } catch {
    // An entry under another key: it will not be replayed either.
    return null;
  }
}

function sentenceFor({ kind, label }: Source, at: string, lostCommands: number | null): string {
  if (kind === 'as-is') return `Open the project file as it is (last saved by Earshot ${at}); another program changed it, or it was damaged.`;
  const state = `The state of ${at}, from ${label}.`;
  if (lostCommands === null) return `${state} Changes made after that, if there were any, would be lost.`;
  if (lostCommands === 0) return `${state} Nothing would be lost.`;
  return `${state} The last ${lostCommands} ${lostCommands === 1 ? 'change' : 'changes'} would be lost.`;
}

/** One candidate for every state that can be reached; the file as it is comes last, because nobody can vouch for it. */
function bestFirst(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<number>();
  const vouched = candidates
    .filter(({ source }) => source !== 'as-is')
    .toSorted((a, b) => b.reach - a.reach)
    .filter(({ reach }) => !seen.has(reach) && seen.add(reach));
  return [...vouched, ...candidates.filter(({ source }) => source === 'as-is')];
}
