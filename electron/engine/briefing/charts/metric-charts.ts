import type { explore } from '#engine/metrics/explore.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import { unitText } from '#shared/plots/plot-figures.ts';
import { count, inSentence, monthName } from '../figures.ts';
import { fewest, figureWords, mostParts, nWords, onlyWords, partName, partWord, thinSlide, type ChartSlide } from './chart-slide.ts';

type Found = ReturnType<typeof explore>;
type Asked = { label: string; filter: InteractionFilter };

const wholeClaim = (whole: Envelope, label: string) => ({ id: 'whole', text: `${label}: ${figureWords(whole)}`, envelope: whole, definition: label });
const valueOf = (figure: Envelope): string => figure.value === null ? 'not available' : unitText(figure.value, figure.unit);

/** A metric by part; an order only where intervals are apart. */
export function metricSegmentsSlide({ whole, segments }: Found, { label, filter, by }: Asked & { by: SegmentField }): ChartSlide {
  const part = partWord(by);
  const footnote = `${nWords(whole.n, 'units')}${onlyWords(filter)}`;
  const carried = segments.filter(({ envelope }) => envelope.value !== null && envelope.n >= fewest).slice(0, mostParts);
  const sorted = by === 'month' ? carried : carried.toSorted((a, b) => (b.envelope.value ?? 0) - (a.envelope.value ?? 0));
  const [highest, second] = sorted;
  if (whole.value === null || highest === undefined) return thinSlide(`${label} by ${part}: no part has the ${fewest} that a statement needs`, footnote);
  const isApart = by !== 'month' && second !== undefined && (highest.envelope.ci?.lo ?? -Infinity) > (second.envelope.ci?.hi ?? Infinity);
  const named = (one: (typeof sorted)[number], name = partName(one.segment, by)) => `${name}: ${figureWords(one.envelope)}, n = ${count(one.envelope.n)}`;
  return {
    title: isApart ? `${label} is highest in ${inSentence(partName(highest.segment, by))}: ${valueOf(highest.envelope)}, against ${valueOf(whole)} over all` : `${label} is ${valueOf(whole)}; by ${part} no part stands out clearly`,
    lead: `${label} over all: ${figureWords(whole)}.`, bullets: sorted.slice(0, 3).map((one) => `${named(one, inSentence(partName(one.segment, by)))}.`),
    plot: { kind: 'bars', title: `${label}, by ${part}`, description: `Bars for ${sorted.length} parts by ${part}. ${sorted.map((one) => named(one)).join('; ')}.`, unit: whole.unit, of: part, rows: sorted.map(({ segment, envelope }) => ({ label: partName(segment, by), n: envelope.n, value: envelope.value ?? 0, lo: envelope.ci?.lo ?? null, hi: envelope.ci?.hi ?? null })) },
    footnote, notes: `Parts below ${fewest} are not drawn.\n${sorted.map((one) => named(one)).join('\n')}`,
    claims: [wholeClaim(whole, label), ...sorted.slice(0, 3).map((one, at) => ({ id: `part${at + 1}`, text: `${label} in ${partName(one.segment, by)}: ${figureWords(one.envelope)}`, envelope: one.envelope, definition: label }))],
  };
}

/** The course of a metric, without a verdict. */
export function metricMonthsSlide({ whole, months }: Found, { label, filter }: Asked): ChartSlide {
  const drawn = months.filter(({ envelope, isComplete }) => isComplete && envelope.value !== null && envelope.n >= 5).slice(-24);
  const last = drawn.at(-1);
  const footnote = `${nWords(whole.n, 'units')}${last === undefined ? '' : ` Up to ${monthName(last.month)}.`}${onlyWords(filter)}`;
  if (last === undefined || drawn.length < 3) return thinSlide(`${label}: fewer than three whole months are known, too few for a course`, footnote);
  return {
    title: `${label} was ${valueOf(last.envelope)} in ${monthName(last.month)}, and ${valueOf(whole)} over all`, lead: `${drawn.length} whole months; a month that is not over is left out.`,
    bullets: [`${monthName(last.month)}: ${figureWords(last.envelope)}, n = ${count(last.envelope.n)}.`],
    plot: { kind: 'control', title: `${label}, by month`, description: `A line of ${drawn.length} months of ${label}. The last, ${monthName(last.month)}, is ${valueOf(last.envelope)}.`, unit: whole.unit, centre: null, months: drawn.map(({ month, envelope }) => ({ label: month, value: envelope.value ?? 0, n: envelope.n, lcl: null, ucl: null, isSignal: false })) },
    footnote, notes: 'Months are not tested against each other; a rise or fall may be chance.',
    claims: [wholeClaim(whole, label), { id: 'last', text: `${label} in ${monthName(last.month)}: ${figureWords(last.envelope)}`, envelope: last.envelope, definition: label }],
  };
}

/** How the values behind a metric are spread. */
export function metricSpreadSlide({ whole, distribution }: Found, { label, filter }: Asked): ChartSlide {
  const n = distribution.reduce((sum, entry) => sum + entry.n, 0);
  const footnote = `${nWords(n, 'values')}${onlyWords(filter)}`;
  const most = distribution.toSorted((a, b) => b.n - a.n)[0];
  if (whole.value === null || most === undefined || n < fewest) return thinSlide(`${label}: ${count(n)} values are too few to show how they are spread`, footnote);
  return {
    title: `${label} is ${valueOf(whole)}; the most frequent value, ${most.label}, comes ${count(most.n)} times in ${count(n)}`, lead: `${label} over all: ${figureWords(whole)}.`, bullets: [],
    plot: { kind: 'bars', title: `${label}: how often each value comes`, description: `Bars for ${Math.min(16, distribution.length)} values. ${distribution.slice(0, 16).map((entry) => `${entry.label}: ${count(entry.n)}`).join('; ')}.`, unit: 'count', of: 'Value', rows: distribution.slice(0, 16).map((entry) => ({ label: entry.label, n, value: entry.n, lo: null, hi: null })) },
    footnote, notes: '', claims: [wholeClaim(whole, label)],
  };
}
