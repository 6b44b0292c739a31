import type { Viewport } from './viewport.ts';

/** What `media.peaks` is asked for. */
export type PeakWindow = { readonly fromMs: number; readonly toMs: number; readonly points: number };

const MAX_POINTS = 4000;
/** A window is this many views wide, so that small scrolls need no new answer. */
const VIEWS_PER_WINDOW = 2;

/**
 * The window of peaks to fetch for a view: aligned to half windows and to widths that double, so that scrolling and
 * zooming mostly find an answer that was fetched before.
 */
export function peakWindow(view: Viewport, durationMs: number, widthPx: number): PeakWindow {
  const viewMs = view.endMs - view.startMs;
  const levelMs = Math.ceil(durationMs / 2 ** Math.floor(Math.log2(Math.max(1, durationMs / viewMs))));
  const windowMs = Math.min(durationMs, levelMs * VIEWS_PER_WINDOW);
  const grid = windowMs / 4;
  const fromMs = Math.min(Math.floor(view.startMs / grid) * grid, Math.max(0, durationMs - windowMs));
  const points = Math.round((windowMs / viewMs) * widthPx);
  return { fromMs: Math.floor(fromMs), toMs: Math.ceil(fromMs + windowMs), points: Math.min(MAX_POINTS, Math.max(10, roundedUp(points))) };
}

/** Up to the next 500, so that resizing by a pixel asks for nothing new. */
function roundedUp(points: number): number {
  return Math.ceil(points / 500) * 500;
}
