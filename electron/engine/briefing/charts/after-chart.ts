import { horizonsDays, type AfterGroup, type Afterwards } from '#shared/model/afterwards.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { count, monthName, percent, percentWithInterval } from '../figures.ts';
import { figureWords, nWords, thinSlide, type ChartSlide } from './chart-slide.ts';

/** The days on which a curve is drawn: months of 30 days, and the horizons. */
const days = [...new Set([...Array.from({ length: 19 }, (_month, at) => 30 * at), ...horizonsDays])].sort((a, b) => a - b);
const names = { bad: 'bad', neutral: 'neutral', good: 'good' } as const;
const outcomes = { satisfaction: 'by what the customer answered', resolved: 'by whether it was resolved', quality: 'by our own check' } as const;

/** What happened after interactions that went well or badly: an association, never more. */
export function afterSlide({ by, event, groups, differences, p, until }: Afterwards): ChartSlide {
  const isStaying = event === 'retention';
  const followed = groups.filter((group) => group.curve.length > 0);
  const n = followed.reduce((sum, group) => sum + group.n, 0);
  const [bad, good] = [figureAt(followed, 'bad'), figureAt(followed, 'good')];
  const footnote = `${nWords(n, 'customers, each from the first interaction with a known outcome')}${until === null ? '' : ` Followed until ${monthName(until)}.`}`;
  const difference = differences.findLast(({ raw }) => raw.value !== null);
  if (bad === null || good === null || difference === undefined) return thinSlide(`Too few customers are followed to say what ${isStaying ? 'happens to them' : 'they buy'} after a bad contact`, footnote);
  const isClear = difference.raw.ci !== null && (difference.raw.ci.lo > 0 || difference.raw.ci.hi < 0);
  const what = isStaying ? 'are still customers' : 'bought again';
  return {
    title: isClear ? `${months(bad.day)} on, ${percent(bad.figure)} ${what} after a bad contact and ${percent(good.figure)} after a good one` : `${months(bad.day)} on, nothing clear sets a bad contact apart from a good one`,
    lead: `Share of customers who ${what}, ${outcomes[by]}. An association: those who had a bad contact may differ in other ways.`,
    bullets: [
      `At ${bad.day} days: ${percentWithInterval(bad.figure)} after a bad contact, ${percentWithInterval(good.figure)} after a good one.`,
      ...(difference.matched.value === null ? [] : [`Among customers who are alike otherwise, the difference is ${figureWords(difference.matched)}.`]),
    ],
    plot: {
      kind: 'survival', title: isStaying ? 'Still customers, by day' : 'Bought again, by day', days: [...days],
      description: `Stepped lines over 18 months for ${followed.length} groups. At ${bad.day} days ${percent(bad.figure)} ${what} after a bad contact and ${percent(good.figure)} after a good one.`,
      groups: followed.map((group) => ({ label: `after a ${names[group.group]} contact`, n: group.n, shares: days.map((day) => shareAt(group, day, isStaying)), at: group.at.flatMap(({ day, figure, atRisk }) => figure.value === null ? [] : [{ day, share: figure.value, lo: figure.ci?.lo ?? null, hi: figure.ci?.hi ?? null, atRisk }]) })),
    },
    footnote, notes: `Kaplan-Meier with log-log intervals${p === null ? '' : `; log-rank p = ${p < 0.001 ? 'below 0.001' : p.toFixed(3)}`}. Numbers at risk: ${followed.map((group) => `${names[group.group]} ${group.at.map(({ day, atRisk }) => `${count(atRisk)} at ${day} days`).join(', ')}`).join('; ')}.`,
    claims: [
      { id: 'bad', text: `${percent(bad.figure)} ${what} ${bad.day} days after a bad contact`, envelope: heard(bad.figure, by), definition: `${event} after interactions` },
      { id: 'good', text: `${percent(good.figure)} ${what} ${good.day} days after a good contact`, envelope: heard(good.figure, by), definition: `${event} after interactions` },
    ],
  };
}

const months = (day: number): string => day >= 548 ? 'Eighteen months' : day >= 183 ? 'Six months' : 'One month';

/** A group's figure at the furthest horizon that it reaches. */
function figureAt(groups: readonly AfterGroup[], name: AfterGroup['group']): { day: number; figure: Envelope } | null {
  const reached = horizonsDays.filter((day) => (['bad', 'good'] as const).every((group) => groups.find((one) => one.group === group)?.at.find((point) => point.day === day)?.figure.value !== null && groups.some((one) => one.group === group)));
  const day = reached.at(-1);
  const figure = groups.find((one) => one.group === name)?.at.find((point) => point.day === day)?.figure;
  return day === undefined || figure === undefined ? null : { day, figure };
}

/** The curve at a day: a horizon's own figure where there is one, else its last step; null where too few are followed. */
function shareAt(group: AfterGroup, day: number, isStaying: boolean): number | null {
  const horizon = group.at.find((point) => point.day === day);
  if (horizon !== undefined) return horizon.figure.value;
  // A curve goes on level behind its last step, while enough are followed.
  const last = Math.max(group.curve.at(-1)?.day ?? -1, ...group.at.map((point) => point.figure.value === null ? -1 : point.day));
  if (day > last) return null;
  return group.curve.findLast((step) => step.day <= day)?.share ?? (isStaying ? 1 : 0);
}

/** The interactions that the outcomes come from; who was followed is among them. */
function heard(figure: Envelope, by: Afterwards['by']): Envelope {
  return { ...figure, evidence: by === 'quality' ? { evaluated: true } : { answered: true } };
}
