import { sum } from './descriptive.ts';
import { available, unavailable, type Outcome } from './outcome.ts';

/** `codes` in the order given; one listed twice counts once. */
export type CodedContact = { readonly codes: readonly string[]; readonly cost: number };

/** `fractional` splits a contact 1/k over its k codes; `primary` gives all to the first. Full counting is not offered. */
export type ParetoRule = 'fractional' | 'primary';

/** Weights in contacts and cost in currency per code; both add up to the coded contacts and their cost. */
export type Pareto = Outcome & {
  readonly orderByCost: readonly string[] | null; readonly weights: ReadonlyMap<string, number> | null; readonly cost: ReadonlyMap<string, number> | null;
  readonly uncoded: number; readonly uncodedCost: number | null; readonly totalCost: number | null; readonly vitalFew: readonly string[] | null;
};

/** Rounds away what splitting by thirds leaves behind, so that equal costs tie. */
function comparable(cost: number): number {
  return Number(cost.toPrecision(12));
}

/** Code names from the costliest down, ties by name. */
function byCost(cost: ReadonlyMap<string, number>): string[] {
  return [...cost].sort(([nameA, a], [nameB, b]) => comparable(b) - comparable(a) || (nameA < nameB ? -1 : 1)).map(([name]) => name);
}

/** The smallest prefix that reaches `share` of the coded cost; empty when that is 0. */
function prefixReaching(order: readonly string[], cost: ReadonlyMap<string, number>, share: number): string[] {
  const coded = sum(cost.values());
  const few: string[] = [];
  let reached = 0;
  for (const code of order) {
    if (reached >= share * coded * (1 - 1e-12)) break;
    few.push(code);
    reached += cost.get(code) ?? 0;
  }
  return few;
}

/** Root-cause Pareto: weights, cost, order and the vital few (80 % of coded cost). NO_DATA without a contact. */
export function pareto(contacts: readonly CodedContact[], rule: ParetoRule, vitalShare = 0.8): Pareto {
  if (contacts.length === 0) {
    return { orderByCost: null, weights: null, cost: null, uncoded: 0, uncodedCost: null, totalCost: null, vitalFew: null, ...unavailable('NO_DATA') };
  }
  const weights = new Map<string, number>();
  const costs = new Map<string, number[]>();
  for (const contact of contacts) {
    const codes = [...new Set(contact.codes)].slice(0, rule === 'primary' ? 1 : undefined);
    for (const code of codes) {
      weights.set(code, (weights.get(code) ?? 0) + 1 / codes.length);
      const parts = costs.get(code);
      if (parts) parts.push(contact.cost / codes.length);
      else costs.set(code, [contact.cost / codes.length]);
    }
  }
  const cost = new Map([...costs].map(([code, parts]) => [code, sum(parts)]));
  const uncoded = contacts.filter((contact) => contact.codes.length === 0);
  const orderByCost = byCost(cost);
  return {
    orderByCost, weights, cost, uncoded: uncoded.length, uncodedCost: sum(uncoded.map((contact) => contact.cost)),
    totalCost: sum(contacts.map((contact) => contact.cost)), vitalFew: prefixReaching(orderByCost, cost, vitalShare), ...available(),
  };
}
