import type { Definitions } from '#shared/model/gap.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';
import { localMonth } from '#engine/store/queries/local-time.ts';
import { segmentFilter } from '#engine/store/queries/segment-filter.ts';
import { pChart, type ChartLimit } from '#shared/stats/p-chart.ts';
import { shareEnvelope } from '../shares.ts';
import { GapCase } from './gap-case.ts';
import { scanGap } from './scan.ts';
import { matchedN } from './sides.ts';

export type GapMonth = {
  month: string; n: number; gap: Envelope; blindSpot: Envelope; lcl: number | null; ucl: number | null; isSignal: boolean; isComplete: boolean;
};

/** Fewer months than this carry no control limits (metric registry: spc). */
const minimumPeriods = 12;

/**
 * The gap per month, and a p-chart of the blind spots: their share among the month's matched interactions with 3-sigma
 * limits that follow n (Shewhart; NIST e-Handbook 6.3.3). A month that is not over yet is shown and never tested.
 */
export function gapOverTime(db: Database, { definitions, filter, now }: { definitions: Definitions; filter: InteractionFilter; now: Date }): { months: GapMonth[]; centre: number | null } {
  const thisMonth = localMonth(now, definitions.timeZone);
  const topBox = filter.topBox ?? definitions.topBox;
  const narrowed = { ...filter, topBox };
  const scan = scanGap(db, { filter: narrowed, rule: definitions, by: 'month' });
  const gaps = new Map(new GapCase({ db, definitions, filter: narrowed, by: 'month', topBox, scan }).segments('matched').map((segment) => [segment.segment, segment.gap]));
  const rows = scan.segments.flatMap((group) => {
    const gap = gaps.get(group.segment);
    return group.segment === null || gap === undefined || gap.n === 0 ? [] : [{ month: group.segment, counts: group.counts(topBox), design: group.design(topBox), gap }];
  }).sort((a, b) => a.month.localeCompare(b.month));
  const complete = rows.filter((row) => row.month < thisMonth);
  const chart = complete.length < minimumPeriods ? null
    : pChart({ defectives: complete.map((row) => row.counts.companyOnly), n: complete.map((row) => matchedN(row.counts)) });
  const months = rows.map((row): GapMonth => {
    const at = complete.indexOf(row);
    const n = matchedN(row.counts);
    return {
      month: row.month, n, gap: row.gap,
      blindSpot: shareEnvelope({
        x: row.counts.companyOnly, n, designEffect: row.design.blindSpot, evidence: { ...segmentFilter(narrowed, 'month', row.month), cell: 'companyOnly', randomOnly: true },
      }),
      lcl: limitAt(chart?.lcl, at), ucl: limitAt(chart?.ucl, at),
      isSignal: at >= 0 && chart?.signals?.includes(at + 1) === true, isComplete: at >= 0,
    };
  });
  return { months, centre: chart?.pBar ?? null };
}

function limitAt(limits: ChartLimit | null | undefined, at: number): number | null {
  if (limits === null || limits === undefined || at < 0) return null;
  return typeof limits === 'number' ? limits : Array.from(limits)[at] ?? null;
}
