import type { ProjectInfo } from '#shared/model/project.ts';
import type { Database } from '../database.ts';
import { isNotJoinedSql } from './identities.ts';

/** How much of everything the project holds, and when it begins and ends. */
export function countsOf(db: Database): Pick<ProjectInfo, 'counts' | 'firstAt' | 'lastAt' | 'lastImport' | 'isSample'> {
  const main = db.get<{ interactions: number; withTranscript: number; evaluated: number; answered: number; matched: number; rolesUnsure: number; firstAt: string | null; lastAt: string | null }>(`
    SELECT count(*) AS interactions, count(nullif(turn_count, 0)) AS withTranscript, count(coalesce(company_score, company_passed)) AS evaluated,
      count(customer_from_top) AS answered, count(CASE WHEN customer_from_top IS NOT NULL THEN coalesce(company_score, company_passed) END) AS matched,
      count(nullif(role_status = 'unsure', 0)) AS rolesUnsure, min(started_at) AS firstAt, max(started_at) AS lastAt FROM interaction`);
  const rest = db.get<Omit<ProjectInfo['counts'], 'interactions' | 'withTranscript' | 'evaluated' | 'answered' | 'matched' | 'rolesUnsure'>>(`
    SELECT (SELECT count(DISTINCT interaction_id) FROM media) AS withAudio,
      (SELECT count(*) FROM survey_response) AS surveys,
      (SELECT count(*) FROM survey_response WHERE link_state = 'matched') AS surveysLinked,
      (SELECT count(*) FROM survey_response WHERE link_state = 'ambiguous') AS surveysAmbiguous,
      (SELECT count(*) FROM customer c WHERE ${isNotJoinedSql('c.id')}) AS customers, (SELECT count(*) FROM agent) AS agents, (SELECT count(*) FROM tag) AS tags,
      (SELECT count(*) FROM quote) AS quotes, (SELECT count(*) FROM belief) AS beliefs, (SELECT count(*) FROM purchase) AS purchases`);
  const last = db.get<{ id: string; at: string; summary: string; sample: number }>(
    "SELECT id, at, summary FROM import_batch WHERE status = 'ready' ORDER BY at DESC, id LIMIT 1");
  const summary = last && JSON.parse(last.summary) as { new?: number; updated?: number; setAside?: number };
  const isSample = db.get("SELECT 1 AS found FROM import_batch WHERE status = 'ready' AND json_extract(summary, '$.isSample') = 1") !== undefined;
  if (!main || !rest) throw new Error('counting an open project always answers');
  const { firstAt, lastAt, ...counts } = main;
  return {
    counts: { ...counts, ...rest }, firstAt, lastAt, isSample,
    lastImport: last && summary ? { id: last.id, at: last.at, imported: (summary.new ?? 0) + (summary.updated ?? 0), setAside: summary.setAside ?? 0 } : null,
  };
}

/** The interaction that a changed row belongs to, for "Go there" after an undo. */
export function interactionOfEntity(db: Database, entityId: string | null): string | null {
  if (entityId === null) return null;
  return db.get<{ id: string | null }>(
    `SELECT id FROM interaction WHERE id = ?1 UNION ALL SELECT interaction_id FROM tag WHERE id = ?1
     UNION ALL SELECT interaction_id FROM quote WHERE id = ?1 UNION ALL SELECT interaction_id FROM note WHERE id = ?1
     UNION ALL SELECT interaction_id FROM empathy_opportunity WHERE id = ?1
     UNION ALL SELECT interaction_id FROM survey_response WHERE id = ?1
     UNION ALL SELECT interaction_id FROM evaluation WHERE id = ?1 UNION ALL SELECT interaction_id FROM evaluation_draft WHERE id = ?1 LIMIT 1`, [entityId],
  )?.id ?? null;
}
