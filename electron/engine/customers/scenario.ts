import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { AtRiskScenario, TierScenario } from '#shared/model/customer.ts';
import type { Definitions } from '#shared/model/gap.ts';
import { marginMultiple } from '#shared/stats/clv.ts';
import { survivalAt, survivalCurve, survivalLimitsAt, type FollowUp } from '#shared/stats/kaplan-meier.ts';
import { kmDifference, type SurvivalDifference } from '#shared/stats/km-difference.ts';
import { cachedFor } from '#engine/metrics/project-cache.ts';
import { pointsEnvelope } from '#engine/metrics/shares.ts';
import { withSmallSampleRule } from '#engine/metrics/small-sample.ts';
import type { Database } from '#engine/store/database.ts';
import { badContacts, lastPurchaseOn, type BadContact } from '#engine/store/queries/bad-contacts.ts';
import { firstCancellations, firstPurchases, knownBy } from '#engine/store/queries/customers.ts';
import { rankedAtRisk, type Ranked } from './at-risk.ts';
import { badCounts } from './bad-counts.ts';
import { dayBefore, dayOf } from './days.ts';
import { yearlyDiscount } from './discount.ts';

/** Follow-up behind the churn of a tier, days; and the fewest customers that it is read from. */
const followUpDays = 183;
const leastFollowed = 300;
const leastInTier = 10;

const tiers = ['none', 'watch', 'high'] as const;
type ScenarioTier = (typeof tiers)[number];

/** Two and more stand together: three and more are too few to follow on their own. */
const tierOf = (count: number): ScenarioTier => (count === 0 ? 'none' : count === 1 ? 'watch' : 'high');

/** When customers first bought and when they left. */
type Comings = { boughtOn: ReadonlyMap<string, string>; leftOn: ReadonlyMap<string, string> };

/**
 * Tells of customers how long they stayed from a day up to the end of what is known of purchases; null for who had not bought
 * by then or had left.
 */
function followUpFrom({ boughtOn, leftOn }: Comings, from: string, until: string): (id: string) => FollowUp | null {
  const [start, end] = [dayOf(from), dayOf(until)];
  const stayed: FollowUp = { time: end - start, isEvent: false };
  return (id) => {
    const bought = boughtOn.get(id);
    if (bought === undefined || bought.slice(0, 10) > from) return null;
    const left = leftOn.get(id);
    if (left === undefined) return stayed;
    const day = dayOf(left);
    return day <= start ? null : day <= end ? { time: day - start, isEvent: true } : stayed;
  };
}

/** The bad contacts of a look-back; those that the list of today has read already are taken from there. */
function badBetween(db: Database, { since, before }: { since: string; before: string }, today: { bad: readonly BadContact[]; rule: { asOf: string | null; lookBackDays: number } }): BadContact[] {
  const readSince = today.rule.asOf === null ? before : dayBefore(today.rule.asOf, today.rule.lookBackDays);
  if (readSince >= before || readSince <= since) return badContacts(db, { since, before });
  return [...badContacts(db, { since, before: readSince }), ...today.bad.filter(({ at }) => at < before)];
}

/** Who stood in which tier at the landmark, judged by the past alone, and how long each stayed after it (landmark analysis). */
function tiersAtLandmark(db: Database, definitions: Definitions, { until, comings }: { until: string; comings: Comings }): { landmark: string; groups: Map<ScenarioTier, FollowUp[]>; followed: number } {
  const landmark = dayBefore(until, followUpDays);
  const span = { since: dayBefore(landmark, definitions.lookBackDays), before: dayBefore(landmark, -1) };
  const counts = badCounts(db, badBetween(db, span, rankedAtRisk(db, definitions)), { asOf: landmark, definitions });
  const known = knownBy(db, landmark);
  const groups = new Map<ScenarioTier, FollowUp[]>(tiers.map((tier) => [tier, []]));
  let followed = 0;
  const followUpOf = followUpFrom(comings, landmark, until);
  for (const id of comings.boughtOn.keys()) {
    const count = counts.get(id)?.count;
    const followUp = count !== undefined || known.has(id) ? followUpOf(id) : null;
    if (followUp === null) continue;
    groups.get(tierOf(count ?? 0))?.push(followUp);
    followed += 1;
  }
  return { landmark, groups, followed };
}

/** One year of margin as a lifetime: r/(1+i-r) with the retention of a year; null where too few can be followed for one. */
function multipleOf(comings: Comings, until: string): number | null {
  const from = dayBefore(until, 365);
  const followUpOf = followUpFrom(comings, from, until);
  const all = [...comings.boughtOn.keys()].flatMap((id) => followUpOf(id) ?? []);
  const retention = all.length < leastInTier ? null : survivalAt(survivalCurve(all), 365);
  return retention === null ? null : marginMultiple(retention, yearlyDiscount);
}

type Compared = { tier: ScenarioTier; groups: Map<ScenarioTier, FollowUp[]>; isEnough: boolean; now: readonly Ranked[]; multiple: number | null };

/** Churn of a tier with its interval, and how many more of it left than of the tier "none". */
function comparedChurn({ tier, groups, isEnough }: Compared) {
  const own = groups.get(tier) ?? [];
  const base = groups.get('none') ?? [];
  const isUsable = isEnough && own.length >= leastInTier && base.length >= leastInTier;
  const curve = survivalCurve(isUsable ? own : []);
  const difference = isUsable && tier !== 'none' ? kmDifference({ first: base, second: own }, followUpDays) : { diff: null, ci: null };
  return { n: own.length, stayed: survivalAt(curve, followUpDays), limits: survivalLimitsAt(curve, followUpDays), difference };
}

function scenarioOf(compared: Compared): TierScenario {
  const { tier, now, multiple } = compared;
  const { n, stayed, limits, difference } = comparedChurn(compared);
  const customers = now.filter(({ count }) => tierOf(count) === tier);
  const perYear = customers.reduce((sum, { yearMargin }) => sum + Math.max(0, yearMargin ?? 0), 0);
  return {
    tier, customers: customers.length,
    churn: withSmallSampleRule(envelope({
      unit: 'share', value: stayed === null ? null : 1 - stayed, n, denominator: n, reason: stayed === null ? 'BELOW_MIN_N' : null, flags: ['of_customers'],
      ci: limits && { lo: 1 - limits[1], hi: 1 - limits[0], conf: 0.95, method: 'kaplan-meier log(-log)' },
    })),
    difference: pointsEnvelope(difference, { n, method: 'greenwood', reason: 'BELOW_MIN_N', flags: ['of_customers', 'association'], evidence: null }),
    valueAtRisk: moneyAtRisk(difference, multiple === null ? null : perYear * multiple, customers),
  };
}

function moneyAtRisk({ diff, ci }: Pick<SurvivalDifference, 'diff' | 'ci'>, worth: number | null, customers: readonly Ranked[]): Envelope {
  const reason = worth === null ? 'NO_DATA' as const : diff === null ? 'BELOW_MIN_N' as const : null;
  return envelope({
    unit: 'currency', value: worth === null || diff === null ? null : worth * diff, n: customers.length, denominator: customers.length, reason,
    ci: worth === null || ci === null ? null : { lo: worth * ci[0], hi: worth * ci[1], conf: 0.95, method: 'greenwood' },
    flags: ['scenario', 'of_customers'], evidence: { ids: customers.flatMap(({ ids }) => ids).slice(0, 1000) },
  });
}

/**
 * Value at risk by tier: lifetime value of who is in it now, times how many more of it left within 183 days of a landmark
 * than of customers without a bad experience. A scenario: it supposes that the future is like the past (metric specification 5).
 */
export function atRiskScenario(db: Database, definitions: Definitions): AtRiskScenario {
  return cachedFor(db, `scenario ${definitions.lookBackDays} ${definitions.episodeGapDays}`, () => {
    const until = lastPurchaseOn(db);
    if (until === null) return { tiers: [], landmark: null, marginMultiple: null, currency: null };
    const comings = { boughtOn: firstPurchases(db), leftOn: firstCancellations(db) };
    const { landmark, groups, followed } = tiersAtLandmark(db, definitions, { until, comings });
    const { ranked, currency } = rankedAtRisk(db, definitions);
    const multiple = multipleOf(comings, until);
    const isEnough = followed >= leastFollowed;
    return { tiers: tiers.map((tier) => scenarioOf({ tier, groups, isEnough, now: ranked, multiple })), landmark, marginMultiple: multiple, currency };
  });
}
