import type { Slide } from '#shared/model/briefing.ts';
import { shareEnvelope } from '#engine/metrics/shares.ts';
import type { gapOverTime } from '#engine/metrics/gap/over-time.ts';
import type { quadrant } from '#engine/metrics/gap/quadrant.ts';
import { count, monthName, percent, percentWithInterval } from './figures.ts';

const blank = { quotes: [], chart: null, isEdited: false, isHidden: false } as const;
/** Fewer than this carry no statement about a group (metric specification 0.2). */
const fewest = 30;

/** Whether the blind spots grow: a control chart, which says "signal" only where chance does not explain a month. */
export function trendSlide({ months, centre }: ReturnType<typeof gapOverTime>): Slide {
  const complete = months.filter((month) => month.isComplete && month.blindSpot.value !== null && month.n >= 5);
  const signals = complete.filter((month) => month.isSignal);
  const n = complete.reduce((sum, month) => sum + month.n, 0);
  const drawn = complete.slice(-24);
  const last = complete.at(-1);
  const isCharted = centre !== null && drawn.length >= 12;
  return {
    ...blank, quotes: [], id: 'trend', kind: 'trend',
    title: !isCharted ? `${count(complete.length)} whole months carry both views: too few to see a trend`
      : signals.length === 0 ? `Blind spots stay within chance: ${(100 * centre).toFixed(0)}% over ${count(complete.length)} months`
        : `In ${count(signals.length)} of ${count(complete.length)} months blind spots left the range of chance`,
    lead: isCharted ? 'A blind spot is an interaction that we passed and its customer did not. A month within its limits is no news.' : '12 months are needed before limits can be drawn.',
    bullets: isCharted && last ? [
      `${monthName(last.month)}: ${percentWithInterval(last.blindSpot)} of ${count(last.n)} interactions.`,
      ...signals.slice(-2).filter((month) => month !== last).map((month) => `Signal in ${monthName(month.month)}: ${percent(month.blindSpot)} of ${count(month.n)}.`),
    ] : [],
    plot: !isCharted ? null : {
      kind: 'control', title: 'Share of blind spots, by month', unit: 'share', centre,
      description: `A line of ${drawn.length} months between its control limits, about a centre of ${(100 * centre).toFixed(0)} percent. ${signals.length === 0 ? 'No month lies outside.' : `${signals.length} months are signals.`}`,
      months: drawn.map((month) => ({ label: month.month, value: month.blindSpot.value ?? 0, n: month.n, lcl: month.lcl === null ? null : Math.max(0, month.lcl), ucl: month.ucl === null ? null : Math.min(1, month.ucl), isSignal: month.isSignal })),
    },
    footnote: `n = ${count(n)} interactions that carry both views.`,
    notes: 'A p-chart with 3-sigma limits that follow each month\'s n. A month that is not over is not tested. A signal says that something changed, not what.',
    claims: isCharted && last ? [{ id: 'trend.last', text: `In ${monthName(last.month)}, ${percent(last.blindSpot)} of interactions were blind spots`, envelope: last.blindSpot, definition: 'blind spots' }] : [],
  };
}

/** Right, and warm: the two sides of an interaction, by team. */
export function feelingSlide({ threshold, groups, counts }: ReturnType<typeof quadrant>): Slide {
  const scored = counts.rightAndWarm + counts.correctButCold + counts.kindButWrong + counts.neither;
  const isCarried = scored >= fewest;
  const cold = shareEnvelope({ x: counts.correctButCold, n: scored, evidence: { evaluated: true, randomOnly: true } });
  const drawn = groups.flatMap((group) => group.name !== null && group.n >= fewest && group.technical.value !== null && group.emotional.value !== null
    ? [{ label: group.name, n: group.n, technical: group.technical.value, emotional: group.emotional.value }] : []).slice(0, 12);
  return {
    ...blank, quotes: [], id: 'feeling', kind: 'feeling',
    title: !isCarried ? `Only ${count(scored)} interactions were scored for being right and for being warm`
      : counts.correctButCold > counts.kindButWrong ? `Where we fall short we are cold rather than wrong: ${percent(cold)} are correct but cold`
        : `Where we fall short it is not for lack of warmth: ${percent(cold)} are correct but cold`,
    lead: isCarried ? `Technical proficiency against emotional connection, with ${threshold} of 100 as the threshold of both.` : `${fewest} are needed before the two can be told apart.`,
    bullets: isCarried ? [
      `Right and warm: ${count(counts.rightAndWarm)}; correct but cold: ${count(counts.correctButCold)}.`,
      `Kind but wrong: ${count(counts.kindButWrong)}; neither: ${count(counts.neither)}.`,
      `Too near to the threshold to say: ${count(counts.uncertain)}; scored on one side only: ${count(counts.unscored)}.`,
    ] : [],
    plot: !isCarried || drawn.length < 2 ? null : {
      kind: 'quadrant', title: 'Technical and emotional score, by team', threshold, groups: drawn,
      description: `A mark for each of ${drawn.length} teams: technical score across, emotional score up. ${drawn.map((group) => `${group.label} ${group.technical.toFixed(0)} and ${group.emotional.toFixed(0)}`).join('; ')}.`,
    },
    footnote: `n = ${count(scored)} interactions scored on both sides.`,
    notes: 'Behaviour that was heard is scored, never what an employee felt. Teams with fewer than 30 are not drawn.',
    claims: isCarried ? [{ id: 'feeling.cold', text: `${percent(cold)} of scored interactions are correct but cold`, envelope: cold, definition: 'two dimensions' }] : [],
  };
}
