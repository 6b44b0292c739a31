import type { Envelope, Reason } from '#shared/model/envelope.ts';
import { isPossibleEvaluationSql } from '#engine/store/queries/as-of.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import type { MetricContext } from './metric.ts';

/** What is known of how the evaluated interactions of a filter came to be evaluated. */
export type Review = { random: number; unknown: number; targeted: number; unlinked: number };

export function reviewOf({ db, definitions, filter }: Pick<MetricContext, 'db' | 'definitions' | 'filter'>): Review {
  const where = interactionWhere(filter, definitions);
  const review = db.get<Omit<Review, 'unlinked'>>(
    `SELECT coalesce(sum(i.company_purpose IS 'random'), 0) AS random, coalesce(sum(i.company_purpose IS 'unknown'), 0) AS unknown,
       coalesce(sum(i.company_purpose IS 'targeted'), 0) AS targeted FROM interaction i WHERE i.company_purpose IS NOT NULL AND ${where.sql}`, where.parameters,
  ) ?? { random: 0, unknown: 0, targeted: 0 };
  const unlinked = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM evaluation e WHERE e.interaction_id IS NULL AND e.purpose IN ('random','unknown') AND ${isPossibleEvaluationSql}`,
  )?.n ?? 0;
  return { ...review, unlinked };
}

/** Why no drawn evaluation counts: only chosen ones allow no rate; evaluations of unknown interactions are not linked. */
export function reviewReason({ random, unknown, targeted, unlinked }: Review): Reason {
  if (random + unknown > 0) return 'NO_DATA';
  if (targeted > 0) return 'NOT_IDENTIFIED';
  return unlinked > 0 ? 'UNLINKED' : 'NO_DATA';
}

/** Where nothing says that interactions were drawn at random, a rate is one of the reviewed interactions alone. */
export function reviewFlags({ random, unknown, targeted }: Review): string[] {
  if (random + unknown === 0) return targeted > 0 ? ['targeted_only'] : [];
  return unknown > 0 ? ['of_the_reviewed'] : [];
}

/** What is left out of a rate of the reviewed interactions. */
export function reviewExcluded({ targeted, unlinked }: Review): Partial<Envelope['excluded']> {
  return { outOfScope: targeted, unlinked };
}
