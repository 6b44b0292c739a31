import type { CauseRow, ValueSide } from '#shared/model/cause.ts';

/** What to do with a cause, by where it stands: Price & Jaffe's four answers, then "not placed". */
const cells = { 'irritant irritant': 'eliminate', 'value irritant': 'automate', 'irritant value': 'simplify', 'value value': 'leverage' } as const;
export type Cell = (typeof cells)[keyof typeof cells] | 'open';
/** The cells as they lie, left to right. */
export const order: readonly Cell[] = ['simplify', 'leverage', 'eliminate', 'automate', 'open'];
/** What each cell says of both. */
export const sides: Record<Exclude<Cell, 'open'>, { customer: ValueSide; company: ValueSide }> = {
  eliminate: { customer: 'irritant', company: 'irritant' }, automate: { customer: 'value', company: 'irritant' },
  simplify: { customer: 'irritant', company: 'value' }, leverage: { customer: 'value', company: 'value' },
};

/** The cell of a cause, by a person's word or by what the data suggest. */
export function cellOf({ value: { customer, company } }: CauseRow): Cell {
  return customer === null || company === null ? 'open' : cells[`${customer} ${company}`];
}
