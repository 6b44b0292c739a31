import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';
import { companyGoodSql, interactionWhere, type GoodRule } from '#engine/store/queries/interaction-where.ts';
import { localMonthSql } from '#engine/store/queries/local-time.ts';
import { segmentSql } from '#engine/store/queries/segment-sql.ts';

/** What one part of the interactions holds: the square of those with both sides, and each side for itself. */
export type GapCounts = {
  segment: string | null;
  both: number; companyOnly: number; customerOnly: number; neither: number;
  /** All evaluated, and how many of them are good. */
  companyN: number; companyYes: number;
  /** All answered, and how many of them are good. */
  customerN: number; customerYes: number;
  /** Interactions in scope. */
  total: number;
};

/** Interactions that are alike: judged the same by the company, and as many boxes from the top by the customer (2: two or more). */
type Cell = { segment: string | null; company: number | null; fromTop: number | null; n: number; targeted: number; firstAt: string | null; lastAt: string | null };

/** One scan of the interactions, from which every count of a report follows. */
export type GapScan = {
  /** The counts when `topBox` boxes count as the customer's good. */
  counts(topBox: number): GapCounts;
  /** The same per segment; the segment `null` holds what is not known. */
  countsBy(topBox: number): GapCounts[];
  targeted: number; firstAt: string | null; lastAt: string | null;
};

/**
 * Reads all interactions of the filter once, as counts of alike ones. Chosen ("targeted") evaluations do not count as
 * judgements of the company. With `cause`, an interaction stands once under each of its causes.
 */
export function scanGap(db: Database, { filter, rule, by }: { filter: InteractionFilter; rule: GoodRule; by: SegmentField | null }): GapScan {
  const where = interactionWhere(filter, rule);
  const segment = by === null ? { sql: 'NULL', joins: '', parameters: [] } : segmentSql(by, localMonthSql(db, rule.timeZone));
  const cells = db.all<Cell>(
    `SELECT ${segment.sql} AS segment, CASE WHEN i.company_purpose IS NOT 'targeted' THEN ${companyGoodSql(rule)} END AS company,
       CASE WHEN i.customer_from_top < 1 THEN 0 WHEN i.customer_from_top < 2 THEN 1 WHEN i.customer_from_top IS NOT NULL THEN 2 END AS fromTop,
       count(*) AS n, sum(i.company_purpose IS 'targeted') AS targeted, min(i.started_at) AS firstAt, max(i.started_at) AS lastAt
     FROM interaction i ${segment.joins} WHERE ${where.sql} GROUP BY 1, 2, 3`, [...segment.parameters, ...where.parameters],
  );
  return {
    counts: (topBox) => countCells(null, cells, topBox),
    countsBy: (topBox) => [...new Set(cells.map((cell) => cell.segment))].map((name) => countCells(name, cells.filter((cell) => cell.segment === name), topBox)),
    targeted: cells.reduce((sum, cell) => sum + cell.targeted, 0),
    firstAt: extreme(cells.map((cell) => cell.firstAt), (a, b) => a < b), lastAt: extreme(cells.map((cell) => cell.lastAt), (a, b) => a > b),
  };
}

function extreme(times: readonly (string | null)[], isBetter: (a: string, b: string) => boolean): string | null {
  return times.reduce((best, time) => (time !== null && (best === null || isBetter(time, best)) ? time : best), null);
}

function countCells(segment: string | null, cells: readonly Cell[], topBox: number): GapCounts {
  const sum = (wanted: (company: number | null, customer: boolean | null) => boolean) => cells.reduce((n, cell) =>
    (wanted(cell.company, cell.fromTop === null ? null : cell.fromTop < topBox) ? n + cell.n : n), 0);
  return {
    segment,
    both: sum((company, customer) => company === 1 && customer === true), companyOnly: sum((company, customer) => company === 1 && customer === false),
    customerOnly: sum((company, customer) => company === 0 && customer === true), neither: sum((company, customer) => company === 0 && customer === false),
    companyN: sum((company) => company !== null), companyYes: sum((company) => company === 1),
    customerN: sum((_company, customer) => customer !== null), customerYes: sum((_company, customer) => customer === true),
    total: sum(() => true),
  };
}
