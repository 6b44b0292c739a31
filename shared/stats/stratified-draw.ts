import { at } from './element.ts';
import { largestRemainder } from './largest-remainder.ts';
import { drawWithoutReplacement, mulberry32 } from './prng.ts';

/** How many of a stratum's units were drawn. */
export type Stratum = { readonly name: string | null; readonly size: number; readonly drawn: number };
export type StratifiedDraw<Unit> = { readonly strata: Stratum[]; readonly units: { readonly unit: Unit; readonly stratum: string | null; readonly probability: number }[] };

/**
 * A reproducible sample in proportion to the strata (largest remainder), so that it weighs itself: the same frame in the
 * same order, size and seed give the same units. Strata are taken in the order of their names, units in frame order.
 * Source: Cochran 1977, chapter 5.
 */
export function drawStratified<Unit>(frame: readonly Unit[], stratumOf: (unit: Unit) => string | null, { size, seed }: { size: number; seed: number }): StratifiedDraw<Unit> {
  const groups = new Map<string | null, Unit[]>();
  for (const unit of frame) {
    const own = groups.get(stratumOf(unit));
    if (own) own.push(unit);
    else groups.set(stratumOf(unit), [unit]);
  }
  const ordered = [...groups].sort(([a], [b]) => (a ?? '').localeCompare(b ?? '', 'en') || Number(a !== null) - Number(b !== null));
  const parts = largestRemainder(Math.min(size, frame.length), ordered.map(([, units]) => units.length));
  const next = mulberry32(seed);
  const units = ordered.flatMap(([stratum, own], index) => drawWithoutReplacement(next, own.length, at(parts, index))
    .map((position) => ({ unit: at(own, position), stratum, probability: at(parts, index) / own.length })));
  return { strata: ordered.map(([name, own], index) => ({ name, size: own.length, drawn: at(parts, index) })), units };
}

/** Units needed so that a proportional sample has at least `least` of every stratum, up to the whole of a stratum that has no more. */
export function sizeForStrata(sizes: readonly number[], least: number): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  for (let size = Math.min(total, sizes.length * least); size < total; size += 1) {
    if (largestRemainder(size, sizes).every((part, index) => part >= Math.min(least, at(sizes, index)))) return size;
  }
  return total;
}
