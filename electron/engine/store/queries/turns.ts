import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { packTurns, unpackTurns, type PackedTurns } from '#shared/model/packed-turns.ts';
import type { Database } from '../database.ts';
import { matchesAll, parseSearch, snippetOf } from './full-text.ts';
import { interactionWhere, type GoodRule } from './interaction-where.ts';
import { hiddenMatches, hideInText } from './redactions.ts';

/** The turns of one interaction in order, as SQLite packs them: `redacted` is left out, for nothing is hidden in the store. */
export function packedTurnsOf(db: Database, interactionKey: number): PackedTurns {
  // Asked for row by row, the same takes three to ten times as long: every value crosses into SQLite's memory and back.
  const found = db.get<{ packed: string }>(
    `SELECT json_array(json_group_array(seq), json_group_array(speaker), json_group_array(role), json_group_array(start_ms), json_group_array(end_ms),
       json_group_array(text), json_group_array(words), json_group_array(original)) AS packed
     FROM (SELECT t.seq, t.speaker, t.role, t.start_ms, t.end_ms, t.text, t.words, o.text AS original
       FROM turn t LEFT JOIN turn_original o ON o.interaction_key = t.interaction_key AND o.seq = t.seq WHERE t.interaction_key = ? ORDER BY t.seq)`, [interactionKey],
  );
  return found?.packed ?? packTurns([]);
}

/** The turns of one interaction in order. */
export function turnsOf(db: Database, interactionKey: number): Turn[] {
  return unpackTurns(packedTurnsOf(db, interactionKey));
}

/** What the customer said, turn by turn: the words alone, for what reads nothing else. */
export function customerWords(db: Database, interactionKey: number): Pick<Turn, 'seq' | 'text'>[] {
  return db.all("SELECT seq, text FROM turn WHERE interaction_key = ? AND role = 'customer' ORDER BY seq", [interactionKey]);
}

export type SearchHit = {
  interactionId: string; externalId: string; turnSeq: number; role: string; startMs: number | null;
  snippet: { text: string; isHit: boolean }[];
};

/**
 * Full-text search over turns, in the order of import. The index is asked once for all matching turns (their keys are
 * all that is kept), then only the page asked for is read.
 */
export function searchTurns(
  db: Database, rule: GoodRule,
  search: { words: string; filter?: InteractionFilter | undefined; offset: number; limit: number },
): { total: number; hits: SearchHit[] } {
  const { match, role, terms } = parseSearch(search.words);
  if (match === null) return { total: 0, hits: [] };
  const matches = withoutHidden(db, matchingKeys(db, rule, { match, role, filter: search.filter }), { match, terms });
  const rows = db.all<{ key: number; id: string; external_id: string; seq: number; role: string; start_ms: number | null; text: string }>(
    `SELECT t.key, i.id, i.external_id, t.seq, t.role, t.start_ms, t.text FROM turn t JOIN interaction i ON i.key = t.interaction_key
     WHERE t.key IN (SELECT value FROM json_each(?)) ORDER BY t.key`, [`[${partOf(matches.keys, search.offset, search.limit)}]`],
  );
  return {
    total: matches.total,
    hits: rows.map((row) => ({
      interactionId: row.id, externalId: row.external_id, turnSeq: row.seq, role: row.role, startMs: row.start_ms,
      snippet: snippetOf(hideInText(db, { interactionId: row.id, turnSeq: row.seq }, row.text), terms),
    })),
  };
}

type Matches = { total: number; keys: string };

/** A search never finds what was hidden: a turn counts only if its visible words match. */
function withoutHidden(db: Database, matches: Matches, { match, terms }: { match: string; terms: readonly string[] }): Matches {
  const dropped = new Set(hiddenMatches(db, match)
    .filter((turn) => !matchesAll(hideInText(db, turn, turn.text), terms)).map(({ key }) => String(key)));
  if (dropped.size === 0) return matches;
  const kept = matches.keys.split(',').filter((key) => key !== '' && !dropped.has(key));
  return { total: kept.length, keys: kept.join(',') };
}

/** All keys leave SQLite as one text: a row for each would take longer than the search. */
function matchingKeys(
  db: Database, rule: GoodRule, search: { match: string; role: string | null; filter?: InteractionFilter | undefined },
): Matches {
  const isWhole = search.role === null && (search.filter === undefined || Object.keys(search.filter).length === 0);
  const where = interactionWhere(search.filter ?? {}, rule);
  const source = isWhole ? { sql: 'SELECT docid AS key FROM turn_text WHERE turn_text MATCH ?', parameters: [search.match] } : {
    sql: `SELECT t.key FROM turn_text JOIN turn t ON t.key = turn_text.docid JOIN interaction i ON i.key = t.interaction_key
     WHERE turn_text MATCH ? ${search.role === null ? '' : 'AND t.role = ?'} AND ${where.sql} ORDER BY t.key`,
    parameters: [search.match, ...(search.role === null ? [] : [search.role]), ...where.parameters],
  };
  const found = db.get<{ total: number; keys: string | null }>(`SELECT count(*) AS total, group_concat(key) AS keys FROM (${source.sql})`, source.parameters);
  return { total: found?.total ?? 0, keys: found?.keys ?? '' };
}

/** Some of a list of numbers with commas between, without taking the whole apart. */
function partOf(list: string, offset: number, limit: number): string {
  let start = 0;
  for (let skipped = 0; skipped < offset; skipped += 1) {
    const comma = list.indexOf(',', start);
    if (comma < 0) return '';
    start = comma + 1;
  }
  let end = start;
  for (let taken = 0; taken < limit && end < list.length; taken += 1) {
    const comma = list.indexOf(',', end);
    if (comma < 0) return list.slice(start);
    end = comma + 1;
  }
  return list.slice(start, Math.max(start, end - 1));
}
