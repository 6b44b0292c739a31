import type { Silence } from '../timeline/silence.ts';
import type { Columns } from './peak-columns.ts';
import { pixelAt, type Viewport } from './viewport.ts';
import type { WaveLane } from './wave-lanes.ts';

type Sound = { readonly lanes: readonly WaveLane[]; readonly columns: readonly Columns[]; readonly gain: number; readonly colour: string; readonly isLit: boolean };

/** Draws the lanes of sound as one bar per pixel. A lit wave is a pixel taller at both edges, so that played differs by more than its colour. */
export function drawSound(canvas: CanvasRenderingContext2D, { lanes, columns, gain, colour, isLit }: Sound): void {
  canvas.fillStyle = colour;
  const extra = isLit ? 1 : 0;
  lanes.forEach((lane, index) => {
    const middle = lane.top + lane.height / 2;
    const scale = (lane.height / 2 - 3) * gain;
    const column = columns[index] ?? new Float32Array();
    for (let x = 0; x * 2 < column.length; x += 1) {
      const low = column[x * 2] ?? Number.NaN;
      const high = column[x * 2 + 1] ?? Number.NaN;
      if (Number.isNaN(low)) continue;
      const top = Math.min(middle - high * scale, middle - 0.5) - extra;
      const bottom = Math.max(middle - low * scale, middle + 0.5) + extra;
      canvas.fillRect(x, top, 1, bottom - top);
    }
  });
}

type Silences = {
  readonly silences: readonly Silence[]; readonly view: Viewport; readonly widthPx: number; readonly heightPx: number;
  readonly colour: string; readonly isSkipping: boolean; readonly nameOf: (silence: Silence) => string;
};

/** Draws silences as bands with their name and length where it fits; crossed out while they are skipped. */
export function drawSilences(canvas: CanvasRenderingContext2D, { silences, view, widthPx, heightPx, colour, isSkipping, nameOf }: Silences): void {
  canvas.save();
  canvas.font = '11px system-ui, sans-serif';
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  for (const silence of silences) {
    if (silence.endMs < view.startMs || silence.startMs > view.endMs) continue;
    const left = Math.max(0, pixelAt(view, silence.startMs, widthPx));
    const right = Math.min(widthPx, pixelAt(view, silence.endMs, widthPx));
    const width = right - left;
    canvas.globalAlpha = silence.isHold ? 0.16 : 0.08;
    canvas.fillStyle = colour;
    canvas.fillRect(left, 0, width, heightPx);
    if (isSkipping) drawHatch(canvas, { left, width, heightPx, colour });
    canvas.globalAlpha = 1;
    const name = nameOf(silence);
    if (width > canvas.measureText(name).width + 8) canvas.fillText(name, left + width / 2, heightPx / 2);
  }
  canvas.restore();
}

function drawHatch(canvas: CanvasRenderingContext2D, area: { left: number; width: number; heightPx: number; colour: string }): void {
  canvas.save();
  canvas.beginPath();
  canvas.rect(area.left, 0, area.width, area.heightPx);
  canvas.clip();
  canvas.beginPath();
  for (let x = area.left - area.heightPx; x < area.left + area.width; x += 8) {
    canvas.moveTo(x, area.heightPx);
    canvas.lineTo(x + area.heightPx, 0);
  }
  canvas.globalAlpha = 0.45;
  canvas.strokeStyle = area.colour;
  canvas.lineWidth = 1;
  canvas.stroke();
  canvas.restore();
}
