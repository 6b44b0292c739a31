import type { Database } from '../database.ts';
import { asOfSql } from './as-of.ts';
import { parseSearch } from './full-text.ts';

export type CodedContact = { key: number; id: string; at: string; code: string; ms: number };

/** Contacts with a root cause between two moments, one row a cause; `ms` is the time that they took. */
export function codedContacts(db: Database, { from, to }: { from: string; to: string }): CodedContact[] {
  return db.all<CodedContact>(
    `SELECT DISTINCT i.key, i.id, i.started_at AS at, g.code_id AS code, coalesce(i.duration_ms, 0) + coalesce(i.acw_ms, 0) AS ms
     FROM interaction i CROSS JOIN tag g ON g.interaction_id = i.id CROSS JOIN code k ON k.id = g.code_id
     WHERE i.started_at >= ? AND i.started_at < ? AND i.started_at <= ${asOfSql} AND k.kind = 'cause' ORDER BY i.started_at, i.key`, [from, to]);
}

/** The causes that are leaves of the codebook and in use. */
export function leafCauses(db: Database): { id: string; name: string; owner: string | null }[] {
  return db.all<{ id: string; name: string; owner: string | null }>(
    `SELECT k.id, k.name, k.owner FROM code k WHERE k.kind = 'cause' AND k.retired = 0
       AND NOT EXISTS (SELECT 1 FROM code c WHERE c.parent_id = k.id AND c.retired = 0) ORDER BY k.position, k.name`);
}

export type SpokenContact = { key: number; id: string; at: string; ms: number };

/** Contacts with words of a customer between two moments. */
export function spokenContacts(db: Database, { from, to }: { from: string; to: string }): SpokenContact[] {
  return db.all<SpokenContact>(
    `SELECT i.key, i.id, i.started_at AS at, coalesce(i.duration_ms, 0) + coalesce(i.acw_ms, 0) AS ms FROM interaction i
     WHERE i.started_at >= ? AND i.started_at < ? AND i.started_at <= ${asOfSql} AND i.turn_count > 0 ORDER BY i.started_at, i.key`, [from, to]);
}

/** Keys of the contacts in which a search finds something, with the first turn that it finds. */
export function matchingContacts(db: Database, words: string): Map<number, number> {
  const { match, role } = parseSearch(words);
  if (match === null) return new Map();
  const rows = db.all<{ key: number; seq: number }>(
    `SELECT t.interaction_key AS key, min(t.seq) AS seq FROM turn_text JOIN turn t ON t.key = turn_text.docid
     WHERE turn_text MATCH ?1 ${role === null ? '' : 'AND t.role = ?2'} GROUP BY 1`, role === null ? [match] : [match, role]);
  return new Map(rows.map(({ key, seq }) => [key, seq]));
}

/** What customers said between two moments, turn by turn. */
export function customerWords(db: Database, { from, to }: { from: string; to: string }): IterableIterator<{ key: number; seq: number; text: string }> {
  return db.iterate<{ key: number; seq: number; text: string }>(
    `SELECT t.interaction_key AS key, t.seq, t.text FROM interaction i CROSS JOIN turn t ON t.interaction_key = i.key
     WHERE i.started_at >= ? AND i.started_at < ? AND i.started_at <= ${asOfSql} AND t.role = 'customer' ORDER BY i.started_at, t.interaction_key, t.seq`, [from, to]);
}

/** The earliest tag of a code from a moment on: where it was heard. */
export function firstTag(db: Database, code: string, from: string): { interactionId: string; turnSeq: number | null; startMs: number | null } | undefined {
  return db.get<{ interactionId: string; turnSeq: number | null; startMs: number | null }>(
    `SELECT i.id AS interactionId, g.turn_seq AS turnSeq, g.start_ms AS startMs FROM tag g CROSS JOIN interaction i ON i.id = g.interaction_id
     WHERE g.code_id = ? AND i.started_at >= ? AND i.started_at <= ${asOfSql} ORDER BY i.started_at, i.key, coalesce(g.start_ms, 0), g.turn_seq LIMIT 1`, [code, from]);
}

/** Cost of a minute of handling: all costs of the months that say their capacity, by that capacity. */
export function minuteRate(db: Database): { rate: number; currency: string } | null {
  const row = db.get<{ amount: number | null; minutes: number | null; first: string | null; last: string | null }>(
    `SELECT sum(amount) AS amount, sum(practical_capacity_minutes) AS minutes, min(currency) AS first, max(currency) AS last FROM cost
     WHERE month IN (SELECT month FROM cost WHERE practical_capacity_minutes > 0)`);
  if (!row?.amount || !row.minutes || row.first === null || row.first !== row.last) return null;
  return { rate: row.amount / row.minutes, currency: row.first };
}

export function externalIdOf(db: Database, interactionId: string): { externalId: string; at: string | null } | undefined {
  return db.get<{ externalId: string; at: string | null }>('SELECT external_id AS externalId, started_at AS at FROM interaction WHERE id = ?', [interactionId]);
}
