import { axisValue, displayOf, figureOf, hiddenBelow, type Figure } from '#renderer/charts/figure-display.ts';
import { evidenceOf } from '#renderer/charts/open-evidence.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import type { Writing } from '#renderer/ui/figure-text.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { GapSegment } from '#shared/model/gap.ts';

/** One side of a row on the axis 0-100; `isFaint` while fewer than 30 stand behind it. */
export type DumbbellMark = { at: number; lo: number | null; hi: number | null; text: string; isFaint: boolean };

export type DumbbellRow = {
  id: string;
  label: string;
  /** What sorting by name goes by. */
  order: string;
  company: DumbbellMark | null;
  customer: DumbbellMark | null;
  /** What stands in the row instead of the marks. */
  words: string | null;
  figures: { company: Figure; customer: Figure; gap: Figure };
  gap: number | null;
  n: number;
  isDifferent: boolean;
  evidence: ListContext | null;
};

export type DumbbellSort = 'gap' | 'name' | 'n';

type RowOptions = {
  nameOf: (segment: string | null) => string;
  orderOf?: (segment: string | null, name: string) => string;
  writing: Writing;
  /** `words`: rows under 30 carry words and no marks. `faint`: marks from 5 on, in grey, for the few groups of a poll. */
  few: 'words' | 'faint';
};

/** The rows of a dumbbell from the segments of a gap report. */
export function dumbbellRows(segments: readonly GapSegment[], { nameOf, orderOf = (_, name) => name, writing, few }: RowOptions): DumbbellRow[] {
  return segments.map((segment) => {
    const { company, customer, gap } = segment;
    const display = displayOf(gap);
    const isDrawn = display === 'full' || (display === 'few' && few === 'faint');
    const label = nameOf(segment.segment);
    return {
      id: segment.segment ?? '', label, order: orderOf(segment.segment, label),
      company: isDrawn ? markOf(company, writing) : null, customer: isDrawn ? markOf(customer, writing) : null,
      words: isDrawn ? null : wordsFor(segment, writing),
      figures: { company: figureOf(company, writing), customer: figureOf(customer, writing), gap: figureOf(gap, writing) },
      gap: isDrawn ? gap.value : null, n: gap.n, isDifferent: segment.isDifferent, evidence: evidenceOf(gap),
    };
  });
}

function markOf(envelope: Envelope, writing: Writing): DumbbellMark | null {
  if (envelope.value === null) return null;
  const on = (value: number): number => Math.min(100, Math.max(0, axisValue(value, envelope.unit)));
  return {
    at: on(envelope.value), lo: envelope.ci === null ? null : on(envelope.ci.lo), hi: envelope.ci === null ? null : on(envelope.ci.hi),
    text: figureOf(envelope, writing).value, isFaint: displayOf(envelope) !== 'full',
  };
}

function wordsFor({ company, customer, gap }: GapSegment, writing: Writing): string {
  const { t } = writing;
  if (company.n === 0) return t('charts:dumbbell.noCompany');
  if (customer.n === 0) return t('charts:dumbbell.noCustomer');
  if (gap.value === null && displayOf(gap) === 'none') return t('charts:dumbbell.notJoined');
  const { display, n } = figureOf(gap, writing);
  return display === 'hidden' ? t('charts:hidden', { n: hiddenBelow }) : t('charts:dumbbell.tooFew', { n });
}

/** Rows in their order. By size those with marks come first, and the others by name below them, since they carry no rank. */
export function sortDumbbell(rows: readonly DumbbellRow[], by: DumbbellSort): DumbbellRow[] {
  const byName = (a: DumbbellRow, b: DumbbellRow): number => a.order.localeCompare(b.order, undefined, { numeric: true });
  const order: Record<DumbbellSort, (a: DumbbellRow, b: DumbbellRow) => number> = {
    gap: (a, b) => (b.gap ?? 0) - (a.gap ?? 0) || byName(a, b), name: byName, n: (a, b) => b.n - a.n || byName(a, b),
  };
  if (by === 'name') return rows.toSorted(byName);
  return [...rows.filter((row) => row.words === null).sort(order[by]), ...rows.filter((row) => row.words !== null).sort(byName)];
}
