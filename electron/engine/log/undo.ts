import type { Command } from '#shared/commands/command.ts';
import type { Database } from '#engine/store/database.ts';
import type { Step } from './apply.ts';
import { CommandRefused } from './handler.ts';
import type { StoredInverse } from './log-row.ts';

/** A command as the log names it. */
export type LoggedCommand = {
  readonly seq: number;
  readonly name: string;
  readonly at: string;
  readonly actor: string;
  readonly entityId: string | null;
};

/** The id, time and actor of an undo or redo, which is a command like any other. */
export type CommandBase = Pick<Command, 'id' | 'at' | 'actor'>;

type Reversal = LoggedCommand & { inverse: string };

const named = 'done.seq, done.name, done.at, done.actor, done.entity_id AS entityId';

/** Commands that still stand and can be taken back, of the request that was carried out last; last command first. */
function undoable(db: Database): Reversal[] {
  return db.all<Reversal>(`
    SELECT ${named}, applied.inverse FROM command_log AS done
    JOIN command_log AS applied ON applied.seq = coalesce(done.redone_by, done.seq)
    WHERE done.kind = 'do' AND done.undone_by IS NULL AND applied.inverse IS NOT NULL
      AND done.request = (
        SELECT last.request FROM command_log AS last
        JOIN command_log AS last_applied ON last_applied.seq = coalesce(last.redone_by, last.seq)
        WHERE last.kind = 'do' AND last.undone_by IS NULL AND last_applied.inverse IS NOT NULL
        ORDER BY last.seq DESC LIMIT 1)
    ORDER BY done.seq DESC`);
}

/** What the last undo took back, unless a new command came after it; in the order to do it again. */
function redoable(db: Database): Reversal[] {
  return db.all<Reversal>(`
    SELECT ${named}, undo.inverse FROM command_log AS done
    JOIN command_log AS undo ON undo.seq = done.undone_by
    WHERE undo.inverse IS NOT NULL
      AND undo.request = (
        SELECT request FROM command_log WHERE seq = (SELECT max(undone_by) FROM command_log WHERE undone_by IS NOT NULL))
      AND undo.seq > (SELECT seq FROM command_log WHERE kind = 'do' ORDER BY seq DESC LIMIT 1)
    ORDER BY undo.seq DESC`);
}

function nameOf({ seq, name, at, actor, entityId }: Reversal): LoggedCommand {
  return { seq, name, at, actor, entityId };
}

/** What undo would take back: the first command of the request. */
export function nextUndo(db: Database): LoggedCommand | null {
  const first = undoable(db).at(-1);
  return first === undefined ? null : nameOf(first);
}

/** What redo would do again: the first command of the request. */
export function nextRedo(db: Database): LoggedCommand | null {
  const [first] = redoable(db);
  return first === undefined ? null : nameOf(first);
}

export type ReversalPlan = { readonly target: LoggedCommand; readonly steps: Step[] };

/** The inverses that take the last request back, as commands. @throws CommandRefused NOTHING_TO_UNDO */
export function planUndo(db: Database, base: CommandBase, newId: () => string): ReversalPlan {
  const reversals = undoable(db);
  const target = reversals.at(-1);
  if (target === undefined) throw new CommandRefused('NOTHING_TO_UNDO', 'There is nothing to undo.');
  return { target: nameOf(target), steps: toSteps(reversals, { kind: 'undo', base, newId }) };
}

/** The inverses of the last undo, as commands. @throws CommandRefused NOTHING_TO_REDO */
export function planRedo(db: Database, base: CommandBase, newId: () => string): ReversalPlan {
  const reversals = redoable(db);
  const [target] = reversals;
  if (target === undefined) throw new CommandRefused('NOTHING_TO_REDO', 'There is nothing to redo.');
  return { target: nameOf(target), steps: toSteps(reversals, { kind: 'redo', base, newId }) };
}

function toSteps(reversals: readonly Reversal[], from: { kind: 'undo' | 'redo'; base: CommandBase; newId: () => string }): Step[] {
  return reversals.map((reversal, index) => {
    const { name, version, payload } = JSON.parse(reversal.inverse) as StoredInverse;
    const id = index === 0 ? from.base.id : from.newId();
    return { kind: from.kind, target: reversal.seq, command: { id, at: from.base.at, actor: from.base.actor, name, version, payload } };
  });
}
