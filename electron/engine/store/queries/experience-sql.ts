import type { Definitions } from '#shared/model/gap.ts';
import { asOfSql } from './as-of.ts';
import { isValidAnswerSql } from './scores.ts';

/** Contacts about one issue within so many days make it a bad experience. */
export const repeatDays = 14;
export const repeatContacts = 3;

/** A low answer, by the item's own scale: satisfaction of 2 of 5, effort of 3 of 7, recommendation of 4 of 10, "not resolved". */
export const isLowSql = `CASE m.kind
  WHEN 'csat' THEN (CASE m.direction WHEN 'down' THEN m.scale_max - s.value ELSE s.value - m.scale_min END) <= 0.25 * (m.scale_max - m.scale_min)
  WHEN 'ces' THEN m.scale_min = 1 AND m.scale_max = 7 AND m.direction = 'up' AND s.value <= 3
  WHEN 'nps' THEN m.scale_min = 0 AND m.scale_max = 10 AND s.value <= 4
  ELSE s.value = CASE m.direction WHEN 'down' THEN m.scale_max ELSE m.scale_min END END`;

/** Interactions by what customers answered about them: `isBad` when any answer is low. */
const answeredSql = `SELECT i.key, max(${isLowSql}) AS isBad
  FROM survey_answer s JOIN survey_item m ON m.id = s.item_id JOIN survey_response r ON r.id = s.response_id JOIN interaction i ON i.id = r.interaction_id
  WHERE m.kind IN ('csat','ces','nps','resolved') AND m.scale_max > m.scale_min AND ${isValidAnswerSql} GROUP BY i.key`;

/** Interactions that a listener marked: a tag of severity 2 or 3, or a formal complaint. */
const markedSql = `SELECT i.key, 1 AS isBad FROM tag g JOIN code k ON k.id = g.code_id JOIN interaction i ON i.id = g.interaction_id
  WHERE g.severity >= 2 OR (k.kind = 'event' AND lower(k.name) LIKE '%complain%')`;

/** The third and further contacts of a customer about one issue within the days above. */
const repeatedSql = `SELECT c.key, 1 AS isBad
  FROM (SELECT key, julianday(started_at) AS day, lag(julianday(started_at), ${repeatContacts - 1}) OVER (PARTITION BY customer_id, reason ORDER BY started_at, key) AS earlier
    FROM interaction WHERE customer_id IS NOT NULL AND started_at <= ${asOfSql} AND direction IS NOT 'outbound') c
  WHERE c.day - c.earlier <= ${repeatDays}`;

/**
 * Everything that says how an interaction went for its customer: one row per interaction that anything is known of.
 * "Bad" follows the rule of the metric specification, section 5; no row is unknown, not good.
 */
export const experienceSql = `SELECT e.key, max(e.isBad) AS isBad FROM (${answeredSql} UNION ALL ${markedSql} UNION ALL ${repeatedSql}) e GROUP BY e.key`;

/** Keys of the bad interactions in the look-back before the end of the data. */
export function badInteractionsSql({ lookBackDays }: Pick<Definitions, 'lookBackDays'>): string {
  return `SELECT x.key FROM (${experienceSql}) x JOIN interaction d ON d.key = x.key
    WHERE x.isBad = 1 AND d.customer_id IS NOT NULL AND d.started_at <= ${asOfSql}
      AND julianday(d.started_at) >= (SELECT julianday(max(m.started_at)) FROM interaction m WHERE m.started_at <= ${asOfSql}) - ${Number(lookBackDays)}`;
}
