/** How far a resume goes back, in milliseconds of speech at 1.0 x. */
export type BackUpRule = { readonly backUpMs: number; readonly longBackUpMs: number; readonly longPauseMs: number };

/** 1.5 s, and 3 s after a pause longer than 30 s, when the thread of what was said is lost. */
export const defaultBackUp: BackUpRule = backUpOf(1500);

/** A pause of more than 30 s is backed up twice as far. */
export function backUpOf(backUpMs: number): BackUpRule {
  return { backUpMs, longBackUpMs: 2 * backUpMs, longPauseMs: 30_000 };
}

/** Where playing resumes after a pause of `pausedForMs` at `positionMs`. Faster speech goes back further. */
export function resumePosition(
  at: { readonly positionMs: number; readonly speed: number; readonly pausedForMs: number }, rule: BackUpRule = defaultBackUp,
): number {
  const backMs = at.pausedForMs > rule.longPauseMs ? rule.longBackUpMs : rule.backUpMs;
  return Math.max(0, at.positionMs - backMs * at.speed);
}
