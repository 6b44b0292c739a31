import type { CoachedPerson, CoachingReport } from '#shared/model/coaching.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { Database } from '#engine/store/database.ts';
import { disputesOf, sessionsOf } from '#engine/store/queries/coaching.ts';
import { dimensionReliability, gateFlags } from '../reliability.ts';
import { hiddenBelow } from '../small-sample.ts';
import { clipPairs, keptPairs } from './clips.ts';
import { followUpOf } from './follow-up.ts';
import { chooseFocus, coachedItems, itemNames } from './items.ts';
import { isWithin, readReviews, type Period } from './reviews.ts';
import { scoreEnvelope } from './score-envelope.ts';

export type PersonQuestion = { person: CoachedPerson; from: string | null; to: string | null; definitions: Definitions; /** `YYYY-MM-DD`. */ today: string };

/** Everything that one person's sheet says. Nobody is compared by name: colleagues stand together as one figure. */
export function coachingReport(db: Database, { person, from, to, definitions, today }: PersonQuestion): CoachingReport {
  const period = { from, to };
  const reviews = readReviews(db, 'counted').filter((review) => isWithin(review, period));
  const own = reviews.filter((review) => review.agentId === person.agentId);
  const team = person.team ?? own.at(-1)?.team ?? null;
  const colleagues = reviews.filter((review) => review.agentId !== person.agentId && review.team === team);
  const self = readReviews(db, 'self').filter((review) => review.agentId === person.agentId && isWithin(review, period));
  const isEnough = own.length >= hiddenBelow;
  const items = coachedItems(db, { agentId: person.agentId, own, colleagues, self });
  const focus = isEnough ? chooseFocus(items) : null;
  const names = itemNames(db);
  return {
    person, ...period, reviewed: own.length, missing: Math.max(0, hiddenBelow - own.length), targetedLeftOut: targeted(db, person.agentId, period),
    dimensions: (['technical', 'emotional'] as const).map((dimension) => {
      const reliability = dimensionReliability(db, dimension);
      const about = { evidence: { agent: person.agentId, evaluated: true, randomOnly: true, ...(period.from === null ? {} : { from: period.from }), ...(period.to === null ? {} : { to: period.to }) }, flags: gateFlags(reliability) };
      const score = scoreEnvelope(own, (review) => review[dimension], about);
      const figure: Envelope = reliability.gate === 'failed' ? { ...score, value: null, ci: null, reason: 'UNRELIABLE' } : score;
      return {
        dimension, own: figure, team: scoreEnvelope(colleagues, (review) => review[dimension], { evidence: null, cluster: 'agentId' }),
        self: scoreEnvelope(self, (review) => review[dimension], { evidence: null }),
      };
    }),
    items, focus, pairs: focus ? clipPairs(db, { agentId: person.agentId, item: focus.item, ...period }) : [],
    sessions: sessionsOf(db, person.agentId).map((session) => {
      const name = names.find(({ item }) => item === session.item);
      return {
        session, itemName: name?.name ?? session.item, pairs: keptPairs(db, session.clipIds, person.agentId),
        followUp: followUpOf(session, { db, today, lookBackDays: definitions.lookBackDays, otherDimension: name?.dimension === 'technical' ? 'emotional' : 'technical' }),
      };
    }),
    reviews: reviewsOfPerson(db, person.agentId, period),
  };
}

function targeted(db: Database, agentId: string, { from, to }: Period): number {
  return db.get<{ n: number }>(
    `SELECT count(DISTINCT i.id) AS n FROM evaluation e JOIN interaction i ON i.id = e.interaction_id WHERE i.agent_id = ?1 AND e.purpose = 'targeted'
       AND (?2 IS NULL OR substr(i.started_at, 1, 10) >= ?2) AND (?3 IS NULL OR substr(i.started_at, 1, 10) <= ?3)`, [agentId, from, to],
  )?.n ?? 0;
}

const mostReviews = 200;

/** The person's reviews in the period, the latest first, each with the objections to it. */
function reviewsOfPerson(db: Database, agentId: string, { from, to }: Period): CoachingReport['reviews'] {
  const disputes = disputesOf(db, agentId);
  return db.all<Omit<CoachingReport['reviews'][number], 'disputes'>>(
    `SELECT e.id AS evaluationId, i.id AS interactionId, i.external_id AS externalId, i.started_at AS startedAt, e.evaluator, e.technical, e.emotional
     FROM evaluation e JOIN interaction i ON i.id = e.interaction_id WHERE i.agent_id = ?1 AND e.purpose IN ('random','unknown','targeted')
       AND (?2 IS NULL OR substr(i.started_at, 1, 10) >= ?2) AND (?3 IS NULL OR substr(i.started_at, 1, 10) <= ?3)
     ORDER BY i.started_at DESC, e.id LIMIT ${mostReviews}`, [agentId, from, to],
  ).map((review) => ({ ...review, disputes: disputes.filter((dispute) => dispute.evaluationId === review.evaluationId) }));
}
