/** A wide slide, inches, and the house style; company blue and customer orange mean the same as on every screen. */
export const page = { width: 13.333, height: 7.5, margin: 0.6 } as const;
export const colour = {
  text: '15191F', quiet: '444D5A', faint: '5B6573', line: 'C9CFD8', company: '0B66A8', customer: 'B84A00', accent: '0B5CAD', bar: '2B3440', surface: 'F6F7F9', white: 'FFFFFF',
} as const;
export const font = { head: 'Segoe UI Semibold', body: 'Segoe UI' } as const;
/**
 * The largest font size, in points, at which the paragraphs fit their box (inches), as far as an average letter tells;
 * the smallest where none does.
 */
export function fittedSize(paragraphs: readonly string[], box: { w: number; h: number }, { most, least }: { most: number; least: number }): number {
  for (let size = most; size > least; size -= 1) {
    const perLine = Math.max(1, Math.floor((box.w * 72) / (size * averageLetter)));
    const lines = paragraphs.reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(paragraph.length / perLine)), 0);
    if ((lines * size * lineHeight + (paragraphs.length - 1) * paragraphGap) / 72 <= box.h) return size;
  }
  return least;
}

/** Width of a letter and height of a line in font sizes; points between paragraphs. Broad, for fonts that stand in. */
const averageLetter = 0.6;
const lineHeight = 1.25;
const paragraphGap = 10;

export const masterName = 'EARSHOT';
