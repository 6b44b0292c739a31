import type { Span } from '../timeline/span.ts';

/** The stretch of the recording that the waveform shows. */
export type Viewport = Span;

/** The closest that one can zoom in: 4 seconds across. */
export const VIEW_MIN_MS = 4000;

/** The whole recording. */
export function wholeView(durationMs: number): Viewport {
  return { startMs: 0, endMs: Math.max(durationMs, 1) };
}

/** Shows `factor` times as much time around `aroundMs`, which keeps its place on the screen. */
export function zoomed(view: Viewport, change: { readonly factor: number; readonly aroundMs: number; readonly durationMs: number }): Viewport {
  const widthMs = view.endMs - view.startMs;
  const smallest = Math.min(VIEW_MIN_MS, change.durationMs);
  const nextMs = Math.min(Math.max(widthMs * change.factor, smallest), change.durationMs);
  const place = (change.aroundMs - view.startMs) / widthMs;
  return within({ startMs: change.aroundMs - place * nextMs, endMs: change.aroundMs + (1 - place) * nextMs }, change.durationMs);
}

/** Moves the view by a time, stopping at the ends. */
export function scrolled(view: Viewport, byMs: number, durationMs: number): Viewport {
  return within({ startMs: view.startMs + byMs, endMs: view.endMs + byMs }, durationMs);
}

/** The view that contains `ms`: the same one, or the page that begins a tenth before it. */
export function viewContaining(view: Viewport, ms: number, durationMs: number): Viewport {
  if (ms >= view.startMs && ms <= view.endMs) return view;
  const widthMs = view.endMs - view.startMs;
  return within({ startMs: ms - widthMs * 0.1, endMs: ms + widthMs * 0.9 }, durationMs);
}

/** Pixels from the left edge of a waveform `widthPx` wide. */
export function pixelAt(view: Viewport, ms: number, widthPx: number): number {
  return ((ms - view.startMs) / (view.endMs - view.startMs)) * widthPx;
}

/** The time under a pixel, within the view. */
export function timeAt(view: Viewport, px: number, widthPx: number): number {
  const share = Math.min(1, Math.max(0, px / Math.max(1, widthPx)));
  return view.startMs + share * (view.endMs - view.startMs);
}

function within(view: Viewport, durationMs: number): Viewport {
  const widthMs = Math.min(view.endMs - view.startMs, Math.max(durationMs, 1));
  const startMs = Math.min(Math.max(0, view.startMs), Math.max(durationMs, 1) - widthMs);
  return { startMs, endMs: startMs + widthMs };
}
