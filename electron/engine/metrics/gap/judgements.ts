import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import type { Definitions } from '#shared/model/gap.ts';
import type { Database, SqlParameter } from '#engine/store/database.ts';
import { judgementStamp } from '#engine/store/queries/content-stamp.ts';
import { companyGoodSql, interactionWhere, type GoodRule } from '#engine/store/queries/interaction-where.ts';
import { cachedUnder } from '../project-cache.ts';
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

/** A column of interactions: an expression over `interaction i`, and what it needs beside. */
type Column = { name: string; expression: string; joins?: string; joined?: SqlParameter[]; /** What stands between two values. */ between?: string };

/**
 * Reads the interactions of the filter, a column at a time and each as one long text: a row at a time would take three
 * times as long as the scan, and texts that grow beside each other are moved again and again. Columns of the whole
 * project are kept until an import or a judgement changes them, so that another threshold reads no customer again.
 * Chosen ("targeted") evaluations are no judgements of the company.
 * By cause an interaction stands once under each of its causes.
 */
export function readJudgements(db: Database, { filter, rule, by }: GapQuery): Judgements {
  const where = interactionWhere(filter, rule);
  const segment = segmentColumn({ db, definitions: rule }, by);
  // Tags move an interaction from cause to cause without a judgement.
  const isKept = where.sql === '1' && by !== 'cause';
  const read = <T>({ name, expression, joins = '', joined = [], between = 'char(31)' }: Column, from: (texts: string) => T): T => {
    const rowsOf = by === 'cause' ? segment : { joins, parameters: joined };
    const order = by === 'cause' ? 'i.key, cause.name' : 'i.key';
    const scan = (): T => from(db.get<{ texts: string | null }>(
      `SELECT group_concat(value, ${between}) AS texts FROM (SELECT ${expression} AS value FROM interaction i ${isKept ? 'NOT INDEXED' : ''} ${rowsOf.joins} WHERE ${where.sql} ORDER BY ${order})`,
      [...rowsOf.parameters, ...where.parameters],
    )?.texts ?? '');
    return isKept ? cachedUnder(db, { name: JSON.stringify(['judgements', name, expression, joined]), stamp: judgementStamp(db) }, scan) : scan();
  };
  const codes = read({ name: 'codes', expression: `char(48 + ${codeSql(rule)})`, between: "''" }, codesOf);
  const customers = read({ name: 'customers', expression: 'coalesce(i.customer_id, char(30))' }, (texts) => withUnknownLast(numbered(texts, codes.length)));
  // A name that holds the separator would shift every name after it.
  const segments = by === null
    ? { of: new Int32Array(codes.length), names: [null] }
    : read({ name: 'segments', expression: `coalesce(replace(${segment.sql}, char(31), ' '), char(30))`, joins: segment.joins, joined: segment.parameters }, (texts) => numbered(texts, codes.length));
  return { codes, customerOf: customers.of, customers: customers.names.length, segmentOf: segments.of, names: segments.names };
}

function codesOf(texts: string): Uint8Array {
  const codes = new Uint8Array(Buffer.from(texts, 'latin1'));
  for (let at = 0; at < codes.length; at += 1) codes[at] = (codes[at] ?? 0) - 48;
  return codes;
}

type Numbered = { of: Int32Array; names: (string | null)[] };

/** Names as numbers in the order of first appearance. */
function numbered(joined: string, count: number): Numbered {
  const of = new Int32Array(count);
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

/** Those that are not known, each on its own, after all the others. */
function withUnknownLast({ of, names }: Numbered): Numbered {
  const place = names.indexOf(null);
  return { of: place < 0 ? of : of.map((own) => (own === place ? names.length : own)), names };
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
