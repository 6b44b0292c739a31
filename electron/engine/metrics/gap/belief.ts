import type { Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { newcombeUnpaired } from '#shared/stats/newcombe.ts';
import { twoProportionTest } from '#shared/stats/two-proportion-test.ts';
import type { Database } from '#engine/store/database.ts';
import { isPossibleSql } from '#engine/store/queries/as-of.ts';
import type { MetricContext } from '../metric.ts';
import { pointsEnvelope, shareEnvelope } from '../shares.ts';
import { countedAnswers, isOneScale, isWithinTop, surveyAnswers, tallyAnswers, type Answer } from '../survey-answers.ts';
import { shareOfTally } from '../tallied-metric.ts';
import type { Tally } from '../tally.ts';
import type { Sides } from './sides.ts';

type GroupName = 'leader' | 'manager' | 'agent';
export type BeliefGroup = { group: GroupName; x: number; n: number; scale: string };

/** The customers' answers to the mirrored question. */
type Mirrored = { tally: Tally; key: string | null; scales: Set<string>; hasUnlinked: boolean };

export type Belief = { groups: BeliefGroup[]; customers: Mirrored };

/** The question that counts: the one called `superior`; else one that customers were asked, too; else the only one there is. */
function questionOf(db: Database): string | null {
  const questions = db.all<{ question: string; isMirrored: number }>(
    `SELECT b.question, max(EXISTS (SELECT 1 FROM survey_item m WHERE m.key = b.question)) AS isMirrored FROM belief b
     GROUP BY b.question ORDER BY b.question = 'superior' DESC, isMirrored DESC, count(*) DESC, b.question`,
  );
  const [first] = questions;
  if (first === undefined) return null;
  return first.question === 'superior' || first.isMirrored === 1 || questions.length === 1 ? first.question : null;
}

/** How many of each group believe that the service is superior, and how many customers say so: answers within the top boxes. */
export function readBelief(context: MetricContext, topBox: number): Belief {
  const { db } = context;
  const question = questionOf(db);
  const groups = question === null ? [] : db.all<BeliefGroup>(
    `SELECT respondent_group AS "group", sum(scale_max - value < ?) AS x, count(*) AS n, group_concat(DISTINCT scale_min || ' ' || scale_max) AS scale FROM belief
     WHERE question = ? AND value BETWEEN scale_min AND scale_max AND ${isPossibleSql('answered_at')}
     GROUP BY 1 ORDER BY CASE respondent_group WHEN 'leader' THEN 1 WHEN 'manager' THEN 2 ELSE 3 END`, [topBox, question],
  );
  return { groups, customers: mirroredAnswers(context, question, topBox) };
}

function mirroredAnswers(context: MetricContext, question: string | null, topBox: number): Mirrored {
  const asked = question === null ? [] : surveyAnswers(context, { key: question });
  const answers = asked.length > 0 ? asked : surveyAnswers(context, { kind: 'superior' });
  const counted = countedAnswers(answers);
  const [first] = counted;
  // Another scale of the same question is another item; the one with the first answer is taken, and flagged.
  const own = isOneScale(counted) ? answers : answers.filter((answer) => answer.key === first?.key);
  return {
    tally: tallyAnswers(own, (answer) => (isWithinTop(answer, topBox) ? 1 : 0)), key: first?.key ?? null,
    scales: new Set(counted.map(({ scaleMin, scaleMax }: Answer) => `${scaleMin} ${scaleMax}`)), hasUnlinked: counted.some((answer) => answer.isLinked === 0),
  };
}

/** The group whose belief the headline is: the leaders, else whoever was asked that stands nearest to them. */
export function headlineGroup({ groups }: Belief): BeliefGroup {
  return groups[0] ?? { group: 'leader', x: 0, n: 0, scale: '' };
}

/** G0: what a group inside believes against what customers answer to the mirrored question. Two samples, unpaired. */
export function beliefSides(inside: BeliefGroup, customers: Mirrored, filter: InteractionFilter): Sides {
  const { tally, key } = customers;
  const effect = tally.designEffect;
  const shares = { x1: inside.x, n1: inside.n, x2: tally.sum, n2: tally.n };
  const evidence: InteractionFilter | null = key === null ? null : { ...filter, surveyItem: { key } };
  const isOther = tally.n > 0 && inside.n > 0 && [...customers.scales].some((scale) => scale !== inside.scale);
  const flags = ['different_people', ...(isOther ? ['different_scales'] : []), ...(inside.group === 'leader' ? [] : [`of_${inside.group}s`])];
  const customer = shareOfTally(tally, evidence, { flags: customers.hasUnlinked ? ['includes_unlinked'] : [] });
  const gap: Envelope = {
    ...pointsEnvelope(newcombeUnpaired({ ...shares, x2: tally.sum / effect, n2: tally.n / effect }), {
      n: Math.min(inside.n, tally.n), method: 'newcombe-unpaired', reason: inside.n === 0 ? 'NO_DATA' : tally.reason, flags, evidence, designEffect: effect,
    }),
    denominator: tally.n,
  };
  return { company: shareEnvelope({ x: inside.x, n: inside.n, flags: flags.filter((flag) => flag.startsWith('of_')), evidence: null }), customer, gap, p: twoProportionTest(shares)?.p ?? null };
}
