import type { CodeRow } from '#shared/commands/codebook.ts';
import type { Database } from '#engine/store/database.ts';
import { CommandRefused } from '../handler.ts';
import { insertRow, mustFind } from './row-values.ts';

/** A code as the columns of its table, its place in the order apart. */
export const codeColumns = (p: CodeRow) => ({
  key: p.key, name: p.name, kind: p.kind, dimension: p.dimension, parent_id: p.parentId, owner: p.owner, controllable_by: p.controllableBy,
  preventable: p.preventable, definition: p.definition, examples: JSON.stringify(p.examples), colour: p.colour, quick_slot: p.quickSlot,
  retired: p.retired,
});

/** A short form belongs to one code at a time, and the tree has no rings. */
export function mustFit(db: Database, p: Pick<CodeRow, 'id' | 'key' | 'parentId'>): void {
  const sameKey = db.get('SELECT 1 AS found FROM code WHERE key = ? COLLATE NOCASE AND id <> ?', [p.key, p.id]);
  if (sameKey) throw new CommandRefused('REFUSED', `The short form "${p.key}" belongs to another code. Choose a different one.`);
  mustHang(db, p.id, p.parentId);
}

/** @throws CommandRefused when the parent is not there, is the code itself, or stands under it */
export function mustHang(db: Database, id: string, parentId: string | null): void {
  if (parentId === null) return;
  if (parentId === id) throw new CommandRefused('REFUSED', 'A code cannot stand under itself.');
  mustFind(db.get('SELECT 1 AS found FROM code WHERE id = ?', [parentId]), 'code');
  const isBelow = db.get(
    `WITH RECURSIVE up(id) AS (SELECT ?1 UNION SELECT k.parent_id FROM code k JOIN up ON k.id = up.id WHERE k.parent_id IS NOT NULL)
     SELECT 1 AS found FROM up WHERE id = ?2`, [parentId, id],
  );
  if (isBelow) throw new CommandRefused('REFUSED', 'A code cannot stand under a code that stands under it.');
}

/** Adds a code, at the end unless a place is given. @throws CommandRefused when its key or digit is taken */
export function insertCode(db: Database, p: CodeRow, position?: number): void {
  mustFit(db, p);
  if (db.get('SELECT 1 AS found FROM code WHERE quick_slot = ?', [p.quickSlot])) {
    throw new CommandRefused('REFUSED', `Digit ${p.quickSlot} is taken by another code.`);
  }
  const last = db.get<{ last: number }>('SELECT coalesce(max(position), 0) AS last FROM code')?.last ?? 0;
  insertRow(db, 'code', { id: p.id, ...codeColumns(p), position: position ?? last + 1 });
}
