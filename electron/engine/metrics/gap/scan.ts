import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Database } from '#engine/store/database.ts';
import { asOfSql } from '#engine/store/queries/as-of.ts';
import { interactionWhere, type GoodRule } from '#engine/store/queries/interaction-where.ts';
import { GapGroup } from './gap-group.ts';
import { orderedBy, readJudgements, type GapQuery, type Judgements } from './judgements.ts';

/** One scan of the interactions, from which every count of a report follows. */
export type GapScan = {
  whole: GapGroup;
  /** Per segment; the segment `null` holds what is not known. */
  segments: GapGroup[];
  firstAt: string | null; lastAt: string | null;
};

/**
 * Every interaction of the filter once, put in order by customer, so that counts and design effects are added up in one
 * walk. By cause an interaction stands once under each of its causes, so that there is no whole.
 */
export function scanGap(db: Database, query: GapQuery): GapScan {
  const read = readJudgements(db, query);
  const byCustomer = orderedBy(read.customerOf, read.customers);
  const whole = groupOf(null, read, byCustomer);
  return { whole, segments: query.by === null ? [] : segmentsOf(read, byCustomer), ...period(db, query.filter, query.rule) };
}

function segmentsOf(read: Judgements, byCustomer: Int32Array): GapGroup[] {
  if (read.codes.length === 0) return [];
  const places = orderedBy(read.segmentOf, read.names.length, byCustomer);
  const groups: GapGroup[] = [];
  for (let start = 0; start < places.length; ) {
    const segment = read.segmentOf[places[start] ?? 0] ?? 0;
    let end = start + 1;
    while (end < places.length && read.segmentOf[places[end] ?? 0] === segment) end += 1;
    groups.push(groupOf(read.names[segment] ?? null, read, places.subarray(start, end)));
    start = end;
  }
  return groups;
}

function groupOf(segment: string | null, read: Judgements, places: Int32Array): GapGroup {
  const codes = new Uint8Array(places.length);
  const customerOf = new Int32Array(places.length);
  // `TypedArray.from` goes through an iterator: ten times slower.
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    codes[at] = read.codes[place] ?? 0;
    customerOf[at] = read.customerOf[place] ?? 0;
  }
  return new GapGroup(segment, { codes, customerOf, unknownCustomer: read.customers });
}

/** The first and last possible moment of the interactions of the filter, found from both ends of their index. */
function period(db: Database, filter: InteractionFilter, rule: GoodRule): { firstAt: string | null; lastAt: string | null } {
  const where = interactionWhere(filter, rule);
  const end = (order: 'ASC' | 'DESC') => db.get<{ at: string }>(
    `SELECT i.started_at AS at FROM interaction i WHERE i.started_at <= ${asOfSql} AND ${where.sql} ORDER BY i.started_at ${order} LIMIT 1`, where.parameters,
  )?.at ?? null;
  return { firstAt: end('ASC'), lastAt: end('DESC') };
}
