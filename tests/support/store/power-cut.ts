import { dirname } from 'node:path';
import { type DiskContent, type DiskOperation, resize, writeInto } from './memory-disk.ts';
import type { Random } from './random.ts';

const sectorSize = 512;

type FileState = { data: Uint8Array; size: number };
type DataOperation = Extract<DiskOperation, { kind: 'write' | 'truncate' }>;
type NameOperation = Extract<DiskOperation, { kind: 'name' | 'rename' | 'unname' }>;

/**
 * One of the states that a power cut right after `operations` may leave on a disk that began as `start`. Bytes are
 * certain only up to their file's last sync, names only up to their folder's. Of what came later any part may be there:
 * a prefix, any subset in order, the last write torn at a sector or a byte, or a new length filled with zeros.
 */
export function afterPowerCut(start: DiskContent, operations: readonly DiskOperation[], random: Random): DiskContent {
  const files = new Map<number, FileState>();
  for (const [inode, bytes] of start.files) files.set(inode, { data: bytes.slice(), size: bytes.length });
  const pendingData = new Map<number, DataOperation[]>();
  for (const operation of operations) {
    if (operation.kind === 'write' || operation.kind === 'truncate') {
      const pending = pendingData.get(operation.inode) ?? [];
      pending.push(operation);
      pendingData.set(operation.inode, pending);
    } else if (operation.kind === 'sync') {
      for (const pending of pendingData.get(operation.inode) ?? []) applyData(files, pending);
      pendingData.delete(operation.inode);
    }
  }
  for (const [inode, pending] of pendingData) losePart(files, inode, { pending, random });
  const names = survivingNames(start.names, operations, random);
  return { names, files: contentOf(names, files) };
}

/** What a killed process leaves: everything that it did, for the system writes it out in its own time. */
export function afterKill(start: DiskContent, operations: readonly DiskOperation[]): DiskContent {
  const files = new Map<number, FileState>();
  for (const [inode, bytes] of start.files) files.set(inode, { data: bytes.slice(), size: bytes.length });
  const names = new Map(start.names);
  for (const operation of operations) {
    if (operation.kind === 'write' || operation.kind === 'truncate') applyData(files, operation);
    else if (operation.kind === 'name' || operation.kind === 'rename' || operation.kind === 'unname') applyName(names, operation);
  }
  return { names, files: contentOf(names, files) };
}

function contentOf(names: ReadonlyMap<string, number>, files: ReadonlyMap<number, FileState>): Map<number, Uint8Array> {
  return new Map(
    [...new Set(names.values())].map((inode): [number, Uint8Array] => {
      const file = files.get(inode);
      return [inode, file === undefined ? new Uint8Array() : file.data.slice(0, file.size)];
    }),
  );
}

function fileOf(files: Map<number, FileState>, inode: number): FileState {
  const file = files.get(inode) ?? { data: new Uint8Array(4096), size: 0 };
  files.set(inode, file);
  return file;
}

function applyData(files: Map<number, FileState>, operation: DataOperation): void {
  const file = fileOf(files, operation.inode);
  if (operation.kind === 'write') writeInto(file, operation.bytes, operation.position);
  else resize(file, operation.size);
}

function losePart(files: Map<number, FileState>, inode: number, { pending, random }: { pending: readonly DataOperation[]; random: Random }): void {
  const how = random.pick(['nothing', 'all', 'prefix', 'subset', 'zeros'] as const);
  if (how === 'nothing') return;
  const reached = how === 'prefix' ? random.below(pending.length) : pending.length;
  pending.slice(0, reached).forEach((operation) => {
    if (how === 'subset' && random.chance(0.5)) return;
    if (how === 'zeros' && operation.kind === 'write') {
      const file = fileOf(files, inode);
      resize(file, Math.max(file.size, operation.position + operation.bytes.length));
      return;
    }
    applyData(files, operation);
  });
  const torn = pending[reached];
  if (torn === undefined || torn.kind !== 'write') return;
  const length = random.chance(0.5) ? random.below(torn.bytes.length + 1) : Math.min(torn.bytes.length, sectorSize * random.below(1 + torn.bytes.length / sectorSize));
  if (length > 0) applyData(files, { ...torn, bytes: torn.bytes.subarray(0, length) });
}

function folderOf(operation: NameOperation): string {
  return dirname(operation.kind === 'rename' ? operation.to : operation.path);
}

function survivingNames(start: ReadonlyMap<string, number>, operations: readonly DiskOperation[], random: Random): Map<string, number> {
  const names = new Map(start);
  let pending: NameOperation[] = [];
  for (const operation of operations) {
    if (operation.kind === 'name' || operation.kind === 'rename' || operation.kind === 'unname') pending.push(operation);
    else if (operation.kind === 'sync-directory') {
      for (const done of pending) if (folderOf(done) === operation.path) applyName(names, done);
      pending = pending.filter((waiting) => folderOf(waiting) !== operation.path);
    }
  }
  const how = random.pick(['nothing', 'all', 'prefix', 'subset'] as const);
  const reached = how === 'nothing' ? 0 : how === 'prefix' ? random.below(pending.length + 1) : pending.length;
  for (const operation of pending.slice(0, reached)) if (how !== 'subset' || random.chance(0.5)) applyName(names, operation);
  return names;
}

function applyName(names: Map<string, number>, operation: NameOperation): void {
  if (operation.kind === 'name') names.set(operation.path, operation.inode);
  else if (operation.kind === 'unname') names.delete(operation.path);
  else {
    // A rename of which only the removal of the old name was lost leaves both names; journalled file systems do both or none.
    if (names.get(operation.from) === operation.inode) names.delete(operation.from);
    names.set(operation.to, operation.inode);
  }
}
