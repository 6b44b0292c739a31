import { clamp } from './limits.ts';

/** Shares 0..1: what a classifier found, and how well it finds. */
export type Classified = { readonly observed: number; readonly sensitivity: number; readonly specificity: number };

/**
 * True share behind an imperfect classifier, (observed + sp - 1)/(se + sp - 1), confined to 0..1; null when se + sp <= 1
 * (NOT_IDENTIFIED). Source: Rogan & Gladen 1978, Am J Epidemiol 107:71.
 */
export function roganGladen({ observed, sensitivity, specificity }: Classified): number | null {
  const power = sensitivity + specificity - 1;
  return power <= 1e-12 ? null : clamp((observed + specificity - 1) / power, 0, 1);
}
