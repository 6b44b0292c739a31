import type { Definitions } from '#shared/model/gap.ts';
import { momentOf } from '#engine/customers/days.ts';
import { cachedUnder } from '#engine/metrics/project-cache.ts';
import type { Database } from '#engine/store/database.ts';
import { contactColumns, type ContactColumns } from '#engine/store/queries/contact-columns.ts';
import { importStamp } from '#engine/store/queries/content-stamp.ts';
import { episodesOfCustomers, type Episodes } from './episodes.ts';

/**
 * Every contact as columns, index by index: a contact is an index from here on. `at` in ms since 1970, NaN where nobody
 * knows; `customer` numbers customers from 0, -1 is unknown; `minutes` of handling, NaN where unknown.
 */
export type ContactBase = {
  readonly n: number;
  readonly ids: readonly string[];
  readonly at: Float64Array; readonly customer: Int32Array; readonly reason: Int32Array; readonly minutes: Float64Array;
  /** 0 for contacts that were abandoned: nobody handled them. 1 in `outbound` for those that the centre began. */
  readonly handled: Uint8Array; readonly outbound: Uint8Array;
  readonly customerIds: readonly string[];
  readonly reasons: readonly string[];
  readonly episodes: Episodes;
  /** Every contact, those of one customer beside each other; `starts` is 1 where the next customer begins. Contacts without a customer or time stand alone. */
  readonly clusters: { readonly order: Int32Array; readonly starts: Uint8Array };
  indexOf(id: string): number | undefined;
};

/** Numbers texts in the order of their first appearance; the empty text is -1. */
function numbered(texts: readonly string[]): { numbers: Int32Array; names: string[] } {
  const known = new Map<string, number>([['', -1]]);
  const names: string[] = [];
  const numbers = new Int32Array(texts.length);
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    let number = known.get(text);
    if (number === undefined) {
      number = names.length;
      names.push(text);
      known.set(text, number);
    }
    numbers[at] = number;
  }
  return { numbers, names };
}

/** Where each text stands. A pair for every contact, as a map is usually made from, would take as long as the map. */
function placesOf(texts: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at < texts.length; at += 1) places.set(texts[at] ?? '', at);
  return places;
}

/** A day without a time stands for its noon, which is that day nearly everywhere. */
const instant = (text: string): number => (text === '' ? Number.NaN : text.length <= 10 ? momentOf(`${text}T12:00:00Z`) : momentOf(text));

function clustersOf({ n, customer }: { n: number; customer: Int32Array }, { order, episode }: Episodes): ContactBase['clusters'] {
  const all = new Int32Array(n);
  const starts = new Uint8Array(n).fill(1);
  all.set(order);
  for (let at = 1; at < order.length; at += 1) if (customer[order[at] ?? 0] === customer[order[at - 1] ?? 0]) starts[at] = 0;
  let next = order.length;
  for (let contact = 0; contact < n; contact += 1) if (episode[contact] === -1) all[next++] = contact;
  return { order: all, starts };
}

function build(columns: ContactColumns, gapDays: number): ContactBase {
  const { ids } = columns;
  const customers = numbered(columns.customers);
  const reasons = numbered(columns.reasons);
  const base = {
    n: ids.length, ids, at: Float64Array.from(columns.starts, instant), customer: customers.numbers, reason: reasons.numbers,
    minutes: Float64Array.from(columns.handling, (text) => Number.parseFloat(text) / 60_000), handled: Uint8Array.from(columns.handling, (text) => (text.includes('a') ? 0 : 1)),
    outbound: Uint8Array.from(columns.handling, (text) => (text.endsWith('o') ? 1 : 0)), customerIds: customers.names, reasons: reasons.names,
  };
  const episodes = episodesOfCustomers(base, gapDays);
  let index: Map<string, number> | null = null;
  return {
    ...base, episodes, clusters: clustersOf(base, episodes),
    indexOf(id) {
      index ??= placesOf(ids);
      return index.get(id);
    },
  };
}

/**
 * The contacts of the project, read again only after an import: nothing else moves them, and 200,000 of them take longer
 * to read than a person waits after each tag.
 */
export function contactBase(db: Database, { episodeGapDays }: Pick<Definitions, 'episodeGapDays'>): ContactBase {
  return cachedUnder(db, { name: `contacts ${episodeGapDays}`, stamp: importStamp(db) }, () => build(contactColumns(db), episodeGapDays));
}
