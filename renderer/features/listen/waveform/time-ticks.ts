import type { Viewport } from './viewport.ts';

const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** Times of the axis labels in the view: round ones, at least `minGapPx` apart. */
export function timeTicks(view: Viewport, widthPx: number, minGapPx = 72): number[] {
  const msPerPx = (view.endMs - view.startMs) / Math.max(1, widthPx);
  const stepMs = 1000 * (STEPS_S.find((seconds) => (seconds * 1000) / msPerPx >= minGapPx) ?? 14_400);
  const ticks: number[] = [];
  for (let ms = Math.ceil(view.startMs / stepMs) * stepMs; ms <= view.endMs; ms += stepMs) ticks.push(ms);
  return ticks;
}
