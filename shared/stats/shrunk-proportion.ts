/** Prior weight in units that the house uses when it orders many small rows. */
export const usualPriorWeight = 20;

/** (x + m overall) / (n + m): the share of a small row drawn towards the overall share; null when n + m = 0. Shares 0..1. */
export function shrunkProportion({ x, n, overall, m = usualPriorWeight }: { x: number; n: number; overall: number; m?: number }): number | null {
  return n + m === 0 ? null : (x + m * overall) / (n + m);
}
