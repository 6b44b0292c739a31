import type { Database } from '#engine/store/database.ts';
import type { Erased } from './erase-rows.ts';

/** Words that lead to the person: name and numbers. Too short ones would hit strangers. */
export type Traces = { readonly words: readonly string[]; readonly ids: Set<string> };

const shortestWord = 4;

export function tracesOf(words: readonly (string | null)[], erased: Erased): Traces {
  return { words: words.filter((word): word is string => word !== null && word.trim().length >= shortestWord), ids: erased.ids };
}

/** Whether a JSON text names something that is gone. */
function leadsTo(json: string | null, { words, ids }: Traces): boolean {
  if (json === null) return false;
  if (words.some((word) => json.includes(JSON.stringify(word).slice(1, -1)))) return true;
  for (const [, text] of json.matchAll(/"([^"\\]{1,100})"/g)) if (text !== undefined && ids.has(text)) return true;
  return false;
}

/** A tag or note that was taken away before the erasure is known by its log alone: as the thing that was put on something erased. */
function rememberRemoved(row: { entity_id: string | null; payload: string | null; inverse: string | null }, { ids }: Traces): void {
  for (const content of [row.payload, row.inverse]) {
    if (content === null || row.entity_id === null) continue;
    const parsed = JSON.parse(content) as { payload?: object };
    const { id, interactionId, customerId } = (parsed.payload ?? parsed) as { id?: unknown; interactionId?: unknown; customerId?: unknown };
    const belongs = [interactionId, customerId].some((owner) => typeof owner === 'string' && ids.has(owner));
    if (belongs && id === row.entity_id) ids.add(row.entity_id);
  }
}

/**
 * Clears payload and inverse, with their salts, of every change that is about what was erased. The chain runs over the
 * commitments, so it stays valid; without the salt nothing can be guessed back from them. @returns how many were cleared
 */
export function clearLog(db: Database, traces: Traces): number {
  const rows = db.all<{ seq: number; entity_id: string | null; payload: string | null; inverse: string | null }>(
    'SELECT seq, entity_id, payload, inverse FROM command_log WHERE payload IS NOT NULL OR inverse IS NOT NULL',
  );
  for (const row of rows) rememberRemoved(row, traces);
  const affected = rows.filter((row) => (row.entity_id !== null && traces.ids.has(row.entity_id)) || leadsTo(row.payload, traces) || leadsTo(row.inverse, traces));
  return db.bulk('UPDATE command_log SET payload = NULL, payload_salt = NULL, inverse = NULL, inverse_salt = NULL WHERE seq = ?', affected.map(({ seq }) => [seq]));
}

/** Removes what imports keep for being taken back: overwritten rows, the bin, and rows that were set aside. */
export function clearImports(db: Database, traces: Traces): number {
  let cleared = 0;
  const changes = db.all<{ place: number; row_id: string; before: string; after: string | null }>('SELECT rowid AS place, row_id, before, after FROM import_change');
  const dead = changes.filter((row) => traces.ids.has(row.row_id) || traces.ids.has(`key:${row.row_id}`) || leadsTo(row.before, traces) || leadsTo(row.after, traces));
  cleared += db.bulk('DELETE FROM import_change WHERE rowid = ?', dead.map(({ place }) => [place]));
  for (const bin of db.all<{ place: number; records: string }>('SELECT rowid AS place, records FROM bin')) {
    if (!leadsTo(bin.records, traces)) continue;
    const rows = JSON.parse(bin.records) as Record<string, unknown>[];
    const kept = rows.filter((row) => !leadsTo(JSON.stringify(row), traces));
    db.run('UPDATE bin SET records = ? WHERE rowid = ?', [JSON.stringify(kept), bin.place]);
    cleared += rows.length - kept.length;
  }
  for (const word of traces.words) {
    cleared += db.run('DELETE FROM set_aside WHERE instr(coalesce(record, \'\'), ?1) OR instr(coalesce(found, \'\'), ?1) OR instr(message, ?1) OR instr(file, ?1)', [word]);
    cleared += db.run('DELETE FROM source_file WHERE instr(name, ?1)', [word]);
  }
  return cleared;
}

const untouched = new Set(['command_log', 'meta', 'turn', 'turn_text', 'erasure', 'sqlite_sequence']);

/** Writes over the person's name and numbers wherever else a text holds them: notes, briefing words, other rows. */
export function clearMentions(db: Database, traces: Traces): number {
  let cleared = 0;
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'");
  for (const { name: table } of tables) {
    if (untouched.has(table) || table.startsWith('turn_text') || table.startsWith('sqlite_')) continue;
    for (const { name: column } of db.all<{ name: string }>("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT' AND pk = 0 AND name NOT LIKE '%\\_id' ESCAPE '\\'", [table])) {
      for (const word of traces.words) cleared += db.run(`UPDATE ${table} SET ${column} = replace(${column}, ?1, '▮▮▮') WHERE instr(${column}, ?1)`, [word]);
    }
  }
  return cleared;
}
