import { useAppearance } from '#renderer/stores/appearance.ts';
import { useEffect, useMemo, type RefObject } from 'react';
import type { Peaks } from '#shared/model/media.ts';
import type { Silence } from '../timeline/silence.ts';
import { drawAxis, drawMarks, type LaneMark } from './draw-marks.ts';
import { drawSilences, drawSound } from './draw-sound.ts';
import { laneGain, peakColumns } from './peak-columns.ts';
import type { ElementSize } from './use-element-size.ts';
import type { Viewport } from './viewport.ts';
import { waveColours, type WaveColours } from './wave-colours.ts';
import type { WaveLayout } from './wave-lanes.ts';

export type WavePicture = {
  readonly size: ElementSize; readonly layout: WaveLayout; readonly view: Viewport; readonly peaks: Peaks | null;
  readonly silences: readonly Silence[]; readonly isSkipping: boolean; readonly silenceName: (silence: Silence) => string;
  readonly marks: (colours: WaveColours) => readonly LaneMark[];
};
type Canvases = { readonly still: RefObject<HTMLCanvasElement | null>; readonly played: RefObject<HTMLCanvasElement | null> };

/**
 * Draws the waveform on two canvases that lie on each other: the whole picture, and the sound again in the colour of
 * what was played. While playing only the clip of the second one moves; nothing is drawn anew.
 */
export function useWavePicture(canvases: Canvases, picture: WavePicture): void {
  const theme = useAppearance((state) => state.theme);
  const isForced = useAppearance((state) => state.isForcedColours);
  const { peaks, layout, view, size, silences, isSkipping, silenceName, marks } = picture;
  const columns = useMemo(
    () => (peaks ? layout.lanes.map(({ channel }) => peakColumns(peaks, { channel, view, widthPx: size.widthPx })) : []),
    [peaks, layout, view, size.widthPx]);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const still = canvasOf(canvases.still.current, size);
      const played = canvasOf(canvases.played.current, size);
      if (!still || !played) return;
      const colours = waveColours(still.canvas, isForced);
      const sound = { lanes: layout.lanes, columns, gain: laneGain(columns) };
      const { widthPx } = size;
      drawSilences(still, {
        silences, view, widthPx, heightPx: layout.axis.top, colour: colours.silence, isSkipping, nameOf: silenceName,
      });
      drawSound(still, { ...sound, colour: colours.unplayed, isLit: false });
      drawAxis(still, { view, widthPx, band: layout.axis, text: colours.text, line: colours.line });
      drawMarks(still, { marks: marks(colours), view, widthPx, band: layout.marks, text: colours.text });
      drawSound(played, { ...sound, colour: colours.played, isLit: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [canvases, columns, layout, view, size, theme, isForced, silences, isSkipping, silenceName, marks]);
}

/** A cleared canvas that is as sharp as the screen, in CSS pixels. */
function canvasOf(canvas: HTMLCanvasElement | null, { widthPx, heightPx }: ElementSize): CanvasRenderingContext2D | null {
  if (!canvas || widthPx === 0 || heightPx === 0) return null;
  const sharpness = window.devicePixelRatio;
  canvas.width = Math.round(widthPx * sharpness);
  canvas.height = Math.round(heightPx * sharpness);
  const context = canvas.getContext('2d');
  context?.scale(sharpness, sharpness);
  return context;
}
