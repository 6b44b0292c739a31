import type { Queue } from '../world/reasons.ts';

/**
 * Planted truth 2, exactly: interactions with a random-sampled evaluation and a survey answer, how many of them passed, how many
 * customers answered 5 of 5, and how many are both. Sums: 400 matched, 288 passed (72 %), 128 delighted (32 %), gap 40 points.
 */
export type MatchedQuota = { matched: number; passed: number; delighted: number; both: number };

export const matchedQuotas: Readonly<Record<Queue, MatchedQuota>> = {
  Billing: { matched: 150, passed: 117, delighted: 38, both: 30 },
  'Moving home': { matched: 70, passed: 49, delighted: 32, both: 24 },
  Outages: { matched: 60, passed: 33, delighted: 32, both: 22 },
  Tariffs: { matched: 90, passed: 70, delighted: 20, both: 16 },
  Complaints: { matched: 30, passed: 19, delighted: 6, both: 4 },
};

/** Survey answers linked to an interaction, by queue: 600 in all. */
export const surveyQuotas: Readonly<Record<Queue, number>> = { Billing: 230, 'Moving home': 100, Outages: 90, Tariffs: 125, Complaints: 55 };
/** Survey answers that carry only the customer and a date. */
export const customerOnlySurveys = 25;
/** Random-sampled evaluations of interactions without a survey answer, and targeted ones. */
export const unmatchedRandomEvaluations = 330;
export const targetedEvaluations = 90;

/** Planted truth 1: 48 of 600 linked and 2 of 25 other answers call the company superior, 8.0 %. */
export const superiorAmongLinked = 48;
export const superiorAmongCustomerOnly = 2;

/** Belief poll: how many of each group answer 5, and how many are asked. */
export const beliefs = [
  { group: 'leader', top: 20, asked: 25 }, { group: 'manager', top: 14, asked: 28 }, { group: 'agent', top: 12, asked: 40 },
] as const;
