/** p, q and the scale v of the spend model; x purchases with observed mean `meanValue`. */
export type SpendHistory = { readonly p: number; readonly q: number; readonly v: number; readonly x: number; readonly meanValue: number };

/**
 * Expected spend per purchase, p(v + x m)/(p x + q - 1), in the currency of v and m; the population mean for x = 0. Null when
 * p x + q <= 1 (NOT_IDENTIFIED). Source: Fader & Hardie 2013, The Gamma-Gamma Model of Monetary Value.
 */
export function gammaGammaMean({ p, q, v, x, meanValue }: SpendHistory): number | null {
  return p * x + q <= 1 ? null : (p * (v + x * meanValue)) / (p * x + q - 1);
}
