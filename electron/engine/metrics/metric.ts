import type { Envelope } from '#shared/model/envelope.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';

export type MetricContext = {
  db: Database; definitions: Definitions; filter: InteractionFilter;
  /** Now: what is a month that is over. What is dated in the future is told by the latest import. */
  now: Date;
};

/** A metric's figure for one part of the interactions. */
export type Part = { segment: string | null; envelope: Envelope };

/** One figure: its name, what it is, and how it follows from the project. Labels and definitions in words are the page's. */
export type Metric = {
  /** As on the command line: `csat`, `repeat-information`. */
  readonly name: string;
  readonly unit: Envelope['unit'];
  readonly direction: 'up' | 'down' | 'context';
  readonly isHeadline: boolean;
  compute(context: MetricContext): Envelope;
  /** The figure of every segment in one pass; metrics without it are computed once per segment. */
  parts?(context: MetricContext, by: SegmentField): Part[];
  /** How the values behind it are spread, where that says more than the figure. */
  distribution?(context: MetricContext): { label: string; n: number }[];
};

/** Whether a filter leaves everything in: then also what is linked to no interaction counts. */
export function isWhole({ topBox: _topBox, ...filter }: InteractionFilter): boolean {
  return Object.keys(filter).length === 0;
}
