import type { CauseDetail } from '#shared/model/cause.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { shareEnvelope } from '#engine/metrics/shares.ts';
import { count, inSentence, monthName, percent, percentWithInterval } from '../figures.ts';
import { fewest, nWords, onlyWords, thinSlide, type ChartSlide } from './chart-slide.ts';

/** Whether a cause becomes more frequent: a control chart by week. */
export function causeWeeksSlide({ name, owner, contacts, weeks, centre }: CauseDetail, filter: InteractionFilter): ChartSlide {
  const drawn = weeks.flatMap(({ share, ...week }) => share === null ? [] : [{ ...week, share }]);
  const n = drawn.reduce((sum, week) => sum + week.n, 0);
  const last = drawn.at(-1);
  const footnote = `${nWords(n, 'interactions with a cause')} Weeks since ${drawn[0] === undefined ? 'none' : monthName(drawn[0].week)}.${onlyWords(filter)}`;
  if (last === undefined || centre === null || n < fewest) return thinSlide(`“${inSentence(name)}” was tagged too rarely to show its course: ${count(contacts)} contacts`, footnote);
  const signals = drawn.filter((week) => week.isSignal);
  const figure = shareEnvelope({ x: drawn.reduce((sum, week) => sum + week.x, 0), n, evidence: last.evidence });
  const whole = { ...figure, evidence: { ...filter, cause: name } };
  const latest = shareEnvelope({ x: last.x, n: last.n, evidence: last.evidence });
  return {
    title: signals.length === 0 ? `“${inSentence(name)}” stays within chance, at ${percent(whole)} of coded contacts` : `In ${signals.length} of ${drawn.length} weeks “${inSentence(name)}” left the range of chance`,
    lead: `Share of coded contacts that carry it, by week; ${owner === null ? 'nobody owns it yet' : `owner ${inSentence(owner)}`}.`, bullets: [`Last week: ${percentWithInterval(latest)}.`],
    plot: { kind: 'control', title: `“${name}”, by week`, description: `A line of ${drawn.length} weeks between control limits about ${percent(whole)}. ${signals.length === 0 ? 'No week lies outside.' : `${signals.length} weeks are signals.`}`, unit: 'share', centre, months: drawn.map((week) => ({ label: week.week, value: week.share, n: week.n, lcl: week.lcl === null ? null : Math.max(0, week.lcl), ucl: week.ucl === null ? null : Math.min(1, week.ucl), isSignal: week.isSignal })) },
    footnote, notes: 'A p-chart with 3-sigma limits that follow each week\'s n. A signal says that something changed, not what.',
    claims: [{ id: 'share', text: `“${name}” stands behind ${count(whole.x ?? 0)} of ${count(n)} coded contacts`, envelope: whole, definition: 'share of coded contacts' }],
  };
}
