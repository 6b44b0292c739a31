import type { Database } from '#engine/store/database.ts';

/**
 * Gives the digits 1 to 9 to the nine most used codes that have none under them, when a codebook came in without digits:
 * a listener can then tag with one key at once. Groups get no digit; nobody tags with them.
 */
export function assignQuickSlots(db: Database): void {
  if (db.get('SELECT 1 AS found FROM code WHERE quick_slot IS NOT NULL LIMIT 1')) return;
  const leaves = db.all<{ id: string }>(
    `SELECT k.id FROM code k WHERE k.retired = 0 AND NOT EXISTS (SELECT 1 FROM code child WHERE child.parent_id = k.id)
     ORDER BY (SELECT count(*) FROM tag g WHERE g.code_id = k.id) DESC, k.position, k.key LIMIT 9`,
  );
  db.bulk('UPDATE code SET quick_slot = ? WHERE id = ?', leaves.map(({ id }, at) => [at + 1, id]));
}
