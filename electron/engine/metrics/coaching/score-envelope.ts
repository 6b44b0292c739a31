import type { Envelope } from '#shared/model/envelope.ts';
import { envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { meanContrast, type WeightedGroup } from '#shared/stats/mean-contrast.ts';
import { meanEnvelope } from '../means.ts';
import { shareEnvelope } from '../shares.ts';
import { hiddenBelow, withSmallSampleRule } from '../small-sample.ts';
import { Tally } from '../tally.ts';
import type { Review } from './reviews.ts';

/** What is measured of a review: a score 0-100, or null where it was not scored. */
export type ScoreOf = (review: Review) => number | null;

/** The score of one item, 0-100. */
export function itemScore(item: string): ScoreOf {
  return ({ items }) => {
    const share = items.get(item);
    return share === undefined ? null : 100 * share;
  };
}

/** At most a quarter of the scale: absent though needed, or worse (the rubric's anchors 0 and 1 of 4). */
export const poorScore = 25;

type About = { evidence: InteractionFilter | null; flags?: string[]; /** Whose values hang together: the customer's, or for a team the person's. */ cluster?: 'customerId' | 'agentId' };

/** The mean score of reviews, with an interval that knows who repeats. */
export function scoreEnvelope(reviews: readonly Review[], scoreOf: ScoreOf, { evidence, flags = [], cluster = 'customerId' }: About): Envelope {
  const tally = new Tally(null);
  for (const review of reviews) tally.add({ cluster: review[cluster], value: scoreOf(review), excluded: null });
  return meanEnvelope(tally, { unit: 'score', evidence, flags });
}

/** How many of the scored reviews were poor. */
export function poorEnvelope(reviews: readonly Review[], scoreOf: ScoreOf, evidence: InteractionFilter | null): Envelope {
  const scored = reviews.map(scoreOf).filter((score) => score !== null);
  return shareEnvelope({ x: scored.filter((score) => score <= poorScore).length, n: scored.length, inScope: reviews.length, evidence });
}

/** A sum of weighted means in score points; a group of fewer than five is not compared. */
export function contrastEnvelope(groups: readonly WeightedGroup[], about: { evidence: InteractionFilter | null; flags?: string[] }): Envelope {
  const sizes = groups.map(({ values }) => values.length);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const base = { unit: 'score' as const, n, denominator: n, evidence: about.evidence, flags: about.flags ?? [] };
  if (sizes.includes(0)) return envelope({ ...base, value: null, reason: 'NO_DATA' });
  if (Math.min(...sizes) < hiddenBelow) return envelope({ ...base, value: null, reason: 'BELOW_MIN_N' });
  const { estimate, ci } = meanContrast(groups);
  return withSmallSampleRule(envelope({ ...base, value: estimate, ci: ci && { lo: ci[0], hi: ci[1], conf: 0.95, method: groups.length === 2 ? 'Welch t' : 'Welch-Satterthwaite t' } }));
}

/** The scores that there are. */
export function scoresOf(reviews: readonly Review[], scoreOf: ScoreOf): number[] {
  return reviews.map(scoreOf).filter((score) => score !== null);
}

/** Whether an interval lies wholly above zero, below it, or does neither. */
export function directionOf({ ci }: Pick<Envelope, 'ci'>): 'up' | 'down' | 'unclear' {
  if (ci === null) return 'unclear';
  return ci.lo > 0 ? 'up' : ci.hi < 0 ? 'down' : 'unclear';
}
