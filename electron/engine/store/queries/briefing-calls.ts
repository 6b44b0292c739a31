import type { Database } from '../database.ts';

/** An interaction as a row of the workbook: no names, only references. */
export type BriefingCall = {
  externalId: string; channel: string; startedAt: string | null; queue: string | null; companyScore: number | null; companyPassed: number | null;
  customerScore: number | null; causes: string | null;
};

/** Interactions that both sides judged, or that carry a cause: what the figures of the briefing are made of. */
export function briefingCalls(db: Database): BriefingCall[] {
  return db.all<BriefingCall>(
    `SELECT i.external_id AS externalId, i.channel, i.started_at AS startedAt, i.queue, i.company_score AS companyScore, i.company_passed AS companyPassed,
       i.customer_score AS customerScore, g.causes
     FROM interaction i LEFT JOIN (SELECT interaction_id, group_concat(name, ', ') AS causes FROM (
         SELECT DISTINCT t.interaction_id, k.name FROM tag t JOIN code k ON k.id = t.code_id WHERE k.kind = 'cause' ORDER BY t.interaction_id, k.name) GROUP BY interaction_id) g
       ON g.interaction_id = i.id
     WHERE i.company_score IS NOT NULL OR i.company_passed IS NOT NULL OR i.customer_score IS NOT NULL OR g.causes IS NOT NULL
     ORDER BY i.external_id`,
  );
}
