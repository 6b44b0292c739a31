import type { Database } from '../database.ts';
import { rowRanges, type Steps } from '../steps.ts';
import { isPossibleEvaluationSql, isPossibleSql } from './as-of.ts';

/** An item that stands for the customer's side of the gap. */
export type CustomerItem = { id: string; key: string; kind: string; scaleMin: number; scaleMax: number; direction: 'up' | 'down' };

/**
 * The items that stand for the customer's side, most answered first: satisfaction, else the mirrored belief, else the
 * most answered rating. One kind for the whole project: "satisfied" for some and "superior" for others is no one figure.
 */
export function customerItems(db: Database): CustomerItem[] {
  const items = db.all<CustomerItem & { answers: number }>(
    `SELECT m.id, m.key, m.kind, m.scale_min AS scaleMin, m.scale_max AS scaleMax, m.direction,
       (SELECT count(*) FROM survey_answer s WHERE s.item_id = m.id AND s.value IS NOT NULL) AS answers
     FROM survey_item m WHERE m.kind IN ('csat','superior','rating') AND m.scale_max > m.scale_min
     ORDER BY CASE m.kind WHEN 'csat' THEN 1 WHEN 'superior' THEN 2 ELSE 3 END, answers DESC, m.key`,
  ).filter(({ answers }) => answers > 0);
  const [first] = items;
  if (first === undefined) return [];
  return first.kind === 'rating' ? [first] : items.filter((item) => item.kind === first.kind);
}

/** Boxes between an answer and the top of its scale; aliases `s` (answer) and `m` (item). */
export const itemFromTopSql = "CASE m.direction WHEN 'down' THEN s.value - m.scale_min ELSE m.scale_max - s.value END";

/** An answer that can be counted: on its scale, and not dated in the future; aliases `s`, `m` and `r` (response). */
export const isValidAnswerSql = `(s.value BETWEEN m.scale_min AND m.scale_max AND ${isPossibleSql('r.answered_at')})`;

/** The first completed answer to one of the items ?1 (a JSON list of ids) per interaction, found from the interactions (alias `i`) of `scope`. */
const firstAnswer = (scope: string) => `
  SELECT r.interaction_id, ${itemFromTopSql} AS from_top, m.scale_max - m.scale_min AS width,
    row_number() OVER (PARTITION BY r.interaction_id ORDER BY r.answered_at NULLS LAST, r.external_id, m.key) AS place
  FROM interaction i CROSS JOIN survey_response r ON r.interaction_id = i.id CROSS JOIN survey_answer s ON s.response_id = r.id CROSS JOIN survey_item m ON m.id = s.item_id
  WHERE s.item_id IN (SELECT value FROM json_each(?1)) AND ${isValidAnswerSql} AND ${isPossibleSql('i.started_at')} ${scope}`;

const setCustomerFrom = (scope: string) => `
  UPDATE interaction SET customer_from_top = f.from_top, customer_score = 100.0 * (f.width - f.from_top) / f.width
  FROM (${firstAnswer(scope)}) f WHERE f.interaction_id = interaction.id AND f.place = 1`;

const itemIds = (db: Database) => JSON.stringify(customerItems(db).map((item) => item.id));

/** Recomputes one interaction's customer score: the first completed answer, 0-100. */
export function refreshCustomerScore(db: Database, interactionId: string): void {
  db.run('UPDATE interaction SET customer_from_top = NULL, customer_score = NULL WHERE id = ?', [interactionId]);
  db.run(setCustomerFrom('AND i.id = ?2'), [itemIds(db), interactionId]);
}

/** Recomputes one interaction's company score: the mean of its raters' scores; calibrations and self-scores do not count. */
export function refreshCompanyScore(db: Database, interactionId: string): void {
  db.run('UPDATE interaction SET company_score = NULL, company_passed = NULL, company_purpose = NULL WHERE id = ?', [interactionId]);
  db.run(setCompanyFrom('AND e.interaction_id = ?1'), [interactionId]);
}

/** How good a ground a purpose is for a rate, best first: an interaction drawn at random stays so when it is also chosen. */
const purposeRank = "CASE e.purpose WHEN 'random' THEN 1 WHEN 'unknown' THEN 2 ELSE 3 END";

/**
 * The mean of the raters of the best purpose. Their marks count where all give the same one; where they differ, the mean
 * score decides by the threshold, and the majority where there is no score.
 */
const setCompanyFrom = (scope: string) => `
  UPDATE interaction SET company_score = given.score, company_passed = given.passed, company_purpose = given.purpose
  FROM (SELECT e.interaction_id, avg(e.score) AS score, min(e.purpose) AS purpose,
      CASE WHEN min(e.passed) = max(e.passed) AND count(e.passed) = count(*) THEN min(e.passed)
        WHEN count(e.score) = 0 AND avg(e.passed) <> 0.5 THEN avg(e.passed) > 0.5 END AS passed
    FROM (SELECT e.interaction_id, e.score, e.passed, e.purpose, ${purposeRank} AS place, min(${purposeRank}) OVER (PARTITION BY e.interaction_id) AS best
      FROM evaluation e JOIN interaction i ON i.id = e.interaction_id
      WHERE e.purpose IN ('random','targeted','unknown') AND (e.score IS NOT NULL OR e.passed IS NOT NULL)
        AND ${isPossibleEvaluationSql} AND ${isPossibleSql('i.started_at')} ${scope}) e
    WHERE e.place = e.best GROUP BY e.interaction_id) given
  WHERE interaction.id = given.interaction_id`;

/** Interactions that are scored in one step: some 15 ms. */
const interactionsAtOnce = 1_000;

/** Recomputes both sides of every interaction, after an import, some interactions in each step. */
export function* scoreSteps(db: Database): Steps {
  const items = itemIds(db);
  for (const range of rowRanges(db, 'interaction', interactionsAtOnce)) {
    db.transaction(() => {
      const within = 'key BETWEEN ? AND ?';
      db.run(`UPDATE interaction SET company_score = NULL, company_passed = NULL, company_purpose = NULL
        WHERE ${within} AND (company_score IS NOT NULL OR company_passed IS NOT NULL)`, range);
      db.run(`UPDATE interaction SET customer_score = NULL, customer_from_top = NULL WHERE ${within} AND customer_from_top IS NOT NULL`, range);
      db.run(setCompanyFrom('AND i.key BETWEEN ?1 AND ?2'), range);
      db.run(setCustomerFrom('AND i.key BETWEEN ?2 AND ?3'), [items, ...range]);
      db.run(`UPDATE interaction SET tag_count = t.n
        FROM (SELECT i.key, count(g.id) AS n FROM interaction i LEFT JOIN tag g ON g.interaction_id = i.id WHERE i.key BETWEEN ? AND ? GROUP BY i.key) t
        WHERE t.key = interaction.key AND t.n <> interaction.tag_count`, range);
    });
    yield;
  }
}
