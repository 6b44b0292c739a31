import type { Command, CommandDefinition } from '#shared/commands/command.ts';
import type { Parts } from '#shared/commands/edit.ts';
import type { ChangedPart } from '#shared/errors.ts';
import type { Database } from '#engine/store/database.ts';

/** How to take a command back: a command of its own, as name and payload. Plain JSON. */
export type Inverse = { readonly name: string; readonly payload: Record<string, unknown> };

export type CommandOutcome = {
  /** null: nothing to take back (it changed nothing, or what it did is final). Undo then passes over the command. */
  readonly inverse: Inverse | null;
  /** The row that the command is about, for the audit view. */
  readonly entityId: string | null;
  /** What the caller gets back; not stored. */
  readonly result?: unknown;
};

/**
 * Carries out one kind of command. Deterministic: the same database and payload give the same rows and the same
 * inverse; ids, times and the actor come from the command, never from a clock or a random number. `apply` runs in a
 * savepoint with the other commands of its request; when it throws, all of them are undone.
 */
export interface CommandHandler<P extends Record<string, unknown> = Record<string, unknown>> {
  readonly definition: CommandDefinition<P>;
  /** Turns a payload of an earlier version into today's, for logs written before; needed once `definition.version` exceeds 1. */
  readonly upcast?: (payload: Record<string, unknown>, fromVersion: number) => Record<string, unknown>;
  /** What stands where the command would write, in the parts of `definition.edit`; needed unless that is `free`. null: it is gone, which the command itself refuses. */
  readonly standing?: (db: Database, payload: P) => Parts | null;
  /** @throws CommandRefused when the command cannot be carried out; nothing is written then */
  apply(db: Database, payload: P, context: { readonly command: Command }): CommandOutcome;
}

/** Any handler, as lists hold them: the payload was parsed by the handler's own schema before `apply` sees it. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of handlers of different payloads has no narrower type
export type AnyCommandHandler = CommandHandler<any>;

/** A command that cannot be carried out as things are. `code` is UPPER_SNAKE and stable; the message is a whole sentence; `now` is what stands there, where that is why. */
export class CommandRefused extends Error {
  constructor(readonly code: string, message: string, readonly now: Readonly<Record<string, ChangedPart>> | null = null) {
    super(message);
    this.name = 'CommandRefused';
  }
}
