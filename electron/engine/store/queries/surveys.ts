import type { SurveyResponse } from '#shared/model/survey.ts';
import type { Database } from '../database.ts';
import { waitsBlindSql } from './audit-queues.ts';

type ResponseSql = {
  id: string; external_id: string; interaction_id: string | null; customer: string | null; sent_at: string | null; answered_at: string | null;
  link_state: SurveyResponse['linkState']; link_reason: string | null; comment: string | null; link_candidates: string;
};

const select = `SELECT r.*, coalesce(c.external_id, r.customer_external_id) AS customer
  FROM survey_response r LEFT JOIN customer c ON c.id = r.customer_id`;

function toResponse(db: Database, row: ResponseSql): SurveyResponse {
  return {
    id: row.id, externalId: row.external_id, interactionId: row.interaction_id, customer: row.customer, sentAt: row.sent_at,
    answeredAt: row.answered_at, linkState: row.link_state, linkReason: row.link_reason, comment: row.comment,
    answers: db.all<{ item: string; kind: string; label: string; value: number | null; text: string | null; scaleMin: number | null; scaleMax: number | null }>(
      `SELECT m.key AS item, m.kind, m.label, s.value, s.text, m.scale_min AS scaleMin, m.scale_max AS scaleMax
       FROM survey_answer s JOIN survey_item m ON m.id = s.item_id WHERE s.response_id = ? ORDER BY m.kind, m.key`, [row.id],
    ),
  };
}

/** What the customer said about one interaction, first answer first. */
export function surveysOf(db: Database, interactionId: string): SurveyResponse[] {
  return db.all<ResponseSql>(`${select} WHERE r.interaction_id = ? ORDER BY r.answered_at, r.external_id`, [interactionId]).map((row) => toResponse(db, row));
}

/**
 * Responses that found no interaction, or more than one, with the candidates. What was said is left out while one of the
 * candidates, or where there are none another contact of the customer, waits to be evaluated blind.
 */
export function unlinkedSurveys(db: Database, page: { offset: number; limit: number }) {
  const total = db.get<{ n: number }>("SELECT count(*) AS n FROM survey_response WHERE link_state <> 'matched'")?.n ?? 0;
  const rows = db.all<ResponseSql>(
    `${select} WHERE r.link_state <> 'matched' ORDER BY r.link_state, r.answered_at, r.external_id LIMIT ? OFFSET ?`, [page.limit, page.offset],
  ).map((row) => ({
    response: mayConcernBlind(db, row) ? { ...toResponse(db, row), comment: null, answers: [] } : toResponse(db, row),
    candidates: db.all<{ interactionId: string; externalId: string; startedAt: string | null }>(
      `SELECT i.id AS interactionId, i.external_id AS externalId, i.started_at AS startedAt FROM interaction i
       WHERE i.id IN (SELECT value FROM json_each(?)) ORDER BY i.started_at`, [row.link_candidates],
    ),
  }));
  return { total, rows };
}

function mayConcernBlind(db: Database, { id, link_candidates }: ResponseSql): boolean {
  return db.get(
    `SELECT 1 FROM interaction i WHERE ${waitsBlindSql('is_blind')} AND CASE WHEN ?1 = '[]' THEN i.customer_id = (SELECT r.customer_id FROM survey_response r WHERE r.id = ?2)
       ELSE i.id IN (SELECT value FROM json_each(?1)) END LIMIT 1`, [link_candidates, id]) !== undefined;
}

/** How well surveys, evaluations and recordings are joined to interactions. */
export function linkingReport(db: Database) {
  const reasons = db.all<{ state: SurveyResponse['linkState']; reason: string; n: number }>(
    `SELECT link_state AS state, coalesce(link_reason, '') AS reason, count(*) AS n FROM survey_response GROUP BY 1, 2 ORDER BY n DESC`,
  );
  const count = (state: string) => reasons.filter((r) => r.state === state).reduce((sum, r) => sum + r.n, 0);
  const joined = (table: 'evaluation' | 'media') => db.get<{ total: number; matched: number }>(
    `SELECT count(*) AS total, count(interaction_id) AS matched FROM ${table}`,
  ) ?? { total: 0, matched: 0 };
  return {
    surveys: reasons.reduce((sum, r) => sum + r.n, 0), matched: count('matched'), ambiguous: count('ambiguous'),
    unmatched: count('unmatched') + count('cut'), reasons, evaluations: joined('evaluation'), recordings: joined('media'),
  };
}
