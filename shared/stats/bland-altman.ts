import { mean, variance } from './descriptive.ts';
import { zFor, type Limits } from './limits.ts';
import { differences, type PairedValues } from './paired-t.ts';

export type BlandAltman = { readonly bias: number; readonly sd: number; readonly limits: Limits; readonly n: number };

/**
 * Limits of agreement of two measurements of the same units: mean difference x - y and mean +/- 1.96 sd of the differences, in
 * their unit. Null below two pairs. Source: Bland & Altman 1986.
 */
export function blandAltman(values: PairedValues): BlandAltman | null {
  const d = differences(values);
  const bias = mean(d);
  const squareSd = variance(d);
  if (bias === null || squareSd === null) return null;
  const sd = Math.sqrt(squareSd);
  const half = zFor(values.conf) * sd;
  return { bias, sd, limits: [bias - half, bias + half], n: d.length };
}
