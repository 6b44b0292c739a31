import type { Peaks } from '#shared/model/media.ts';
import type { Viewport } from './viewport.ts';

/** Lowest and highest sample per pixel column, -1..1, interleaved low, high; NaN where nothing is known. */
export type Columns = Float32Array;

type Wanted = { readonly channel: number; readonly view: Viewport; readonly widthPx: number };

/** The peaks of one channel gathered into one pair per pixel. A column narrower than a step shows the step it lies in. */
export function peakColumns(peaks: Peaks, { channel, view, widthPx }: Wanted): Columns {
  const samples = peaks.channels[channel] ?? [];
  const columns = new Float32Array(widthPx * 2).fill(Number.NaN);
  const msPerPx = (view.endMs - view.startMs) / widthPx;
  for (let x = 0; x < widthPx; x += 1) {
    const fromMs = view.startMs + x * msPerPx - peaks.fromMs;
    const first = Math.floor(fromMs / peaks.stepMs);
    const last = Math.max(first, Math.ceil((fromMs + msPerPx) / peaks.stepMs) - 1);
    const pair = extremes(samples, first, last);
    if (!pair) continue;
    columns[x * 2] = pair.low;
    columns[x * 2 + 1] = pair.high;
  }
  return columns;
}

/** What makes the loudest sample fill the lane, at most 4 x so that noise is not shown as speech; 1 for silence. */
export function laneGain(columns: readonly Columns[]): number {
  let loudest = 0;
  for (const lane of columns) for (const value of lane) if (Math.abs(value) > loudest) loudest = Math.abs(value);
  return loudest === 0 ? 1 : Math.min(4, 1 / loudest);
}

function extremes(samples: readonly number[], first: number, last: number): { low: number; high: number } | null {
  let low = Infinity;
  let high = -Infinity;
  for (let step = Math.max(0, first); step <= last; step += 1) {
    const min = samples[step * 2];
    const max = samples[step * 2 + 1];
    if (min === undefined || max === undefined) break;
    if (min < low) low = min;
    if (max > high) high = max;
  }
  return low === Infinity ? null : { low: low / 127, high: high / 127 };
}
