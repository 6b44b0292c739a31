import type { ChartRow, Claim, Slide } from '#shared/model/briefing.ts';
import type { GapReport, GapSegment } from '#shared/model/gap.ts';
import { count, inSentence, percent, period, points } from './figures.ts';

type Evidence = { matched: GapReport; scorecard: GapReport; belief: GapReport };

/** Bain & Company, "Closing the delivery gap" (2005): another question, other people; context, never a comparison. */
const benchmark = 'For context, a different question: in 2005 Bain & Company asked 362 firms; 80% believed that they delivered a superior experience, and customers called 8% of companies superior.';

/** The first slide: how far apart we are, as far as the interval carries it. */
export function gapSlide({ matched, scorecard, belief }: Evidence): Slide {
  const shown = shownGap({ matched, scorecard });
  const claims = gapClaims(shown, belief);
  return {
    id: 'gap', kind: 'gap', title: gapTitle(shown), lead: gapLead(shown), bullets: gapBullets(shown, belief), quotes: [],
    chart: chartOf(shown), footnote: footnoteOf(shown), notes: notesOf(shown, belief), claims, isEdited: false, isHidden: false,
  };
}

/**
 * The matched gap where 30 interactions carry it; else the scorecard gap, where that many do, or where nothing is
 * matched: that one knows which side is missing.
 */
export function shownGap({ matched, scorecard }: Pick<Evidence, 'matched' | 'scorecard'>): GapReport {
  const carries = (report: GapReport) => report.gap.value !== null && report.gap.n >= 30;
  return !carries(matched) && (carries(scorecard) || matched.gap.n === 0) ? scorecard : matched;
}

function gapTitle(report: GapReport): string {
  const { company, customer, gap } = report;
  const what = report.definition === 'matched' ? 'the same interactions' : 'the interactions they answered about';
  switch (report.finding.key.split('.').at(-1)) {
    case 'companyHigher': return `We rated ${percent(company)} good; customers rated ${percent(customer)} of ${what} good`;
    case 'customerHigher': return `Customers are kinder than we are: they rated ${percent(customer)} good, we rated ${percent(company)}`;
    case 'noDifference': return `We rated ${percent(company)} good and customers ${percent(customer)}: no clear difference`;
    case 'few': return report.definition !== 'matched' ? 'Our ratings and the customers\' answers are of different interactions, and too few to compare' : `Only ${count(gap.n)} interactions carry both views: too few to state a gap`;
    case 'noCompany': return 'Customers have answered, but nobody here has rated an interaction yet';
    case 'noCustomer': return 'We have rated our interactions, but no customer has answered yet';
    case 'unlinked': return 'Our ratings and the customers\' answers do not meet on the same interactions yet';
    default: return 'There is nothing to compare yet: neither ratings nor customers\' answers are loaded';
  }
}

function gapLead(report: GapReport): string {
  if (report.gap.value === null || report.gap.n < 5) return 'Load evaluations and surveys of the same interactions to see the gap.';
  if (report.gap.n < 30) return `30 interactions with both views are needed before a gap is stated; ${count(report.gap.n)} have them so far.`;
  return `The gap is ${points(report.gap)}, over ${count(report.gap.n)} interactions.`;
}

function gapBullets(report: GapReport, belief: GapReport): string[] {
  const bullets: string[] = [];
  if (report.table && report.missRate?.value !== null && report.missRate && report.gap.n >= 30) {
    bullets.push(`Of ${count(report.missRate.denominator)} unhappy customers, our own check passed ${count(report.missRate.x ?? 0)}.`);
  }
  if (belief.company.value !== null && belief.customer.value !== null && belief.company.n >= 5 && belief.customer.n >= 5) {
    bullets.push(`${percent(belief.company)} of our leaders believe that we deliver a superior experience (n = ${count(belief.company.n)}); ${percent(belief.customer)} of our customers say so (n = ${count(belief.customer.n)}).`);
  }
  const different = report.segments.filter((segment) => segment.isDifferent && segment.gap.n >= 30 && segment.segment !== null);
  const widest = different[0];
  if (widest && widest.gap.value !== null && different.length > 1) bullets.push(`The gap is widest in ${inSentence(widest.segment ?? '')}: ${points(widest.gap)}.`);
  return bullets;
}

function chartOf(report: GapReport): Slide['chart'] {
  const rows: ChartRow[] = report.segments.filter((segment) => segment.segment !== null && segment.gap.value !== null && segment.gap.n >= 30).slice(0, 8)
    .map((segment) => dumbbellOf(segment, segment.segment ?? ''));
  if (rows.length === 0) return null;
  const [first] = rows;
  return {
    title: 'Share rated good, by queue',
    description: `For each of ${rows.length} queues, the share of interactions that we rated good beside the share that customers rated good. ${first ? `The widest gap is ${Math.round(first.gap ?? 0)} points in ${first.label}.` : ''}`.trim(),
    rows,
  };
}

/** A part of the gap as a row of a dumbbell, with what its shares are made of. */
export function dumbbellOf({ company, customer, gap }: GapSegment, label: string): ChartRow {
  return {
    label, company: company.value, customer: customer.value, gap: gap.value, lo: gap.ci?.lo ?? null, hi: gap.ci?.hi ?? null, n: gap.n,
    made: { companyX: company.x ?? 0, companyN: company.n, customerX: customer.x ?? 0, customerN: customer.n },
  };
}

/** What counted as good on either side, in words. */
export function goodWords({ definitions, topBox }: GapReport): { company: string; customer: string } {
  return {
    company: definitions.companyGoodRule === 'marked' ? 'our own pass mark' : `a score of ${definitions.companyGoodMin} or more`,
    customer: topBox === 1 ? 'the top box' : 'one of the top two boxes',
  };
}

function footnoteOf(report: GapReport): string {
  const { company, customer } = goodWords(report);
  return `n = ${count(report.gap.n)} interactions, ${period(report.firstAt, report.lastAt)}. Good for us: ${company}. Good for customers: ${customer}.`;
}

function notesOf(report: GapReport, belief: GapReport): string {
  const method = report.definition === 'matched'
    ? 'Both views are of the same interactions; the interval is Newcombe\'s for paired shares, the test McNemar\'s mid-P.'
    : 'Different interactions are compared; the interval is Newcombe\'s for two samples.';
  const left = report.targetedLeftOut > 0 ? ` ${count(report.targetedLeftOut)} interactions that were chosen for review, not drawn, are left out.` : '';
  const rows = (chartOf(report)?.rows ?? []).map((row) => `${row.label}: we ${Math.round(100 * (row.company ?? 0))}%, customers ${Math.round(100 * (row.customer ?? 0))}%, n = ${count(row.n)}`).join('\n');
  const context = report.definitions.showBenchmark && belief.company.value !== null ? `\n${benchmark}` : '';
  return `${method}${left}${rows === '' ? '' : `\n${rows}`}${context}`;
}

function gapClaims(report: GapReport, belief: GapReport): Claim[] {
  const name = report.definition === 'matched' ? 'matched gap (same interactions)' : 'scorecard gap (different interactions)';
  const claims: Claim[] = [
    { id: 'gap.company', text: `We rated ${percent(report.company)} good`, envelope: report.company, definition: name },
    { id: 'gap.customer', text: `Customers rated ${percent(report.customer)} good`, envelope: report.customer, definition: name },
    { id: 'gap.gap', text: `The gap is ${points(report.gap)}`, envelope: report.gap, definition: name },
  ];
  if (report.missRate) claims.push({ id: 'gap.miss', text: `Our check passed ${count(report.missRate.x ?? 0)} of ${count(report.missRate.denominator)} unhappy customers`, envelope: report.missRate, definition: 'miss rate' });
  claims.push(
    { id: 'belief.company', text: `${percent(belief.company)} of our leaders say superior`, envelope: belief.company, definition: 'belief gap' },
    { id: 'belief.customer', text: `${percent(belief.customer)} of our customers say superior`, envelope: belief.customer, definition: 'belief gap' },
  );
  return claims;
}
