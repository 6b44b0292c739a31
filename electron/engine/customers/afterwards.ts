import { horizonsDays, type AfterEvent, type AfterGroup, type Afterwards, type OutcomeBy } from '#shared/model/afterwards.ts';
import { envelope, type Envelope } from '#shared/model/envelope.ts';
import { stepAt, survivalAt, survivalCurve, survivalLimitsAt, type FollowUp, type SurvivalCurve } from '#shared/stats/kaplan-meier.ts';
import { curveDifference } from '#shared/stats/km-difference.ts';
import { logrankGroups } from '#shared/stats/logrank.ts';
import { cachedFor } from '#engine/metrics/project-cache.ts';
import { pointsEnvelope } from '#engine/metrics/shares.ts';
import { withSmallSampleRule } from '#engine/metrics/small-sample.ts';
import type { Database } from '#engine/store/database.ts';
import { indexContacts, type IndexContact } from '#engine/store/queries/after-outcome.ts';
import { lastPurchaseOn } from '#engine/store/queries/bad-contacts.ts';
import { dayOf } from './days.ts';
import { matchPairs } from './matching.ts';

const groups = ['bad', 'neutral', 'good'] as const;
/** Fewer at risk say nothing about a horizon (metric specification 6). */
const leastAtRisk = 10;
/** A curve is drawn with at most so many steps. */
const mostSteps = 200;

/** Days from the interaction to the event, or to the end of what is known of purchases. */
function followUpsOf(contacts: readonly IndexContact[], until: string): FollowUp[] {
  const end = dayOf(until);
  const followUps: FollowUp[] = [];
  for (const { at, eventOn } of contacts) {
    const start = Math.floor(dayOf(at));
    if (end <= start) continue;
    const event = eventOn === null ? Infinity : dayOf(eventOn);
    followUps.push(event <= end ? { time: Math.floor(event) - start, isEvent: true } : { time: end - start, isEvent: false });
  }
  return followUps;
}

/** Follow-ups of a group and their curve, drawn once. */
type Followed = { followUps: readonly FollowUp[]; curve: SurvivalCurve };

const followedWith = (followUps: readonly FollowUp[]): Followed => ({ followUps, curve: survivalCurve(followUps) });

const atRiskAt = ({ followUps }: Followed, day: number): number => followUps.reduce((sum, { time }) => sum + (time >= day ? 1 : 0), 0);

type About = { event: AfterEvent; day: number };

function horizonFigure(group: Followed, { event, day }: About): Envelope {
  const { followUps, curve } = group;
  const isMature = atRiskAt(group, day) >= leastAtRisk;
  const stayed = isMature ? survivalAt(curve, day) : null;
  const limits = isMature ? survivalLimitsAt(curve, day) : null;
  const flip = event === 'repurchase';
  return withSmallSampleRule(envelope({
    unit: 'share', value: stayed === null ? null : flip ? 1 - stayed : stayed, n: followUps.length, denominator: followUps.length, reason: stayed === null ? (followUps.length === 0 ? 'NO_DATA' : 'NOT_MATURE') : null,
    ci: limits && { lo: flip ? 1 - limits[1] : limits[0], hi: flip ? 1 - limits[0] : limits[1], conf: 0.95, method: 'kaplan-meier log(-log)' }, flags: ['of_customers', 'association'],
  }));
}

function groupOf(group: AfterGroup['group'], followed: Followed, event: AfterEvent): AfterGroup {
  const { followUps, curve } = followed;
  const flip = (share: number | null): number | null => (share === null ? null : event === 'repurchase' ? 1 - share : share);
  const every = Math.max(1, Math.ceil(curve.rows.length / mostSteps));
  const steps = curve.rows.filter((row, index) => row.n >= leastAtRisk && (index % every === 0 || index === curve.rows.length - 1));
  return {
    group, n: followUps.length, at: horizonsDays.map((day) => ({ day, figure: horizonFigure(followed, { event, day }), atRisk: atRiskAt(followed, day) })),
    curve: steps.map((row) => ({ day: row.t, share: flip(row.s) ?? 0, lo: flip(event === 'repurchase' ? row.hi : row.lo), hi: flip(event === 'repurchase' ? row.lo : row.hi), atRisk: row.n })),
  };
}

/** Bad less good at a day, in points. */
function differenceAt({ bad, good }: { bad: Followed; good: Followed }, { event, day }: About): Envelope {
  const isMature = [bad, good].every((group) => atRiskAt(group, day) >= leastAtRisk);
  // Greenwood's error says nothing of a group in which nobody has had the event yet, and an interval without it would be too narrow.
  const isVaried = [bad, good].every((group) => stepAt(group.curve, day) !== undefined);
  const [first, second] = event === 'repurchase' ? [good, bad] : [bad, good];
  const difference = isMature && isVaried ? curveDifference([first.curve, second.curve], day) : { diff: null, ci: null };
  return pointsEnvelope(difference, { n: bad.followUps.length + good.followUps.length, method: 'greenwood', reason: isMature ? 'NO_VARIATION' : 'NOT_MATURE', flags: ['of_customers', 'association'], evidence: null });
}

/**
 * Retention or repurchase 1, 6 and 18 months after each customer's first interaction with a known outcome: Kaplan-Meier
 * with intervals, log-rank over the groups, and the difference of bad and good as they come and among matched pairs.
 */
export function afterwards(db: Database, { by, event }: { by: OutcomeBy; event: AfterEvent }): Afterwards {
  return cachedFor(db, `afterwards ${by} ${event}`, () => {
    const until = lastPurchaseOn(db);
    const contacts = until === null ? [] : indexContacts(db, { by, event });
    const followed = (chosen: readonly IndexContact[]) => followedWith(followUpsOf(chosen, until ?? ''));
    const byGroup = groups.map((group) => ({ group, followed: followed(contacts.filter(({ outcome }) => outcome === group)) })).filter((one) => one.followed.followUps.length > 0);
    const { bad, good, ...matching } = matchPairs(contacts);
    const of = (name: AfterGroup['group']) => byGroup.find(({ group }) => group === name)?.followed ?? followedWith([]);
    const [raw, matched] = [{ bad: of('bad'), good: of('good') }, { bad: followed(bad), good: followed(good) }];
    return {
      by, event, until, groups: byGroup.map((one) => groupOf(one.group, one.followed, event)),
      p: byGroup.length < 2 ? null : logrankGroups(byGroup.map((one) => one.followed.followUps)).p,
      differences: horizonsDays.map((day) => ({ day, raw: differenceAt(raw, { event, day }), matched: differenceAt(matched, { event, day }) })), matching,
    };
  });
}
