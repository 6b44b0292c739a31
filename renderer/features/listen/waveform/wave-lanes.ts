/** One horizontal band of the waveform picture, in CSS pixels from its top. */
export type Band = { readonly top: number; readonly height: number };
/** Who speaks in a lane. `mixed` is a recording with one channel. */
export type LaneSide = 'customer' | 'agent' | 'mixed';
export type WaveLane = Band & { readonly side: LaneSide; readonly channel: number };
export type WaveLayout = { readonly lanes: readonly WaveLane[]; readonly axis: Band; readonly marks: Band };

const AXIS_PX = 18;
const MARKS_PX = 28;

/** Bands of a waveform: customer above, agent below (one lane for mono), then the time axis, then the marks. */
export function waveLayout(heightPx: number, channels: number, customerChannel: 0 | 1): WaveLayout {
  const soundPx = Math.max(24, heightPx - AXIS_PX - MARKS_PX);
  const axis = { top: soundPx, height: AXIS_PX };
  const marks = { top: soundPx + AXIS_PX, height: MARKS_PX };
  if (channels < 2) return { lanes: [{ top: 0, height: soundPx, side: 'mixed', channel: 0 }], axis, marks };
  const half = soundPx / 2;
  return {
    lanes: [
      { top: 0, height: half, side: 'customer', channel: customerChannel },
      { top: half, height: half, side: 'agent', channel: customerChannel === 0 ? 1 : 0 },
    ],
    axis, marks,
  };
}
