import type { GapReport, GapSegment } from '#shared/model/gap.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import type { nonResponse } from '#engine/metrics/gap/non-response.ts';
import { count, inSentence, percent, percentWithInterval, period, points } from '../figures.ts';
import { dumbbellOf, goodWords } from '../gap-slide.ts';
import { fewest, figureWords, mostParts, nWords, onlyWords, partName, partWord, thinSlide, type ChartSlide } from './chart-slide.ts';

const names = { matched: 'matched gap (same interactions)', scorecard: 'scorecard gap (different interactions)', belief: 'belief gap', mean: 'mean gap, in score points' } as const;

type Asked = { by: SegmentField; filter: InteractionFilter };

/** The gap by part: what is widest only where the intervals are apart. */
export function segmentsSlide(report: GapReport, { by, filter }: Asked): ChartSlide {
  const part = partWord(by);
  const carried = report.segments.filter((segment) => segment.gap.value !== null && segment.gap.n >= fewest).toSorted((a, b) => (b.gap.value ?? 0) - (a.gap.value ?? 0)).slice(0, mostParts);
  const { company, customer } = goodWords(report);
  const footnote = `${nWords(report.gap.n, 'interactions')} ${period(report.firstAt, report.lastAt)}. Good for us: ${company}. Good for customers: ${customer}.${onlyWords(filter)}`;
  const [widest] = carried;
  if (widest === undefined) return thinSlide(`No ${part} has the ${fewest} interactions that a gap needs`, footnote);
  const named = (segment: GapSegment, name = partName(segment.segment, by)) => `${name}: ${figureWords(segment.gap)}, n = ${count(segment.gap.n)}`;
  const isMean = report.definition === 'mean';
  const title = `${isMean ? 'Gap in score points' : 'Share rated good'}, by ${part}`;
  const description = `${isMean ? 'Bars of the gap' : 'Both shares'} for each of ${carried.length} parts by ${part}. ${carried.map((segment) => named(segment)).join('; ')}.`;
  return {
    title: finding(carried, part, by), lead: `The gap of all is ${figureWords(report.gap)}.`,
    bullets: carried.filter((segment) => segment.isDifferent).slice(0, 3).map((segment) => `${named(segment, inSentence(partName(segment.segment, by)))}.`),
    ...(isMean ? { plot: { kind: 'bars' as const, title, description, unit: 'points' as const, of: part, rows: carried.map((segment) => ({ label: partName(segment.segment, by), n: segment.gap.n, value: segment.gap.value ?? 0, lo: segment.gap.ci?.lo ?? null, hi: segment.gap.ci?.hi ?? null })) } }
      : { chart: { title, description, rows: carried.map((segment) => dumbbellOf(segment, partName(segment.segment, by))) } }),
    footnote, notes: `Parts below ${fewest} interactions are not drawn. "Differs" is said after Benjamini-Hochberg over all parts.\n${carried.map((segment) => named(segment)).join('\n')}`,
    claims: [
      { id: 'all', text: `The gap is ${figureWords(report.gap)}`, envelope: report.gap, definition: names[report.definition] },
      ...carried.slice(0, 3).map((segment, at) => ({ id: `part${at + 1}`, text: `In ${partName(segment.segment, by)} the gap is ${figureWords(segment.gap)}`, envelope: segment.gap, definition: names[report.definition] })),
    ],
  };
}

function finding(carried: readonly GapSegment[], part: string, by: SegmentField): string {
  const [widest, second] = carried;
  const clear = carried.filter((segment) => segment.isDifferent).length;
  if (widest && second && widest.isDifferent && (widest.gap.ci?.lo ?? 0) > (second.gap.ci?.hi ?? Infinity)) return `The gap is widest in ${inSentence(partName(widest.segment, by))}: ${points(widest.gap).replace(/ \(.*$/, '')}`;
  return clear === 0 ? `No ${part} shows a clear gap of its own, of ${carried.length} that have enough` : `The gap is clear in ${clear} of ${carried.length} parts by ${part}; their intervals overlap`;
}

/** Who was unhappy and passed our check all the same. */
export function squareSlide(report: GapReport, filter: InteractionFilter): ChartSlide {
  const { table, missRate, hiddenStrength } = report;
  const footnote = `${nWords(report.gap.n, 'interactions that carry both views')} ${period(report.firstAt, report.lastAt)}.${onlyWords(filter)}`;
  if (table === null || missRate === null || missRate.value === null || report.gap.n < fewest) return thinSlide(`Only ${count(report.gap.n)} interactions carry both views: too few to say whom our check misses`, footnote);
  return {
    title: `Of ${count(missRate.denominator)} unhappy customers, our own check passed ${count(missRate.x ?? 0)}`, lead: 'Under each of our two answers, what customers said of the same interactions.',
    bullets: [`Blind spots: ${count(table.companyOnly)}, that is ${percentWithInterval(missRate)} of the unhappy.`, `Hidden strengths, liked and not passed: ${count(table.customerOnly)}${(hiddenStrength?.value ?? null) === null || hiddenStrength === null ? '' : `, ${percentWithInterval(hiddenStrength)}`}.`],
    plot: { kind: 'square', title: 'What we passed, and what customers said', description: `Of what we passed, ${count(table.both)} were good for customers and ${count(table.companyOnly)} were not; of what we did not pass, ${count(table.customerOnly)} were good and ${count(table.neither)} were not.`, ...table },
    footnote, notes: 'Interactions that were chosen for review, not drawn, are left out.',
    claims: [{ id: 'miss', text: `Our check passed ${count(missRate.x ?? 0)} of ${count(missRate.denominator)} unhappy customers`, envelope: missRate, definition: 'miss rate' }],
  };
}

/** What people here believe beside what customers say to the mirrored question. */
export function beliefSlide(report: GapReport): ChartSlide {
  const { company, customer, gap } = report;
  const footnote = `n = ${count(company.n)} people here and ${count(customer.n)} customers. ${period(report.firstAt, report.lastAt)}.`;
  if (company.value === null || customer.value === null || gap.n < 5) return thinSlide('What we believe cannot be set beside what customers say before both were asked', footnote);
  const rows = report.segments.filter((segment) => segment.gap.value !== null && segment.company.n >= 5);
  return {
    title: `${percent(company)} of us believe that our service is superior; ${percent(customer)} of our customers say so`, lead: `The gap of belief is ${figureWords(gap)}.`,
    bullets: [`We: ${percentWithInterval(company)}, n = ${count(company.n)}.`, `Customers: ${percentWithInterval(customer)}, n = ${count(customer.n)}.`],
    chart: rows.length === 0 ? null : { title: 'Share who say superior, by who was asked here', description: `Both shares for each of ${rows.length} groups who were asked here: ${rows.map((row) => `${row.segment ?? 'all'} ${percent(row.company)}`).join('; ')}; customers ${percent(customer)}.`, rows: rows.map((row) => dumbbellOf(row, row.segment ?? 'all')) },
    footnote, notes: 'Two samples and one mirrored question: the interval is Newcombe\'s for independent shares.',
    claims: [
      { id: 'company', text: `${percent(company)} of us say superior`, envelope: company, definition: names.belief }, { id: 'customer', text: `${percent(customer)} of our customers say superior`, envelope: customer, definition: names.belief },
    ],
  };
}

/** Who answered, beside who stayed silent. */
export function nonResponseSlide({ responseRate, differences }: ReturnType<typeof nonResponse>, filter: InteractionFilter): ChartSlide {
  const footnote = `${nWords(responseRate.n, 'customers invited')}${onlyWords(filter)}`;
  const known = differences.flatMap(({ name, smd, flag }) => smd === null ? [] : [{ name, smd, isLarge: flag !== 'none' }]).toSorted((a, b) => Math.abs(b.smd) - Math.abs(a.smd));
  if (responseRate.value === null || known.length === 0) return thinSlide('Who stayed silent is not known before invitations are loaded', footnote);
  const large = known.filter((one) => one.isLarge).length;
  return {
    title: large === 0 ? `${percent(responseRate)} of invited customers answered, and they are much like the silent` : `${percent(responseRate)} of invited customers answered; they differ from the silent in ${large} of ${known.length} respects`,
    lead: 'Standardised differences of those who answered from those who did not; beyond 0.1 a figure may lean.', bullets: known.filter((one) => one.isLarge).slice(0, 3).map((one) => `${one.name}: ${one.smd.toFixed(2)}.`),
    plot: { kind: 'bars', title: 'Those who answered against the silent', description: `Bars for ${Math.min(mostParts, known.length)} standardised differences. The largest is ${known[0]?.name ?? ''} with ${(known[0]?.smd ?? 0).toFixed(2)}.`, unit: 'ratio', of: 'Respect', rows: known.slice(0, mostParts).map((one) => ({ label: one.name, n: responseRate.n, value: one.smd, lo: null, hi: null })) },
    footnote, notes: 'Only what is known of both sides is compared; what is not recorded may differ as well.',
    claims: [{ id: 'response', text: `${count(responseRate.x ?? 0)} of ${count(responseRate.n)} invited customers answered`, envelope: responseRate, definition: 'response rate' }],
  };
}
