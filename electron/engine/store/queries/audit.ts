import type { AuditEntry } from '#shared/model/privacy.ts';
import type { Database } from '../database.ts';

export type AuditQuestion = { actor: string | null; name: string | null; from: string | null; to: string | null; offset: number; limit: number };

type Row = Omit<AuditEntry, 'isUndone' | 'isErased'> & { isUndone: number; isErased: number };

const columns = `l.seq, l.at, l.actor, l.kind, l.name, l.entity_id AS entityId, l.undone_by IS NOT NULL AS isUndone, l.payload IS NULL AS isErased, l.hash,
  (SELECT id FROM interaction WHERE id = l.entity_id UNION ALL SELECT interaction_id FROM tag WHERE id = l.entity_id LIMIT 1) AS interactionId`;

const where = '(?1 IS NULL OR l.actor = ?1) AND (?2 IS NULL OR l.name = ?2) AND (?3 IS NULL OR l.at >= ?3) AND (?4 IS NULL OR l.at < ?4)';

/** A page of the command log without content, newest first, and what it can be filtered by. */
export function readAudit(db: Database, { actor, name, from, to, offset, limit }: AuditQuestion) {
  const filter = [actor, name, from, to];
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM command_log l WHERE ${where}`, filter)?.n ?? 0;
  const rows = db.all<Row>(`SELECT ${columns} FROM command_log l WHERE ${where} ORDER BY l.seq DESC LIMIT ?5 OFFSET ?6`, [...filter, limit, offset]);
  return {
    total, rows: rows.map(toEntry),
    actors: db.all<{ actor: string }>('SELECT DISTINCT actor FROM command_log ORDER BY actor').map((row) => row.actor),
    names: db.all<{ name: string }>('SELECT DISTINCT name FROM command_log ORDER BY name').map((row) => row.name),
    head: headOf(db),
  };
}

/** The hash of the last command; whoever notes it can later prove that nothing before it was changed. */
export function headOf(db: Database): string {
  return db.get<{ hash: string }>('SELECT hash FROM command_log ORDER BY seq DESC LIMIT 1')?.hash ?? '';
}

/** The whole log in order, one entry at a time. */
export function* everyEntry(db: Database): Generator<AuditEntry> {
  for (const row of db.iterate<Row>(`SELECT ${columns} FROM command_log l ORDER BY l.seq`)) yield toEntry(row);
}

function toEntry(row: Row): AuditEntry {
  return { ...row, isUndone: row.isUndone === 1, isErased: row.isErased === 1 };
}
