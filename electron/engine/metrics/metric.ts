import type { Envelope } from '#shared/model/envelope.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';

export type MetricContext = {
  db: Database; definitions: Definitions; filter: InteractionFilter;
  /** Now; nothing dated later counts. */
  now: Date;
};

/** One figure: its name, what it is, and how it follows from the project. Labels and definitions in words are the page's. */
export type Metric = {
  /** As on the command line: `csat`, `repeat-information`. */
  readonly name: string;
  readonly unit: Envelope['unit'];
  readonly direction: 'up' | 'down' | 'context';
  readonly isHeadline: boolean;
  compute(context: MetricContext): Envelope;
  /** How the values behind it are spread, where that says more than the figure. */
  distribution?(context: MetricContext): { label: string; n: number }[];
};
