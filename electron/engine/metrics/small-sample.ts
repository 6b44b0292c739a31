import type { Envelope } from '#shared/model/envelope.ts';

/** Fewer units than this are not shown: they are noise, and they may point at a person. */
export const hiddenBelow = 5;
/** Fewer are shown in grey: neither ranked, nor tested, nor in a headline. */
export const usualFrom = 30;

/** The display rules of small samples travel with the figure (metric specification 0.2). */
export function smallSampleFlags(n: number, flags: readonly string[]): string[] {
  if (n > 0 && n < hiddenBelow) return [...flags, 'below_5'];
  if (n > 0 && n < usualFrom) return [...flags, 'below_30'];
  return [...flags];
}

/** A figure as it may leave the engine: from one to four units it has no value, no numerator and no interval. */
export function withSmallSampleRule({ x, nEff, ...figure }: Envelope): Envelope {
  const flags = smallSampleFlags(figure.n, figure.flags);
  if (figure.value === null || figure.n >= hiddenBelow) {
    return { ...figure, flags, ...(x === undefined ? {} : { x }), ...(nEff === undefined ? {} : { nEff }) };
  }
  return { ...figure, flags, value: null, ci: null, reason: 'BELOW_MIN_N' };
}
