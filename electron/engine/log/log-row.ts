import type { Database } from '#engine/store/database.ts';
import { commitment, nextHead } from './chain.ts';

export type CommandKind = 'do' | 'undo' | 'redo';

/** The stored form of an inverse: with the version of the handler that made it. */
export type StoredInverse = { readonly name: string; readonly version: number; readonly payload: Record<string, unknown> };

/** One executed command as the journal keeps it: all that is needed to do it again and to log it alike. */
export type LogEntry = {
  readonly seq: number;
  readonly id: string;
  readonly request: number;
  readonly kind: CommandKind;
  readonly target: number | null;
  readonly name: string;
  readonly version: number;
  readonly at: string;
  readonly actor: string;
  readonly entityId: string | null;
  readonly payload: Record<string, unknown>;
  readonly inverse: StoredInverse | null;
  readonly payloadSalt: string;
  readonly inverseSalt: string;
};

/** A row of `command_log`. Payload, inverse and their salts are NULL after erasure. */
export type LogRow = {
  seq: number;
  id: string;
  request: number;
  kind: CommandKind;
  target: number | null;
  name: string;
  version: number;
  at: string;
  actor: string;
  entity_id: string | null;
  payload: string | null;
  payload_salt: string | null;
  payload_commitment: string;
  inverse: string | null;
  inverse_salt: string | null;
  inverse_commitment: string;
  hash: string;
  undone_by: number | null;
  redone_by: number | null;
};

/** Where a log stands: its last sequence number and chain head. */
export type LogPosition = { readonly lastSeq: number; readonly head: string };

const insertRow = `
  INSERT INTO command_log (seq, id, request, kind, target, name, version, at, actor, entity_id, payload, payload_salt,
    payload_commitment, inverse, inverse_salt, inverse_commitment, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Adds an entry to the log and marks what it undoes or does again. @returns where the log stands then */
export function appendEntry(db: Database, position: LogPosition, entry: LogEntry): LogPosition {
  const payload = JSON.stringify(entry.payload);
  const inverse = entry.inverse === null ? null : JSON.stringify(entry.inverse);
  const record = {
    seq: entry.seq,
    id: entry.id,
    request: entry.request,
    kind: entry.kind,
    target: entry.target,
    name: entry.name,
    version: entry.version,
    at: entry.at,
    actor: entry.actor,
    entity_id: entry.entityId,
    payload_commitment: commitment(entry.payloadSalt, payload),
    inverse_commitment: commitment(entry.inverseSalt, inverse),
  };
  const hash = nextHead(position.head, record);
  db.run(insertRow, [
    record.seq, record.id, record.request, record.kind, record.target, record.name, record.version, record.at, record.actor, record.entity_id,
    payload, entry.payloadSalt, record.payload_commitment, inverse, entry.inverseSalt, record.inverse_commitment, hash,
  ]);
  if (entry.kind === 'undo') db.run('UPDATE command_log SET undone_by = ? WHERE seq = ?', [entry.seq, entry.target]);
  if (entry.kind === 'redo') db.run('UPDATE command_log SET undone_by = NULL, redone_by = ? WHERE seq = ?', [entry.seq, entry.target]);
  return { lastSeq: entry.seq, head: hash };
}
