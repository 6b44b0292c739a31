/** Colours of the waveform picture, resolved for the canvas, which knows no custom properties. */
export type WaveColours = {
  readonly unplayed: string; readonly played: string; readonly text: string; readonly line: string; readonly silence: string;
  readonly customer: string; readonly agent: string; readonly quote: string; readonly page: string; readonly causes: readonly string[];
};

const causeCount = 4;

/** Reads the colours from the tokens of the theme, or from the system where it paints with its own. */
export function waveColours(element: Element, isForced: boolean): WaveColours {
  if (isForced) {
    return {
      unplayed: 'GrayText', played: 'Highlight', text: 'CanvasText', line: 'CanvasText', silence: 'GrayText', customer: 'CanvasText', agent: 'CanvasText',
      quote: 'CanvasText', page: 'Canvas', causes: ['CanvasText'],
    };
  }
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    unplayed: token('--wave-unplayed'), played: token('--wave-played'), text: token('--text-2'), line: token('--border'), silence: token('--text-3'),
    customer: token('--text-2'), agent: token('--text-2'), quote: token('--playing-bar'), page: token('--bg'),
    causes: Array.from({ length: causeCount }, (_, i) => token(`--cause-${i + 1}`)),
  };
}
