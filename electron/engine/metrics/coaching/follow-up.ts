import type { CoachingSession, FollowUp } from '#shared/model/coaching.ts';
import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { newcombeUnpaired } from '#shared/stats/newcombe.ts';
import type { Database } from '#engine/store/database.ts';
import { hiddenBelow } from '../small-sample.ts';
import { pointsEnvelope, shareEnvelope } from '../shares.ts';
import { isWithin, readReviews, type Period, type Review } from './reviews.ts';
import { contrastEnvelope, directionOf, itemScore, scoreEnvelope, scoresOf, type ScoreOf } from './score-envelope.ts';

type Context = { db: Database; /** Today, `YYYY-MM-DD`. */ today: string; lookBackDays: number; otherDimension: 'technical' | 'emotional' };

const dayMs = 86_400_000;
const dayBefore = (day: string, days = 1) => new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);

/** The day of the session belongs to what came after it. */
function periodsOf(session: CoachingSession, lookBackDays: number): { before: Period; after: Period } {
  return { before: { from: dayBefore(session.heldOn, lookBackDays), to: dayBefore(session.heldOn) }, after: { from: session.heldOn, to: session.checkBy } };
}

/**
 * Whether a session helped: the practised item before and after, among the same person's drawn reviews; the same among
 * colleagues, whom the session did not reach; and the difference of the two differences, which takes off what changed for
 * everybody. Whoever is coached on a low score tends to score higher the next time by chance alone; colleagues do not tell
 * that, so the page says it.
 */
export function followUpOf(session: CoachingSession, { db, today, lookBackDays, otherDimension }: Context): FollowUp {
  const { before, after } = periodsOf(session, lookBackDays);
  const reviews = readReviews(db, 'counted');
  const own = reviews.filter((review) => review.agentId === session.agentId);
  const others = reviews.filter((review) => review.agentId !== session.agentId);
  const score = itemScore(session.item);
  const of = (from: readonly Review[], period: Period) => from.filter((review) => isWithin(review, period));
  const evidence = (period: Period): InteractionFilter => ({ agent: session.agentId, evaluated: true, randomOnly: true, ...(period.from === null ? {} : { from: period.from }), ...(period.to === null ? {} : { to: period.to }) });
  const whole = { from: before.from, to: after.to };
  const groups = (from: readonly Review[], scoreOf: ScoreOf, sign: 1 | -1) => [
    { values: scoresOf(of(from, after), scoreOf), weight: sign }, { values: scoresOf(of(from, before), scoreOf), weight: -sign },
  ];
  const difference = contrastEnvelope(groups(own, score, 1), { evidence: evidence(whole) });
  const heard = of(own, after).length;
  return {
    before: scoreEnvelope(of(own, before), score, { evidence: evidence(before) }), after: scoreEnvelope(of(own, after), score, { evidence: evidence(after) }),
    difference, colleagues: contrastEnvelope(groups(others, score, 1), { evidence: null }),
    net: contrastEnvelope([...groups(own, score, 1), ...groups(others, score, -1)], { evidence: evidence(whole) }),
    ...takenOf(db, session, { before, after, evidence }),
    other: otherDimension, otherDifference: contrastEnvelope(groups(own, (review) => review[otherDimension], 1), { evidence: evidence(whole) }),
    heard, wanted: session.checkCount, isDue: today >= session.checkBy, state: stateOf(difference),
  };
}

function stateOf(difference: Envelope): FollowUp['state'] {
  if (difference.value === null) return 'tooEarly';
  const direction = directionOf(difference);
  return direction === 'up' ? 'better' : direction === 'down' ? 'worse' : 'noDifference';
}

/** Opportunities of the practised kind: tags of the code with the item's short form that say how they went. */
function takenOf(db: Database, session: CoachingSession, { before, after, evidence }: { before: Period; after: Period; evidence: (period: Period) => InteractionFilter }) {
  const count = ({ from, to }: Period) => db.get<{ x: number | null; n: number }>(
    `SELECT sum(g.outcome = 'taken') AS x, count(*) AS n FROM tag g JOIN code k ON k.id = g.code_id JOIN interaction i ON i.id = g.interaction_id
     WHERE k.key = ?1 COLLATE NOCASE AND k.kind = 'behaviour' AND g.outcome IN ('taken','missed','wrong') AND i.agent_id = ?2
       AND substr(i.started_at, 1, 10) >= ?3 AND substr(i.started_at, 1, 10) <= ?4`, [session.item, session.agentId, from, to],
  ) ?? { x: 0, n: 0 };
  const [first, second] = [count(before), count(after)];
  const [x1, x2] = [first.x ?? 0, second.x ?? 0];
  const isEnough = Math.min(first.n, second.n) >= hiddenBelow;
  return {
    takenBefore: shareEnvelope({ x: x1, n: first.n, evidence: evidence(before) }), takenAfter: shareEnvelope({ x: x2, n: second.n, evidence: evidence(after) }),
    takenDifference: isEnough
      ? pointsEnvelope(newcombeUnpaired({ x1: x2, n1: second.n, x2: x1, n2: first.n }), { n: first.n + second.n, method: 'newcombe', reason: 'NO_DATA', evidence: evidence({ from: before.from, to: after.to }) })
      : envelope({ unit: 'points', value: null, n: first.n + second.n, reason: first.n + second.n === 0 ? 'NO_DATA' : 'BELOW_MIN_N' }),
  };
}
