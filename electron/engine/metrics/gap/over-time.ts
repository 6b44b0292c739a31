import type { Definitions } from '#shared/model/gap.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';
import { pChart, type ChartLimit } from '#shared/stats/p-chart.ts';
import { shareEnvelope } from '../shares.ts';
import { segmentFilter } from './report.ts';
import { matchedSides } from './sides.ts';
import { scanGap } from './square.ts';

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
  const thisMonth = now.toISOString().slice(0, 7);
  const rows = scanGap(db, { filter, rule: definitions, by: 'month' }).countsBy(filter.topBox ?? definitions.topBox)
    .flatMap((counts) => (counts.segment === null ? [] : [{ ...counts, month: counts.segment, n: counts.both + counts.companyOnly + counts.customerOnly + counts.neither }]))
    .filter((row) => row.n > 0).sort((a, b) => a.month.localeCompare(b.month));
  const complete = rows.filter((row) => row.month < thisMonth);
  const chart = complete.length < minimumPeriods ? null
    : pChart({ defectives: complete.map((row) => row.companyOnly), n: complete.map((row) => row.n) });
  const months = rows.map((row): GapMonth => {
    const at = complete.indexOf(row);
    const inMonth = segmentFilter(filter, 'month', row.month);
    return {
      month: row.month, n: row.n, gap: matchedSides(row, inMonth).gap,
      blindSpot: shareEnvelope({ x: row.companyOnly, n: row.n, evidence: { ...inMonth, cell: 'companyOnly', randomOnly: true } }),
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
