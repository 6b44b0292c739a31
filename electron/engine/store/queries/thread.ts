import type { ThreadEntry } from '#shared/model/customer.ts';
import type { Channel } from '#shared/model/interaction.ts';
import type { Database } from '../database.ts';
import { asOfSql } from './as-of.ts';
import { waitsBlindSql } from './audit-queues.ts';
import { handledSql } from './measure-sql.ts';

export type CustomerSql = {
  id: string; externalId: string; name: string | null; since: string | null; segment: string | null; region: string | null; consentQuotes: number | null; fields: string;
};

/** A customer by id or external id; for a joined record, the customer who stands for it. */
export function findCustomer(db: Database, id: string): CustomerSql | undefined {
  return db.get<CustomerSql>(
    `SELECT id, external_id AS externalId, name, since, segment, region, consent_quotes AS consentQuotes, fields FROM customer
     WHERE id = (SELECT coalesce(j.kept_id, c.id) FROM customer c LEFT JOIN customer_joined j ON j.customer_id = c.id
       WHERE c.id = ?1 OR c.external_id = ?1 ORDER BY c.id = ?1 DESC LIMIT 1)`, [id]);
}

export type ContactSql = {
  key: number; id: string; externalId: string; at: string | null; channel: Channel; direction: 'inbound' | 'outbound' | null; agent: string | null; reason: string | null;
  durationMs: number | null; companyScore: number | null; customerScore: number | null; hasAudio: number; stars: number;
  /** 1 while it waits to be evaluated blind: what the customer said of it is not told. */
  waitsBlind: number;
};

/** Every contact of a customer, newest first; those without a date last. Scores and people that a queue hides until they are evaluated are left out. */
export function contactsOfCustomer(db: Database, customerId: string): ContactSql[] {
  const waits = waitsBlindSql('is_blind');
  return db.all<ContactSql>(
    `SELECT i.key, i.id, i.external_id AS externalId, i.started_at AS at, i.channel, i.direction, CASE WHEN NOT ${waitsBlindSql('hides_agent')} THEN coalesce(a.name, a.external_id) END AS agent, i.reason, i.duration_ms AS durationMs,
       CASE WHEN NOT ${waits} THEN i.company_score END AS companyScore, CASE WHEN NOT ${waits} THEN i.customer_score END AS customerScore, ${waits} AS waitsBlind, EXISTS (SELECT 1 FROM media f WHERE f.interaction_id = i.id) AS hasAudio,
       (SELECT count(*) FROM quote q WHERE q.interaction_id = i.id) AS stars
     FROM interaction i LEFT JOIN agent a ON a.id = i.agent_id WHERE i.customer_id = ? ORDER BY i.started_at DESC NULLS LAST, i.key DESC`, [customerId]);
}

export type SaidSql = { key: number; seq: number; startMs: number | null; endMs: number | null; text: string };

/** What the customer said in all contacts, in order. */
export function customerTurns(db: Database, customerId: string): SaidSql[] {
  return db.all<SaidSql>(
    `SELECT t.interaction_key AS key, t.seq, t.start_ms AS startMs, t.end_ms AS endMs, t.text FROM interaction i CROSS JOIN turn t ON t.interaction_key = i.key
     WHERE i.customer_id = ? AND t.role = 'customer' ORDER BY t.interaction_key, t.seq`, [customerId]);
}

export type ThreadTagSql = { key: number; id: string; code: string; name: string; kind: string; severity: number | null; startMs: number | null; turnSeq: number | null };

/** What listeners tagged in all contacts of a customer. */
export function tagsOfCustomer(db: Database, customerId: string): ThreadTagSql[] {
  return db.all<ThreadTagSql>(
    `SELECT i.key, g.id, k.key AS code, k.name, k.kind, g.severity, g.start_ms AS startMs, g.turn_seq AS turnSeq
     FROM interaction i CROSS JOIN tag g ON g.interaction_id = i.id JOIN code k ON k.id = g.code_id WHERE i.customer_id = ? ORDER BY i.key, coalesce(g.start_ms, 0), g.turn_seq`, [customerId]);
}

/** The answers of a customer, to interactions and in general; not those to an interaction that waits to be evaluated blind. */
export function surveysOfCustomer(db: Database, customerId: string): Extract<ThreadEntry, { kind: 'survey' }>[] {
  const responses = db.all<{ id: string; at: string | null; interactionId: string | null; interaction: string | null; comment: string | null }>(
    `SELECT r.id, coalesce(r.answered_at, r.sent_at) AS at, i.id AS interactionId, i.external_id AS interaction, r.comment
     FROM survey_response r LEFT JOIN interaction i ON i.id = r.interaction_id
     WHERE NOT ${waitsBlindSql('is_blind')} AND r.id IN (SELECT id FROM survey_response WHERE customer_id = ?1
       UNION SELECT q.id FROM interaction j CROSS JOIN survey_response q ON q.interaction_id = j.id WHERE j.customer_id = ?1)`, [customerId]);
  const answers = db.all<{ response: string; key: string; label: string; value: number | null; text: string | null; scaleMin: number | null; scaleMax: number | null }>(
    `SELECT s.response_id AS response, m.key, m.label, s.value, s.text, m.scale_min AS scaleMin, m.scale_max AS scaleMax
     FROM survey_answer s JOIN survey_item m ON m.id = s.item_id WHERE s.response_id IN (SELECT value FROM json_each(?))
     ORDER BY CASE m.kind WHEN 'csat' THEN 1 WHEN 'nps' THEN 2 WHEN 'ces' THEN 3 WHEN 'resolved' THEN 4 ELSE 5 END, m.key`, [JSON.stringify(responses.map(({ id }) => id))]);
  return responses.map((response) => ({
    kind: 'survey', ...response,
    answers: answers.filter((answer) => answer.response === response.id).map(({ response: _own, ...answer }) => answer),
  }));
}

/** What a customer bought, renewed, cancelled and got back. */
export function purchasesOfCustomer(db: Database, customerId: string): Extract<ThreadEntry, { kind: 'purchase' }>[] {
  return db.all<Omit<Extract<ThreadEntry, { kind: 'purchase' }>, 'kind'>>(
    'SELECT id, date AS at, kind AS what, product, amount, margin, currency FROM purchase WHERE customer_id = ?', [customerId],
  ).map((purchase) => ({ kind: 'purchase', ...purchase }));
}

/** The length of a turn and the recording that it can be heard in. */
export function placeOfTurn(db: Database, interactionId: string, place: { turnSeq: number | null; startMs: number | null }) {
  const turn = db.get<{ seq: number; startMs: number | null; endMs: number | null; text: string }>(
    `SELECT t.seq, t.start_ms AS startMs, t.end_ms AS endMs, t.text FROM interaction i CROSS JOIN turn t ON t.interaction_key = i.key
     WHERE i.id = ?1 AND (t.seq = ?2 OR (?2 IS NULL AND t.start_ms <= ?3 AND coalesce(t.end_ms, t.start_ms) >= ?3)) ORDER BY t.role = 'customer' DESC, t.seq LIMIT 1`,
    [interactionId, place.turnSeq, place.startMs]);
  const media = db.get<{ id: string }>('SELECT id FROM media WHERE interaction_id = ? AND playable = 1 ORDER BY id LIMIT 1', [interactionId]);
  return { turn, mediaId: media?.id ?? null };
}

/** What was starred in the contacts of a customer, in the order in which it was said. */
export function starsOfCustomer(db: Database, customerId: string): { interactionId: string; turnSeq: number; note: string | null }[] {
  return db.all<{ interactionId: string; turnSeq: number; note: string | null }>(
    `SELECT i.id AS interactionId, q.turn_seq AS turnSeq, q.note FROM interaction i CROSS JOIN quote q ON q.interaction_id = i.id
     WHERE i.customer_id = ? ORDER BY i.started_at NULLS LAST, q.turn_seq, q.id`, [customerId]);
}

/** Cost of a minute of handling over all months with both sides, and the minutes that a customer took; null where there are no costs. */
export function serviceCostOf(db: Database, customerId: string): { cost: number | null; currency: string | null } {
  const rate = db.get<{ amount: number | null; minutes: number | null; first: string | null; last: string | null }>(
    `SELECT sum(c.amount) AS amount, sum(c.practical_capacity_minutes) AS minutes, min(c.currency) AS first, max(c.currency) AS last
     FROM cost c WHERE c.month IN (SELECT month FROM cost WHERE practical_capacity_minutes > 0)`);
  const minutes = db.get<{ minutes: number }>(
    `SELECT total(coalesce(i.duration_ms, i.talk_ms + coalesce(i.hold_ms, 0)) + coalesce(i.acw_ms, 0)) / 60000 AS minutes FROM interaction i
     WHERE i.customer_id = ? AND ${handledSql} AND i.started_at <= ${asOfSql}`, [customerId])?.minutes ?? 0;
  if (!rate?.amount || !rate.minutes || rate.first !== rate.last) return { cost: null, currency: null };
  return { cost: (rate.amount / rate.minutes) * minutes, currency: rate.first };
}
