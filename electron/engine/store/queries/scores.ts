import type { Database } from '../database.ts';

/** Which survey item stands for the customer's side, best first: satisfaction, else the mirrored belief, else any rating. */
const itemRank = "CASE m.kind WHEN 'csat' THEN 1 WHEN 'superior' THEN 2 WHEN 'rating' THEN 3 END";

const firstAnswer = `
  SELECT r.interaction_id,
    CASE m.direction WHEN 'down' THEN s.value - m.scale_min ELSE m.scale_max - s.value END AS from_top,
    m.scale_max - m.scale_min AS width,
    row_number() OVER (PARTITION BY r.interaction_id ORDER BY ${itemRank}, r.answered_at NULLS LAST, r.external_id) AS place
  FROM survey_response r
  JOIN survey_answer s ON s.response_id = r.id
  JOIN survey_item m ON m.id = s.item_id
  WHERE r.interaction_id IS NOT NULL AND s.value IS NOT NULL AND m.kind IN ('csat','superior','rating')
    AND m.scale_max > m.scale_min AND s.value BETWEEN m.scale_min AND m.scale_max`;

const setCustomer = (scope: string) => `
  UPDATE interaction SET
    customer_from_top = (SELECT f.from_top FROM (${firstAnswer} ${scope}) f WHERE f.interaction_id = interaction.id AND f.place = 1),
    customer_score = (SELECT 100.0 * (f.width - f.from_top) / f.width FROM (${firstAnswer} ${scope}) f WHERE f.interaction_id = interaction.id AND f.place = 1)`;

/** Recomputes one interaction's customer score: the first completed answer to its first-ranked item, 0-100. */
export function refreshCustomerScore(db: Database, interactionId: string): void {
  db.run(`${setCustomer('AND r.interaction_id = ?1')} WHERE id = ?1`, [interactionId]);
}

/** Recomputes one interaction's company score: the mean of its raters' scores; calibrations and self-scores do not count. */
export function refreshCompanyScore(db: Database, interactionId: string): void {
  db.run(`${setCompanyFrom('AND e.interaction_id = ?1')} WHERE interaction.id = ?1 AND given.interaction_id = ?1`, [interactionId]);
}

const setCompanyFrom = (scope: string) => `
  UPDATE interaction SET company_score = given.score, company_passed = given.passed, company_purpose = given.purpose
  FROM (SELECT e.interaction_id, avg(e.score) AS score,
      CASE WHEN min(e.passed) = max(e.passed) AND count(e.passed) = count(*) THEN min(e.passed) END AS passed,
      CASE WHEN max(e.purpose = 'random') THEN 'random' WHEN max(e.purpose = 'unknown') THEN 'unknown' ELSE 'targeted' END AS purpose
    FROM evaluation e
    WHERE e.interaction_id IS NOT NULL AND e.purpose IN ('random','targeted','unknown') AND (e.score IS NOT NULL OR e.passed IS NOT NULL) ${scope}
    GROUP BY e.interaction_id) given`;

/** Recomputes both sides of every interaction, after an import. One pass over evaluations and one over answers. */
export function refreshAllScores(db: Database): void {
  db.transaction(() => {
    db.exec(`UPDATE interaction SET company_score = NULL, company_passed = NULL, company_purpose = NULL
      WHERE company_score IS NOT NULL OR company_passed IS NOT NULL;
      UPDATE interaction SET customer_score = NULL, customer_from_top = NULL WHERE customer_from_top IS NOT NULL;`);
    db.exec(`${setCompanyFrom('')} WHERE interaction.id = given.interaction_id;`);
    db.exec(`UPDATE interaction SET customer_from_top = f.from_top, customer_score = 100.0 * (f.width - f.from_top) / f.width
      FROM (${firstAnswer}) f WHERE f.interaction_id = interaction.id AND f.place = 1;`);
    db.exec(`UPDATE interaction SET tag_count = coalesce(t.n, 0)
      FROM (SELECT i.id, count(g.id) AS n FROM interaction i LEFT JOIN tag g ON g.interaction_id = i.id GROUP BY i.id) t
      WHERE t.id = interaction.id AND t.n <> interaction.tag_count;`);
  });
}
