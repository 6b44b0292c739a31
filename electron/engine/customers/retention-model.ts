import { marginMultiple } from '#shared/stats/clv.ts';
import { logBeta } from '#shared/stats/log-gamma.ts';
import { mulberry32, randomIndex } from '#shared/stats/prng.ts';
import { fitSbgTenures, sbgDiscountedYears } from '#shared/stats/sbg.ts';
import { dayOf } from './days.ts';

/** When a customer first bought, and left if they have; days as stored. */
export type Relationship = { readonly begunOn: string; readonly leftOn: string | null };

/** Years renewed so far (whole), and whether the customer left at the next renewal; and how many of these renewals and losses lie in the last three years. */
export type Tenure = { readonly renewals: number; readonly isLost: boolean; readonly recent: { readonly kept: number; readonly lost: number } };

/**
 * How customers stay: a retention that differs between them (shifted beta-geometric, Fader & Hardie 2007) where the data
 * identify it, otherwise one retention a year for all, of the last three years: how customers stayed long ago says little.
 */
export type RetentionModel = { readonly kind: 'sbg'; readonly alpha: number; readonly beta: number } | { readonly kind: 'constant'; readonly retention: number };

const yearDays = 365.25;
/** Leap years and a renewal booked some days off move an anniversary by no more. */
const slackYears = 0.05;
const refits = 200;
const recentYears = 3;

/** What was known of a relationship on a day; null before it began. Who left during a year left at its renewal. */
export function tenureAt({ begunOn, leftOn }: Relationship, day: string): Tenure | null {
  const years = (until: string): number => (dayOf(until) - dayOf(begunOn)) / yearDays;
  if (begunOn > day) return null;
  const before = Math.max(0, Math.floor(years(day) - recentYears + slackYears));
  if (leftOn === null || leftOn > day) {
    const renewals = Math.floor(years(day) + slackYears);
    return { renewals, isLost: false, recent: { kept: renewals - before, lost: 0 } };
  }
  const renewals = Math.max(0, Math.ceil(years(leftOn) - slackYears) - 1);
  return { renewals, isLost: true, recent: { kept: Math.max(0, renewals - before), lost: renewals >= before ? 1 : 0 } };
}

const byTenure = (a: Tenure, b: Tenure): number => a.renewals - b.renewals || Number(a.isLost) - Number(b.isLost) || a.recent.kept - b.recent.kept || a.recent.lost - b.recent.lost;

/** Different tenures, of which there are few, and which of them each customer has. */
type Cells = { readonly kinds: readonly Tenure[]; readonly kindOf: Int32Array };

/** In an order of the data's own: customers come by ids that are others in every project, and would be drawn otherwise. */
function cellsOf(tenures: readonly Tenure[]): Cells {
  const kinds: Tenure[] = [];
  const kindOf = Int32Array.from(tenures.toSorted(byTenure), (tenure) => {
    const last = kinds.at(-1);
    if (last === undefined || byTenure(last, tenure) !== 0) kinds.push(tenure);
    return kinds.length - 1;
  });
  return { kinds, kindOf };
}

function fitCells(kinds: readonly Tenure[], counts: Int32Array): RetentionModel | null {
  const table: { lost: number[]; stayed: number[] } = { lost: [], stayed: [] };
  let [kept, due] = [0, 0];
  for (const [kind, { renewals, isLost, recent }] of kinds.entries()) {
    const count = counts[kind] ?? 0;
    if (count === 0) continue;
    const column = isLost ? table.lost : table.stayed;
    while (column.length <= renewals) column.push(0);
    column[renewals] = (column[renewals] ?? 0) + count;
    kept += recent.kept * count;
    due += (recent.kept + recent.lost) * count;
  }
  const { alpha, beta } = fitSbgTenures(table);
  if (alpha !== null && beta !== null) return { kind: 'sbg', alpha, beta };
  return due === 0 ? null : { kind: 'constant', retention: kept / due };
}

/** How many of each kind stand at these places. */
function countsAt({ kinds, kindOf }: Cells, place: (index: number) => number): Int32Array {
  const counts = new Int32Array(kinds.length);
  for (let index = 0; index < kindOf.length; index += 1) {
    const kind = kindOf[place(index)] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** The model of these tenures; null when no renewal was due. */
export function fitRetention(tenures: readonly Tenure[]): RetentionModel | null {
  const cells = cellsOf(tenures);
  return fitCells(cells.kinds, countsAt(cells, (index) => index));
}

/** The same model from 200 draws of as many customers with replacement: what chance in who was observed does to it. */
export function refitRetention(tenures: readonly Tenure[], seed: number): RetentionModel[] {
  const next = mulberry32(seed);
  const cells = cellsOf(tenures);
  const drawn = Array.from({ length: refits }, () => fitCells(cells.kinds, countsAt(cells, () => randomIndex(next, tenures.length))));
  return drawn.filter((model) => model !== null);
}

/** Chance that somebody who renewed so often stays for so many years more. */
export function stayChance(model: RetentionModel, { renewals, years }: { renewals: number; years: number }): number {
  if (model.kind === 'constant') return model.retention ** years;
  const { alpha, beta } = model;
  return Math.exp(logBeta(alpha, beta + renewals + years) - logBeta(alpha, beta + renewals));
}

/** Years still to come, later ones counted less, of somebody who renewed so often; at most 30. Null where the sum has no end. */
export function discountedYears(model: RetentionModel, renewals: number, discount: number): number | null {
  if (model.kind === 'constant') return marginMultiple(model.retention, discount);
  return sbgDiscountedYears({ alpha: model.alpha, beta: model.beta + renewals }, { discount });
}

/** Share of the customers of a day that was expected to be there at the end, and that was. `observed` and `predicted` are shares. */
export type HoldOut = { from: string; to: string; customers: number; predicted: number; observed: number };

/** The first three quarters of the time tell the last one: null while nothing can be fitted there or nobody was there. */
export function heldOut(all: readonly Relationship[], { first, last }: { first: string; last: string }): HoldOut | null {
  const cut = new Date(Date.parse(first) + 0.75 * (Date.parse(last) - Date.parse(first))).toISOString().slice(0, 10);
  const known = all.map((own) => ({ own, tenure: tenureAt(own, cut) }));
  const model = fitRetention(known.flatMap(({ tenure }) => tenure ?? []));
  const there = known.filter(({ tenure }) => tenure?.isLost === false);
  if (model === null || there.length === 0) return null;
  const years = (dayOf(last) - dayOf(cut)) / yearDays;
  const predicted = there.reduce((sum, { tenure }) => sum + stayChance(model, { renewals: tenure?.renewals ?? 0, years }), 0);
  const stayed = there.filter(({ own }) => tenureAt(own, last)?.isLost === false).length;
  return { from: cut, to: last, customers: there.length, predicted: predicted / there.length, observed: stayed / there.length };
}
