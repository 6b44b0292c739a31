import type { Database } from '#engine/store/database.ts';
import { isPossibleSql } from '#engine/store/queries/as-of.ts';
import { cachedFor } from '../project-cache.ts';

/** One reviewed interaction of one person: the mean over its reviewers. Scores 0-100; `items` by the scorecard's name, as a share of its scale. */
export type Review = {
  readonly interactionId: string; readonly agentId: string; readonly team: string | null; readonly customerId: string | null;
  /** The day in UTC, `YYYY-MM-DD`; empty when not known. */
  readonly day: string; readonly customerScore: number | null;
  readonly technical: number | null; readonly emotional: number | null;
  readonly items: ReadonlyMap<string, number>;
};

type ReviewSql = Omit<Review, 'items'> & { items: string | null };

const purposes = { counted: "'random','unknown'", self: "'self'" } as const;

/**
 * Reviews that count (drawn, or of an unknown kind; chosen ones say nothing of a rate), or the people's own. Reviews of one
 * interaction by several reviewers are one unit.
 */
export function readReviews(db: Database, which: keyof typeof purposes): readonly Review[] {
  return cachedFor(db, `coaching reviews ${which}`, () => db.all<ReviewSql>(
    `SELECT i.id AS interactionId, i.agent_id AS agentId, coalesce(i.team, a.team) AS team, i.customer_id AS customerId,
       coalesce(substr(i.started_at, 1, 10), '') AS day, i.customer_score AS customerScore, avg(e.technical) AS technical, avg(e.emotional) AS emotional,
       (SELECT json_group_array(json_array(x.item, x.share)) FROM (
          SELECT w.item, avg(w.value / w.value_max) AS share FROM evaluation_answer w JOIN evaluation v ON v.id = w.evaluation_id
          WHERE v.interaction_id = i.id AND v.purpose IN (${purposes[which]}) AND w.value IS NOT NULL AND w.value_max > 0 GROUP BY w.item) x) AS items
     FROM evaluation e JOIN interaction i ON i.id = e.interaction_id JOIN agent a ON a.id = i.agent_id
     WHERE e.purpose IN (${purposes[which]}) AND ${isPossibleSql('e.evaluated_at')} AND ${isPossibleSql('i.started_at')}
     GROUP BY i.id ORDER BY i.started_at, i.id`,
  ).map((row) => ({ ...row, items: new Map(JSON.parse(row.items ?? '[]') as [string, number][]) })));
}

/** Days of a period, both inclusive; null is open. */
export type Period = { readonly from: string | null; readonly to: string | null };

/** Whether a review lies in a period; one without a date lies in none but the open one. */
export function isWithin({ day }: Pick<Review, 'day'>, { from, to }: Period): boolean {
  if (from === null && to === null) return true;
  return day !== '' && (from === null || day >= from) && (to === null || day <= to);
}
