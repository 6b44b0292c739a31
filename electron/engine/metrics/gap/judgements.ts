import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { Database } from '#engine/store/database.ts';
import { companyGoodSql, interactionWhere, type GoodRule } from '#engine/store/queries/interaction-where.ts';
import { segmentColumn } from '../tally.ts';

/** How interactions were judged, one place per interaction in each column: numbers instead of rows, because there are many. */
export type Judgements = {
  /** 4 x company (0 bad, 1 good, 2 not evaluated) + customer (0 top box, 1 the box below, 2 lower, 3 not answered), + 16 chosen, + 32 purpose unknown. */
  codes: Uint8Array;
  /** Number of the customer; those that are not known come last, each on its own (`customers`). */
  customerOf: Int32Array;
  /** How many customers there are; the number itself stands for "not known". */
  customers: number;
  /** Place in `names`. */
  segmentOf: Int32Array;
  names: (string | null)[];
};

export type GapQuery = { filter: InteractionFilter; rule: Definitions; by: SegmentField | null };

const separator = '\u001F';
const unknown = '\u001E';

/**
 * Reads all interactions of the filter once. Each column leaves SQLite as one long text: a row at a time would take
 * three times as long as the scan. Chosen ("targeted") evaluations are no judgements of the company.
 * By cause an interaction stands once under each of its causes.
 */
export function readJudgements(db: Database, { filter, rule, by }: GapQuery): Judgements {
  const where = interactionWhere(filter, rule);
  const segment = segmentColumn({ db, definitions: rule }, by);
  // A name that holds the separator would shift every name after it.
  const name = by === null ? 'NULL' : `group_concat(coalesce(replace(segment, char(31), ' '), char(30)), char(31))`;
  const read = db.get<{ codes: string | null; customers: string | null; segments: string | null }>(
    `SELECT group_concat(code, '') AS codes, group_concat(coalesce(customer, char(30)), char(31)) AS customers, ${name} AS segments
     FROM (SELECT char(48 + ${codeSql(rule)}) AS code, i.customer_id AS customer, ${segment.sql} AS segment FROM interaction i ${segment.joins} WHERE ${where.sql})`,
    [...segment.parameters, ...where.parameters],
  );
  const codes = new Uint8Array(Buffer.from(read?.codes ?? '', 'latin1'));
  for (let at = 0; at < codes.length; at += 1) codes[at] = (codes[at] ?? 0) - 48;
  const customers = numbered(read?.customers ?? null, codes.length);
  const segments = numbered(read?.segments ?? null, codes.length);
  const known = customers.names.indexOf(null);
  return {
    codes, customerOf: known < 0 ? customers.of : withLast(customers.of, known, customers.names.length), customers: customers.names.length,
    segmentOf: segments.of, names: segments.names,
  };
}

/** Names as numbers in the order of first appearance. */
function numbered(joined: string | null, count: number): { of: Int32Array; names: (string | null)[] } {
  const of = new Int32Array(count);
  if (joined === null) return { of, names: [null] };
  const places = new Map<string, number>();
  let start = 0;
  for (let at = 0; at < count; at += 1) {
    const end = joined.indexOf(separator, start);
    const name = joined.slice(start, end < 0 ? undefined : end);
    start = end + 1;
    let place = places.get(name);
    if (place === undefined) places.set(name, (place = places.size));
    of[at] = place;
  }
  return { of, names: [...places.keys()].map((name) => (name === unknown ? null : name)) };
}

function withLast(of: Int32Array, place: number, last: number): Int32Array {
  return of.map((own) => (own === place ? last : own));
}

function codeSql(rule: GoodRule): string {
  return `(CASE WHEN i.company_purpose IS 'targeted' THEN 24 WHEN i.company_purpose IS NULL AND i.company_score IS NULL AND i.company_passed IS NULL THEN 8
      ELSE coalesce(4 * ${companyGoodSql(rule)}, 8) + CASE WHEN i.company_purpose IS 'random' THEN 0 ELSE 32 END END
    + CASE WHEN i.customer_from_top IS NULL THEN 3 WHEN i.customer_from_top < 1 THEN 0 WHEN i.customer_from_top < 2 THEN 1 ELSE 2 END)`;
}

/** Places ordered by a number from 0 to `most`, equal ones as they were (counting sort). */
export function orderedBy(numbers: Int32Array, most: number, order?: Int32Array): Int32Array {
  const starts = new Int32Array(most + 2);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const ordered = new Int32Array(numbers.length);
  for (let at = 0; at < numbers.length; at += 1) {
    const place = order === undefined ? at : order[at] ?? 0;
    const number = numbers[place] ?? 0;
    const next = starts[number] ?? 0;
    ordered[next] = place;
    starts[number] = next + 1;
  }
  return ordered;
}
