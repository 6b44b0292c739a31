import { nothingExcluded, type Envelope, type Reason } from '#shared/model/envelope.ts';
import type { SegmentField } from '#shared/model/interaction-filter.ts';
import type { SqlParameter } from '#engine/store/database.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { localMonthSql } from '#engine/store/queries/local-time.ts';
import { segmentSql } from '#engine/store/queries/segment-sql.ts';
import { ClusterSums } from './clustering.ts';
import type { MetricContext } from './metric.ts';

export type Exclusion = keyof Envelope['excluded'];

/** One unit of a figure: its value, or why it has none (read only where it has none; `missing` unless told otherwise). */
export type UnitRow = { segment: string | null; cluster: string | null; value: number | null; excluded: Exclusion | null };

/** The units of one customer: how many, their sum and their sum of squares. */
type Cluster = { size: number; total: number; squares: number };

/** The units of one part of the interactions, added up. */
export class Tally {
  readonly segment: string | null;
  readonly values: number[] = [];
  readonly excluded: Envelope['excluded'] = { ...nothingExcluded };
  sum = 0;
  /** The customer of each value, by id or by a number that stands for it. */
  readonly #customers: (string | number | null)[] = [];
  #perCustomer: Cluster[] | null = null;
  #effect: number | null = null;

  constructor(segment: string | null) {
    this.segment = segment;
  }

  add({ cluster, value, excluded }: Pick<UnitRow, 'cluster' | 'value' | 'excluded'>): void {
    if (value === null) this.excluded[excluded ?? 'missing'] += 1;
    else this.addValue(value, cluster);
  }

  addValue(value: number, customer: string | number | null): void {
    this.values.push(value);
    this.#customers.push(customer);
    this.sum += value;
    this.#perCustomer = this.#effect = null;
  }

  get n(): number {
    return this.values.length;
  }

  /** Units that the figure is about, usable or not. */
  get inScope(): number {
    const { missing, invalid, unlinked, immature } = this.excluded;
    return this.n + missing + invalid + unlinked + immature;
  }

  /** By what the repetition of customers multiplies the variance of independent units. */
  get designEffect(): number {
    if (this.#effect !== null) return this.#effect;
    const sums = new ClusterSums();
    for (const { size, total, squares } of this.clusters) sums.add(size, total, squares);
    for (const value of this.valuesAlone) sums.add(1, value, value * value);
    this.#effect = sums.designEffect;
    return this.#effect;
  }

  /** Values of units without a customer, each on its own. */
  get valuesAlone(): number[] {
    return this.values.filter((_value, at) => this.#customers[at] === null);
  }

  /** Sums and sizes per customer, for a bootstrap that resamples customers. */
  get clusters(): readonly Cluster[] {
    this.#perCustomer ??= this.#summedByCustomer();
    return this.#perCustomer;
  }

  #summedByCustomer(): Cluster[] {
    const clusters = new Map<string | number, Cluster>();
    for (const [at, value] of this.values.entries()) {
      const customer = this.#customers[at] ?? null;
      if (customer === null) continue;
      const own = clusters.get(customer);
      if (own === undefined) {
        clusters.set(customer, { size: 1, total: value, squares: value * value });
        continue;
      }
      own.size += 1;
      own.total += value;
      own.squares += value * value;
    }
    return [...clusters.values()];
  }

  /** Why a figure of no unit has no value. */
  get reason(): Reason {
    const { unlinked, immature, outOfScope, missing, invalid } = this.excluded;
    if (immature > 0) return 'NOT_MATURE';
    if (unlinked > 0) return 'UNLINKED';
    return outOfScope > 0 && missing + invalid === 0 ? 'ZERO_DENOMINATOR' : 'NO_DATA';
  }
}

/** Rows added up by segment, in the order of first appearance. */
export function tallyRows(rows: Iterable<UnitRow>): Tally[] {
  const tallies = new Map<string | null, Tally>();
  for (const row of rows) {
    let tally = tallies.get(row.segment);
    if (tally === undefined) tallies.set(row.segment, (tally = new Tally(row.segment)));
    tally.add(row);
  }
  return [...tallies.values()];
}

/** Where the units of a figure come from: expressions over `interaction i` and what `joins` adds; numbers are written out. */
export type UnitSource = { value: string; excluded?: string; joins?: string };

/** The rows of a source, within the filter, each with its segment. */
export function unitRows(context: MetricContext, { value, excluded = 'NULL', joins = '' }: UnitSource, by: SegmentField | null): Iterable<UnitRow> {
  const { db, definitions, filter } = context;
  const where = interactionWhere(filter, definitions);
  const segment = segmentColumn(context, by);
  return db.iterate<UnitRow>(
    `SELECT ${segment.sql} AS segment, i.customer_id AS cluster, ${value} AS value, ${excluded} AS excluded
     FROM interaction i ${joins} ${segment.joins} WHERE ${where.sql}`, [...segment.parameters, ...where.parameters],
  );
}

/** The expression of a split, or of none. */
export function segmentColumn({ db, definitions }: Pick<MetricContext, 'db' | 'definitions'>, by: SegmentField | null): { sql: string; joins: string; parameters: SqlParameter[] } {
  return by === null ? { sql: 'NULL', joins: '', parameters: [] } : segmentSql(by, by === 'month' ? localMonthSql(db, definitions.timeZone) : '');
}
