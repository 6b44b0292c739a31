import type { Claim, Slide } from '#shared/model/briefing.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import { moneyText, rangeText, unitText } from '#shared/plots/plot-figures.ts';
import { count, percentWithInterval, points } from '../figures.ts';
import { filterWords } from '../html/sections.ts';

/** What a chart says: a slide without its place in the story. */
export type ChartSlide = Pick<Slide, 'title' | 'lead' | 'bullets' | 'footnote' | 'notes'> & Partial<Pick<Slide, 'chart' | 'plot'>> & { claims: readonly (Omit<Claim, 'id'> & { id: string })[] };

/** Fewer than this carry no statement about a part (metric specification 0.2). */
export const fewest = 30;
export const mostParts = 12;

/** A slide of one chart; its claims are told apart by the slide they stand on. */
export function slideOf(id: string, kind: Slide['kind'], { claims, ...said }: ChartSlide): Slide {
  return { quotes: [], chart: null, plot: null, isEdited: false, isHidden: false, ...said, id, kind, claims: claims.map((claim) => ({ ...claim, id: `${id}.${claim.id}` })) };
}

/** A figure with its interval, in its own unit. */
export function figureWords(figure: Envelope, currency: string | null = null): string {
  if (figure.value === null) return 'not available';
  if (figure.unit === 'share') return percentWithInterval(figure);
  if (figure.unit === 'points') return `${figure.value < 0 ? 'minus ' : ''}${points(figure)}`;
  if (figure.unit === 'currency') return `${moneyText(figure.value, currency)}${figure.ci ? ` (95%: ${moneyText(figure.ci.lo, currency)} to ${moneyText(figure.ci.hi, currency)})` : ''}`;
  return `${unitText(figure.value, figure.unit)}${figure.ci ? ` (95%: ${rangeText(figure.ci.lo, figure.ci.hi, figure.unit)})` : ''}`;
}

/** What the parts are, in the singular: `queue`; an imported field keeps its name. */
export function partWord(by: SegmentField): string {
  return by.startsWith('field:') ? by.slice('field:'.length) : by;
}

/** A part as it is written: what nobody knows is said so. */
export function partName(segment: string | null, by: SegmentField): string {
  return segment === null || segment === '' ? (by === 'cause' ? 'no cause' : 'not known') : segment;
}

/** `Only queue Billing.`, or nothing where everything counts. */
export function onlyWords(filter: InteractionFilter): string {
  return Object.keys(filter).length === 0 ? '' : ` Only ${filterWords({ evidence: filter })}.`;
}

/** n as a footnote says it. */
export function nWords(n: number, what: string): string {
  return `n = ${count(n)} ${what}.`;
}

/** A slide for which there is too little: it says what is missing and draws nothing. */
export function thinSlide(title: string, footnote: string): ChartSlide {
  return { title, lead: '', bullets: [], footnote, notes: '', claims: [] };
}
