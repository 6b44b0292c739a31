import { z } from 'zod';
import { defineCommand } from '#shared/commands/command.ts';
import { free } from '#shared/commands/edit.ts';
import { type AnyCommandHandler, type CommandHandler, CommandRefused } from '#engine/log/handler.ts';
import type { Database } from '#engine/store/database.ts';

/*
 * A small vocabulary of commands over the real `setting` table, for tests of the store: what it holds is easily
 * compared with a plain object.
 */

type Put = { key: string; text: string };
type Remove = { key: string };

const putDefinition = defineCommand<Put>('shelf.put', z.strictObject({ key: z.string().min(1), text: z.string() }), free('A shelf of tests has one author.'));
const removeDefinition = defineCommand<Remove>('shelf.remove', z.strictObject({ key: z.string().min(1) }), free('A shelf of tests has one author.'));

function textOf(db: Database, key: string): string | undefined {
  return db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', [key])?.value;
}

const put: CommandHandler<Put> = {
  definition: putDefinition,
  apply(db, { key, text }, { command }) {
    const before = textOf(db, key);
    db.run('INSERT INTO setting (key, value, version, changed_at) VALUES (?, ?, 1, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = version + 1, changed_at = excluded.changed_at', [key, text, command.at]);
    const inverse = before === undefined ? { name: 'shelf.remove', payload: { key } } : { name: 'shelf.put', payload: { key, text: before } };
    return { inverse, entityId: key, result: { before: before ?? null } };
  },
};

const remove: CommandHandler<Remove> = {
  definition: removeDefinition,
  apply(db, { key }) {
    const before = textOf(db, key);
    if (before === undefined) throw new CommandRefused('NOT_FOUND', `There is nothing at ${key}.`);
    db.run('DELETE FROM setting WHERE key = ?', [key]);
    return { inverse: { name: 'shelf.put', payload: { key, text: before } }, entityId: key };
  },
};

export const shelfHandlers: readonly AnyCommandHandler[] = [put, remove];

/** What is on the shelf, as a plain object. */
export function readShelf(db: Database): Record<string, string> {
  return Object.fromEntries(db.all<{ key: string; value: string }>('SELECT key, value FROM setting ORDER BY key').map(({ key, value }) => [key, value]));
}
