import { createHash } from 'node:crypto';
import type { Database } from '../database.ts';

type FactRow = { id: string; facts: string };

/**
 * A short hash of what the figures of a briefing are made of: every interaction's scores and marks, every tag of a cause,
 * every belief. The same data give the same hash wherever and whenever they are read; changed words of the briefing do not change it.
 */
export function dataFingerprint(db: Database): string {
  const hash = createHash('sha256');
  const take = (sql: string) => {
    for (const { id, facts } of db.all<FactRow>(sql)) hash.update(id).update('\u0000').update(facts).update('\u0001');
  };
  take(`SELECT external_id AS id, coalesce(started_at, '') || '|' || coalesce(queue, '') || '|' || coalesce(company_score, '') || '|' || coalesce(company_passed, '') || '|'
    || coalesce(company_purpose, '') || '|' || coalesce(customer_score, '') || '|' || coalesce(customer_from_top, '') AS facts FROM interaction ORDER BY external_id`);
  take(`SELECT i.external_id AS id, k.key || '|' || count(*) AS facts FROM tag g JOIN code k ON k.id = g.code_id JOIN interaction i ON i.id = g.interaction_id
    WHERE k.kind = 'cause' GROUP BY g.interaction_id, g.code_id ORDER BY i.external_id, k.key`);
  take(`SELECT respondent AS id, question || '|' || value AS facts FROM belief ORDER BY respondent, question`);
  return hash.digest('hex').slice(0, 16);
}
