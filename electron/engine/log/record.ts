import type { Command } from '#shared/commands/command.ts';
import type { Database } from '#engine/store/database.ts';
import type { ApplyContext, Registry } from './apply.ts';
import type { CommandOutcome, Inverse } from './handler.ts';
import { appendEntry, type LogPosition, type StoredInverse } from './log-row.ts';

/** An inverse with the version of the handler that will carry it out. @throws when no handler knows it */
export function storedInverse(registry: Registry, inverse: Inverse | null): StoredInverse | null {
  if (inverse === null) return null;
  const handler = registry.get(inverse.name);
  // An inverse that nobody can carry out must fail now, and not when somebody wants to undo.
  if (handler === undefined) throw new Error(`No handler is known for the inverse ${inverse.name}.`);
  return { name: inverse.name, version: handler.definition.version, payload: JSON.parse(JSON.stringify(inverse.payload)) as Record<string, unknown> };
}

export type Recorded = {
  readonly seq: number;
  readonly command: Command;
  readonly outcome: Pick<CommandOutcome, 'inverse' | 'entityId'>;
};

/**
 * Logs what was done by other means than a handler: a bulk change, a restored backup, a repair. The row is never in the
 * journal; a checkpoint makes it durable.
 */
export function recordDone(db: Database, at: { position: LogPosition; registry: Registry; newSalts: ApplyContext['newSalts'] }, done: Recorded): LogPosition {
  const { seq, command, outcome } = done;
  const [payloadSalt, inverseSalt] = at.newSalts();
  return appendEntry(db, at.position, {
    ...command,
    payload: JSON.parse(JSON.stringify(command.payload)) as Record<string, unknown>,
    seq,
    request: seq,
    kind: 'do',
    target: null,
    entityId: outcome.entityId,
    inverse: storedInverse(at.registry, outcome.inverse),
    payloadSalt,
    inverseSalt,
  });
}
