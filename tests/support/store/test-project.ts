import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '#shared/commands/command.ts';
import type { OpenOptions, ProjectFile } from '#engine/store/project-file.ts';
import { shelfHandlers } from './shelf-handlers.ts';

/** A folder of its own, removed by `remove`. */
export function aFolder(): { path: string; file: (name: string) => string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'earshot-store-'));
  return { path, file: (name) => join(path, name), remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A clock that only moves when told, and ids that count. */
export function aClock(start = '2025-03-01T09:00:00.000Z'): { now: () => Date; advance: (ms: number) => void } {
  let nowMs = Date.parse(start);
  return { now: () => new Date(nowMs), advance: (ms) => void (nowMs += ms) };
}

let lastId = 0;

/** UUIDs in a row; no two in one process are alike. */
export function countingId(): string {
  lastId += 1;
  return `00000000-0000-4000-8000-${lastId.toString(16).padStart(12, '0')}`;
}

/** Ids that no other process with another number makes. */
export function countingIdFrom(processNumber: number): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${processNumber.toString(16).padStart(8, '0')}-0000-4000-8000-${last.toString(16).padStart(12, '0')}`;
  };
}

export function storeOptions(path: string, more: Partial<OpenOptions> = {}): OpenOptions {
  return { path, clock: () => new Date(), newId: countingId, log: () => undefined, handlers: shelfHandlers, ...more };
}

export function base(): Pick<Command, 'id' | 'at' | 'actor'> {
  return { id: countingId(), at: '2025-03-01T09:00:00.000Z', actor: 'Ada' };
}

export function putCommand(key: string, text: string): Command {
  return { ...base(), name: 'shelf.put', version: 1, payload: { key, text } };
}

export function removeCommand(key: string): Command {
  return { ...base(), name: 'shelf.remove', version: 1, payload: { key } };
}

export function put(project: ProjectFile, key: string, text: string): ReturnType<ProjectFile['execute']> {
  return project.execute([putCommand(key, text)]);
}
