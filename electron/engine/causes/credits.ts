import type { Credit } from '#engine/store/queries/cost-months.ts';
import type { ContactBase } from './contact-base.ts';

/** Whole cents given back for each contact, and those that follow no contact. `monthAt` is the day of the credit. */
export type CreditLinks = { readonly cents: Float64Array; readonly loose: readonly { at: number; cents: number }[] };

const dayMs = 86_400_000;

/** The contacts of each customer, in order of time, as a range of `episodes.order`. */
function rangesOf({ episodes: { order }, customer }: ContactBase): Map<number, [from: number, to: number]> {
  const ranges = new Map<number, [number, number]>();
  for (let at = 0; at < order.length; at += 1) {
    const whose = customer[order[at] ?? 0] ?? -1;
    const range = ranges.get(whose);
    if (range) range[1] = at + 1;
    else ranges.set(whose, [at, at + 1]);
  }
  return ranges;
}

/**
 * Joins each credit to the last contact of its customer on or before its day and within `gapDays`; among those one about
 * the same product first. What follows no contact stays loose: nobody guesses.
 */
export function linkCredits(base: ContactBase, credits: readonly Credit[], { gapDays, products }: { gapDays: number; products: ReadonlyMap<string, string> }): CreditLinks {
  const cents = new Float64Array(base.n);
  const loose: { at: number; cents: number }[] = [];
  if (credits.length === 0) return { cents, loose };
  const numbers = new Map(base.customerIds.map((id, number) => [id, number]));
  const ranges = rangesOf(base);
  for (const credit of credits) {
    const endOfDay = Date.parse(`${credit.date.slice(0, 10)}T00:00:00Z`) + dayMs;
    const [from, to] = ranges.get(numbers.get(credit.customer) ?? -1) ?? [0, 0];
    const near = base.episodes.order.subarray(from, to).filter((contact) => {
      const at = base.at[contact] ?? 0;
      return at < endOfDay && at >= endOfDay - (gapDays + 1) * dayMs;
    });
    const contact = near.findLast((own) => credit.product !== null && products.get(base.ids[own] ?? '') === credit.product) ?? near.at(-1);
    if (contact === undefined) loose.push({ at: endOfDay - dayMs / 2, cents: credit.cents });
    else cents[contact] = (cents[contact] ?? 0) + credit.cents;
  }
  return { cents, loose };
}
