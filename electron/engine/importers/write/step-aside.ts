import { isDefaultUntouched } from '#engine/store/queries/codebook.ts';
import type { Columns, WriteContext } from './upsert.ts';
import { remember } from './upsert.ts';

const asked = new WeakSet<WriteContext>();

function put(context: WriteContext, id: string, after: Columns): void {
  const before = context.db.get<Columns>(`SELECT ${Object.keys(after).join(', ')} FROM code WHERE id = ?`, [id]) ?? {};
  remember(context, { table: 'code', rowId: id, before, after });
  context.db.run(`UPDATE code SET ${Object.keys(after).map((column) => `${column} = ?`).join(', ')} WHERE id = ?`, [...Object.values(after), id]);
}

/**
 * A company that brings its own codebook does not want Earshot's beside it: while that is untouched, it goes out of use
 * when the first code of an import is written, and comes back when the import is undone.
 */
export function letDefaultStepAside(context: WriteContext): void {
  if (asked.has(context)) return;
  asked.add(context);
  if (!isDefaultUntouched(context.db)) return;
  const own = context.db.all<{ id: string }>('SELECT id FROM code WHERE import_id IS NULL AND retired = 0');
  for (const { id } of own) put(context, id, { retired: 1, quick_slot: null });
}

/** A code that stepped aside and has the short form of an imported one takes that one's meaning, and nothing of its own stays. */
export function reuseKey(context: WriteContext, key: string): void {
  const aside = context.db.get<{ id: string }>('SELECT id FROM code WHERE key = ? AND retired = 1 AND import_id IS NULL', [key]);
  if (!aside || !isDefaultUntouched(context.db)) return;
  put(context, aside.id, {
    retired: 0, dimension: null, parent_id: null, owner: null, controllable_by: null, preventable: null, definition: '', examples: '[]',
  });
}
