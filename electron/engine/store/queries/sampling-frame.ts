import { createHash } from 'node:crypto';
import type { DrawRequest, FrameExclusions } from '#shared/model/audit-queue.ts';
import type { Database } from '../database.ts';
import { interactionWhere, type GoodRule } from './interaction-where.ts';
import { localMonthSql } from './local-time.ts';
import { segmentSql } from './segment-sql.ts';

export type FrameUnit = { readonly id: string; readonly externalId: string; readonly stratum: string | null };
export type SamplingFrame = { readonly units: FrameUnit[]; readonly excluded: FrameExclusions; readonly hash: string };

/**
 * The interactions that a draw draws from, in the order of their external ids: an order that does not depend on when
 * they were imported. The hash stands for exactly this list.
 */
export function samplingFrame(db: Database, rule: GoodRule, request: Pick<DrawRequest, 'filter' | 'rule' | 'strataField'>): SamplingFrame {
  const where = interactionWhere(request.filter, rule);
  const segment = request.strataField === null ? { sql: 'NULL', parameters: [], joins: '' } : segmentSql(request.strataField, request.strataField === 'month' ? localMonthSql(db, rule.timeZone) : '');
  const rows = db.all<FrameUnit & { isEvaluated: number; isTooShort: number; isUnusable: number }>(
    `SELECT i.id, i.external_id AS externalId, ${segment.sql} AS stratum,
       (i.company_score IS NOT NULL OR i.company_passed IS NOT NULL) AS isEvaluated,
       coalesce(i.duration_ms < ?, 0) AS isTooShort,
       (i.turn_count = 0 AND NOT EXISTS (SELECT 1 FROM media f WHERE f.interaction_id = i.id)) AS isUnusable
     FROM interaction i ${segment.joins} WHERE ${where.sql} ORDER BY i.external_id`, [...segment.parameters, request.rule.minSeconds * 1000, ...where.parameters],
  );
  const excluded: FrameExclusions = { evaluated: 0, tooShort: 0, unusable: 0 };
  const units = rows.filter((row) => {
    const why = row.isUnusable === 1 ? 'unusable' : request.rule.skipsEvaluated && row.isEvaluated === 1 ? 'evaluated' : row.isTooShort === 1 ? 'tooShort' : null;
    if (why !== null) excluded[why] += 1;
    return why === null;
  }).map(({ id, externalId, stratum }) => ({ id, externalId, stratum }));
  const hash = createHash('sha256').update(JSON.stringify(units.map(({ externalId, stratum }) => [externalId, stratum]))).digest('hex');
  return { units, excluded, hash };
}
