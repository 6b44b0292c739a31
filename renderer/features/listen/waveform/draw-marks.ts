import { durationText } from '#renderer/ui/figure-text.ts';
import { timeTicks } from './time-ticks.ts';
import { pixelAt, type Viewport } from './viewport.ts';
import type { Band } from './wave-lanes.ts';

/** One mark on the lane of marks. */
export type LaneMark = {
  readonly startMs: number; readonly endMs: number; readonly label: string; readonly colour: string;
  readonly shape: 'span' | 'star'; readonly isPending: boolean;
};

type Axis = { readonly view: Viewport; readonly widthPx: number; readonly band: Band; readonly text: string; readonly line: string };

/** Draws the time axis: a fine line, ticks and round times. */
export function drawAxis(canvas: CanvasRenderingContext2D, { view, widthPx, band, text, line }: Axis): void {
  canvas.font = '11px system-ui, sans-serif';
  canvas.textBaseline = 'middle';
  canvas.textAlign = 'left';
  canvas.fillStyle = line;
  canvas.fillRect(0, band.top, widthPx, 1);
  for (const ms of timeTicks(view, widthPx)) {
    const x = Math.round(pixelAt(view, ms, widthPx));
    canvas.fillStyle = line;
    canvas.fillRect(x, band.top, 1, 5);
    canvas.fillStyle = text;
    const label = durationText(ms);
    if (x + 4 + canvas.measureText(label).width <= widthPx) canvas.fillText(label, x + 4, band.top + band.height / 2 + 2);
  }
}

/** Bars that lie side by side in time share a row; what overlaps goes below, as far as there are rows. */
export const MARK_ROWS = 3;
const BAR_PX = 4;

/** The row of each mark, 0 at the top. Marks are in the order of their starts; where all rows are taken, the last one is shared. */
export function markRows(marks: readonly Pick<LaneMark, 'startMs' | 'endMs'>[]): number[] {
  const takenUntilMs = Array.from({ length: MARK_ROWS }, () => -Infinity);
  return marks.map(({ startMs, endMs }) => {
    const free = takenUntilMs.findIndex((untilMs) => untilMs <= startMs);
    const row = free === -1 ? MARK_ROWS - 1 : free;
    takenUntilMs[row] = Math.max(takenUntilMs[row] ?? 0, endMs);
    return row;
  });
}

type Marks = { readonly marks: readonly LaneMark[]; readonly view: Viewport; readonly widthPx: number; readonly band: Band; readonly text: string };

/** Draws tags as bars with their letters and quotes as stars. Letters that would touch the ones before are left out. */
export function drawMarks(canvas: CanvasRenderingContext2D, { marks, view, widthPx, band, text }: Marks): void {
  canvas.font = '600 11px system-ui, sans-serif';
  canvas.textBaseline = 'middle';
  canvas.textAlign = 'left';
  const rows = markRows(marks);
  let freeFrom = 0;
  marks.forEach((mark, i) => {
    if (mark.endMs < view.startMs || mark.startMs > view.endMs) return;
    const left = Math.max(0, pixelAt(view, mark.startMs, widthPx));
    const width = Math.max(3, pixelAt(view, mark.endMs, widthPx) - left);
    if (mark.shape === 'star') drawStar(canvas, { x: Math.max(6, left), y: band.top + 6, colour: mark.colour });
    else drawBar(canvas, { mark, left, width, top: band.top + 1 + (rows[i] ?? 0) * BAR_PX });
    if (left < freeFrom || mark.label === '') return;
    canvas.fillStyle = text;
    canvas.fillText(mark.label, left, band.top + 1 + MARK_ROWS * BAR_PX + 7);
    freeFrom = left + canvas.measureText(mark.label).width + 6;
  });
}

function drawBar(canvas: CanvasRenderingContext2D, { mark, left, width, top }: { mark: LaneMark; left: number; width: number; top: number }): void {
  canvas.globalAlpha = mark.isPending ? 0.5 : 1;
  canvas.fillStyle = mark.colour;
  canvas.fillRect(left, top, width, BAR_PX - 1);
  canvas.globalAlpha = 1;
}

function drawStar(canvas: CanvasRenderingContext2D, { x, y, colour }: { x: number; y: number; colour: string }): void {
  canvas.beginPath();
  for (let point = 0; point < 10; point += 1) {
    const radius = point % 2 === 0 ? 6 : 2.6;
    const angle = (Math.PI * point) / 5 - Math.PI / 2;
    canvas.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  canvas.closePath();
  canvas.fillStyle = colour;
  canvas.fill();
}
