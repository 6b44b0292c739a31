import { Command } from '#shared/commands/command.ts';
import type { Database } from '#engine/store/database.ts';
import { type Frame, maxPayloadSize } from '#engine/store/journal-format.ts';
import { StoreError } from '#engine/store/store-error.ts';
import { asSeen, type AskedCommand } from './as-seen.ts';
import { type AnyCommandHandler, type CommandOutcome, CommandRefused } from './handler.ts';
import { appendEntry, type CommandKind, type LogEntry, type LogPosition, type StoredInverse } from './log-row.ts';
import { storedInverse } from './record.ts';

export type Registry = ReadonlyMap<string, AnyCommandHandler>;

/** One command of a request, with what it takes back or does again, and what its author saw. */
export type Step = { readonly kind: CommandKind; readonly target: number | null } & AskedCommand;

/** What one request applied: its frame for the journal, and where the log stands now. */
export type Applied = { readonly frame: Frame; readonly results: { seq: number; result: unknown }[]; readonly position: LogPosition };

export type ApplyContext = {
  readonly registry: Registry;
  /** Makes two salts, 16 random bytes each as hex; they travel in the frame, so that replaying needs no randomness. */
  readonly newSalts: () => readonly [payload: string, inverse: string];
};

/** The handlers by command name. @throws when two handlers claim the same name */
export function registryOf(handlers: readonly AnyCommandHandler[]): Registry {
  const registry = new Map(handlers.map((handler) => [handler.definition.name, handler]));
  if (registry.size !== handlers.length) throw new Error('Two command handlers have the same name.');
  return registry;
}

/**
 * Applies the steps of one request and logs them, all or none, in a savepoint of the caller's transaction.
 * @throws CommandRefused when a step is unknown, malformed or refused by its handler
 */
export function applyRequest(db: Database, at: { context: ApplyContext; position: LogPosition }, steps: readonly Step[]): Applied {
  return db.transaction(() => {
    const entries: LogEntry[] = [];
    const results: Applied['results'] = [];
    let { position } = at;
    const request = position.lastSeq + 1;
    for (const step of steps) {
      const seq = position.lastSeq + 1;
      const { command, outcome } = carryOut(db, at.context.registry, step);
      const entry = toEntry({ seq, request, step, command, outcome }, at.context);
      position = appendEntry(db, position, entry);
      entries.push(entry);
      results.push({ seq, result: outcome.result });
    }
    const payload = Buffer.from(JSON.stringify(entries));
    if (payload.length > maxPayloadSize) {
      throw new CommandRefused('TOO_LARGE', 'This change is too large to be made at once. Make it in smaller steps, or import it from a file.');
    }
    return { frame: { seq: request, count: entries.length, headBefore: at.position.head, headAfter: position.head, payload }, results, position };
  });
}

/**
 * Does again what a frame of the journal holds. Rows of the log come from the frame, so that the chain stays what it
 * was; the handlers only make the changes.
 * @throws StoreError REPLAY_FAILED | NEWER_VERSION
 */
export function replayFrame(db: Database, at: { registry: Registry; position: LogPosition }, frame: Frame): LogPosition {
  let { position } = at;
  for (const entry of entriesOf(frame)) {
    const handler = at.registry.get(entry.name);
    if (handler === undefined || entry.version > handler.definition.version) {
      throw new StoreError('NEWER_VERSION', `The last changes were made by a newer Earshot (${entry.name}). Update Earshot to open this project.`);
    }
    const { at: when, id, name, version, actor, payload } = entry;
    try {
      runHandler(db, handler, { id, name, version, at: when, actor, payload });
    } catch (cause) {
      const message = `Change ${entry.seq} (${entry.name}) was saved but can no longer be carried out.`;
      throw new StoreError('REPLAY_FAILED', message, { cause });
    }
    position = appendEntry(db, position, entry);
  }
  if (position.head !== frame.headAfter) throw new StoreError('REPLAY_FAILED', `Change ${frame.seq} was saved but its record does not fit the log.`);
  return position;
}

function entriesOf(frame: Frame): LogEntry[] {
  try {
    return JSON.parse(Buffer.from(frame.payload).toString('utf8')) as LogEntry[];
  } catch (cause) {
    throw new StoreError('REPLAY_FAILED', `Change ${frame.seq} was saved but its record cannot be read.`, { cause });
  }
}

function carryOut(db: Database, registry: Registry, step: Step): { command: Command; outcome: CommandOutcome & { stored: StoredInverse | null } } {
  // The journal keeps JSON: what is applied now must be exactly what would be replayed.
  const parsed = Command.safeParse(JSON.parse(JSON.stringify(step.command)));
  if (!parsed.success) throw notUnderstood(step.command.name, parsed.error.issues);
  const command = parsed.data;
  const handler = registry.get(command.name);
  if (handler === undefined) throw new CommandRefused('UNKNOWN_COMMAND', `Earshot does not know the command ${command.name}.`);
  if (db.get('SELECT 1 FROM command_log WHERE id = ?', [command.id]) !== undefined) {
    throw new CommandRefused('ALREADY_DONE', 'This command was carried out already.');
  }
  const reconciled = asSeen(db, handler, { ...step, command });
  const outcome = runHandler(db, handler, reconciled);
  return { command: reconciled, outcome: { ...outcome, stored: storedInverse(registry, outcome.inverse) } };
}

function runHandler(db: Database, handler: AnyCommandHandler, command: Command): CommandOutcome {
  const { definition } = handler;
  if (command.version > definition.version) throw new CommandRefused('UNKNOWN_COMMAND', `The command ${command.name} is of a newer Earshot.`);
  const current = command.version < definition.version ? upcast(handler, command) : command.payload;
  const payload = definition.payload.safeParse(current);
  if (!payload.success) throw notUnderstood(command.name, payload.error.issues);
  return handler.apply(db, payload.data, { command });
}

function upcast(handler: AnyCommandHandler, command: Command): Record<string, unknown> {
  if (handler.upcast === undefined) throw new CommandRefused('UNKNOWN_COMMAND', `The command ${command.name} is of an older Earshot.`);
  return handler.upcast(command.payload, command.version);
}

type EntryParts = { seq: number; request: number; step: Step; command: Command; outcome: CommandOutcome & { stored: StoredInverse | null } };

function toEntry({ seq, request, step, command, outcome }: EntryParts, context: ApplyContext): LogEntry {
  const [payloadSalt, inverseSalt] = context.newSalts();
  return {
    seq,
    id: command.id,
    request,
    kind: step.kind,
    target: step.target,
    name: command.name,
    version: command.version,
    at: command.at,
    actor: command.actor,
    entityId: outcome.entityId,
    payload: command.payload,
    inverse: outcome.stored,
    payloadSalt,
    inverseSalt,
  };
}

function notUnderstood(name: string, issues: readonly { path: PropertyKey[]; message: string }[]): CommandRefused {
  const [first] = issues;
  const place = first === undefined || first.path.length === 0 ? '' : ` at ${first.path.map(String).join('.')}`;
  return new CommandRefused('INVALID_COMMAND', `The command ${name} was not understood${place}: ${first?.message ?? 'it is malformed'}.`);
}
