import type { Clip, CoachedPerson } from '#shared/model/coaching.ts';
import { envelope } from '#shared/model/envelope.ts';
import type { TrainingItem } from '#shared/model/training.ts';
import { newcombeUnpaired } from '#shared/stats/newcombe.ts';
import type { Database } from '#engine/store/database.ts';
import { rosterNames } from '#engine/store/queries/briefing-evidence.ts';
import { clipMoments } from '#engine/store/queries/clip-moments.ts';
import { groupBy } from '../group-by.ts';
import { itemReliability } from '../reliability.ts';
import { pointsEnvelope } from '../shares.ts';
import { hiddenBelow } from '../small-sample.ts';
import { clipOf } from './clips.ts';
import { itemNames } from './items.ts';
import { isWithin, readReviews, type Period, type Review } from './reviews.ts';
import { directionOf, itemScore, poorEnvelope, scoreEnvelope, type ScoreOf } from './score-envelope.ts';

/** Every item by team, and who would gain from a class on it. Teams and people stand by name, never by score. */
export function trainingItems(db: Database, people: readonly CoachedPerson[], period: Period): TrainingItem[] {
  const reviews = readReviews(db, 'counted').filter((review) => isWithin(review, period));
  const teams = [...groupBy(reviews, ({ team }) => team)].toSorted(([a], [b]) => (a ?? '').localeCompare(b ?? ''));
  const gates = new Map(itemReliability(db).map(({ item, gate }) => [item, gate]));
  const byPerson = groupBy(reviews, ({ agentId }) => agentId);
  return itemNames(db).map(({ codeId: _code, ...name }) => {
    const score = itemScore(name.item);
    const gate = gates.get(name.item) ?? 'unknown';
    return {
      ...name, gate,
      cells: teams.map(([team, own]) => ({ team, score: scoreEnvelope(own, score, { evidence: { team, evaluated: true, randomOnly: true }, cluster: 'agentId' }) })),
      candidates: gate === 'failed' ? [] : people.flatMap((person) => candidate(person, { own: byPerson.get(person.agentId) ?? [], reviews, score })),
    };
  });
}

function candidate({ agentId, name }: CoachedPerson, { own, reviews, score }: { own: readonly Review[]; reviews: readonly Review[]; score: ScoreOf }): TrainingItem['candidates'] {
  const evidence = { agent: agentId, evaluated: true, randomOnly: true };
  const poor = poorEnvelope(own, score, evidence);
  const others = poorEnvelope(reviews.filter((review) => review.agentId !== agentId), score, null);
  const n = poor.n + others.n;
  const difference = Math.min(poor.n, others.n) < hiddenBelow
    ? envelope({ unit: 'points', value: null, n, reason: 'BELOW_MIN_N' })
    : pointsEnvelope(newcombeUnpaired({ x1: poor.x ?? 0, n1: poor.n, x2: others.x ?? 0, n2: others.n }), { n, method: 'newcombe', reason: 'NO_DATA', evidence });
  return directionOf(difference) === 'up' ? [{ agentId, name, poor, difference }] : [];
}

const mostClips = 12;

/** A reel on one item: moments that went wrong and that went well, of anybody and naming nobody, to be heard one after the other. */
export function trainingReel(db: Database, item: string, { from, to }: Period): Clip[] {
  const names = rosterNames(db);
  const of = (isGood: boolean) => clipMoments(db, { item, isGood, agentId: null, from, to, limit: 60 });
  const [poor, good] = [onePerCall(of(false)), onePerCall(of(true))];
  const mixed = poor.flatMap((moment, at) => [moment, ...(good[at] ? [good[at]] : [])]);
  // No person's identifier is empty: every clip is a colleague's.
  return (mixed.length > 0 ? mixed : good).slice(0, mostClips).map((moment) => clipOf(db, moment, { agentId: '', names }));
}

function onePerCall<T extends { interactionId: string }>(moments: readonly T[]): T[] {
  return [...groupBy(moments, ({ interactionId }) => interactionId).values()].flatMap((own) => own.slice(0, 1));
}
