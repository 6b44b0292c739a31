import type { Database } from '../database.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { interactionWhere, type GoodRule } from './interaction-where.ts';

/** An interaction that could be heard: `consent` is true only where the customer said yes. */
export type MomentSource = {
  id: string; key: number; externalId: string; channel: string; startedAt: string | null; consent: number | null; mediaId: string | null;
};

const columns = `i.id, i.key, i.external_id AS externalId, i.channel, i.started_at AS startedAt, c.consent_quotes AS consent,
  (SELECT m.id FROM media m WHERE m.interaction_id = i.id AND m.playable = 1 ORDER BY m.name, m.id LIMIT 1) AS mediaId`;

export function momentSource(db: Database, interactionId: string): MomentSource | undefined {
  return db.get<MomentSource>(`SELECT ${columns} FROM interaction i LEFT JOIN customer c ON c.id = i.customer_id WHERE i.id = ?`, [interactionId]);
}

/** Interactions behind a figure, those that can be heard first; nobody who refused to be quoted. */
export function momentSources(db: Database, filter: InteractionFilter, { rule, most }: { rule: GoodRule; most: number }): MomentSource[] {
  const where = interactionWhere(filter, rule);
  return db.all<MomentSource>(
    `SELECT ${columns} FROM interaction i LEFT JOIN customer c ON c.id = i.customer_id
     WHERE ${where.sql} AND i.turn_count > 0 AND coalesce(c.consent_quotes, 1) = 1
     ORDER BY (mediaId IS NOT NULL AND c.consent_quotes = 1) DESC, i.external_id LIMIT ?`, [...where.parameters, most],
  );
}

/**
 * The turn to begin at: what a person starred, else where a cause (this one, if a code is given) was tagged, else the
 * first thing the customer says at some length; the first turn where nothing of that is there.
 */
export function tellingTurn(db: Database, source: Pick<MomentSource, 'id' | 'key'>, code: string | null): number {
  const starred = db.get<{ seq: number }>('SELECT turn_seq AS seq FROM quote WHERE interaction_id = ? ORDER BY turn_seq LIMIT 1', [source.id]);
  const tagged = starred ?? db.get<{ seq: number }>(
    `SELECT t.seq FROM tag g JOIN code k ON k.id = g.code_id AND k.kind = 'cause' JOIN turn t ON t.interaction_key = ?1
       AND (t.seq = g.turn_seq OR (g.turn_seq IS NULL AND t.start_ms <= g.start_ms AND t.end_ms > g.start_ms))
     WHERE g.interaction_id = ?2 AND (?3 IS NULL OR k.key = ?3) ORDER BY t.seq LIMIT 1`, [source.key, source.id, code]);
  const said = tagged ?? db.get<{ seq: number }>("SELECT seq FROM turn WHERE interaction_key = ? AND role = 'customer' AND length(text) >= 30 ORDER BY seq LIMIT 1", [source.key]);
  return said?.seq ?? 0;
}

/** The customer's own turns of an interaction, in order, for another try. */
export function customerTurns(db: Database, source: Pick<MomentSource, 'key'>): number[] {
  return db.all<{ seq: number }>("SELECT seq FROM turn WHERE interaction_key = ? AND role = 'customer' AND length(text) >= 30 ORDER BY seq LIMIT 8", [source.key]).map(({ seq }) => seq);
}
