import type { BriefingChoices, BriefingTheme } from '#shared/model/briefing.ts';

/** A slide in inches. */
export type Page = { width: number; height: number; margin: number; isStanding: boolean };
export type Box = { x: number; y: number; w: number; h: number };

const lying = { wide: [13.333, 7.5], a4: [11.693, 8.268], letter: [11, 8.5] } as const;

/** Slides lie; one page on paper stands. */
export function pageOf({ template, size }: Pick<BriefingChoices, 'template' | 'size'>): Page {
  const [long, narrow] = lying[size];
  const isStanding = template === 'onePage' && size !== 'wide';
  return { width: isStanding ? narrow : long, height: isStanding ? long : narrow, margin: isStanding ? 0.5 : 0.6, isStanding };
}

const house = { text: '15191F', quiet: '444D5A', faint: '5B6573', line: 'C9CFD8', bar: '2B3440', surface: 'F6F7F9', white: 'FFFFFF' } as const;
export type Colours = typeof house & { company: string; customer: string; accent: string };

/** The house's greys and the theme's three colours, six hexadecimal digits each. */
export function coloursOf(theme: BriefingTheme): Colours {
  const hex = (colour: string) => colour.slice(1).toUpperCase();
  return { ...house, company: hex(theme.company), customer: hex(theme.customer), accent: hex(theme.accent) };
}

/** The theme's own fonts, so that a company's template can take their place. */
export const font = { head: '+mj-lt', body: '+mn-lt' } as const;

export type Fit = { most: number; least: number; gap?: number; isBold?: boolean };

/**
 * The largest font size, in points, at which the paragraphs fit their box (inches), as far as an average letter tells;
 * the smallest where none does.
 */
export function fittedSize(paragraphs: readonly string[], box: { w: number; h: number }, { most, least, gap = 8, isBold = false }: Fit): number {
  for (let size = most; size > least; size -= 1) {
    if (textHeight(paragraphs, { width: box.w, size, gap, isBold }) <= box.h) return size;
  }
  return least;
}

/** How high paragraphs stand at a size, in inches, as far as an average letter tells; `gap` points between them. */
export function textHeight(paragraphs: readonly string[], { width, size, gap = 8, isBold = false }: { width: number; size: number; gap?: number; isBold?: boolean }): number {
  const perLine = Math.max(1, Math.floor((width * 72) / (size * (isBold ? boldLetter : averageLetter))));
  const lines = paragraphs.reduce((sum, paragraph) => sum + linesOf(paragraph, perLine), 0);
  return (lines * size * lineHeight + (paragraphs.length - 1) * gap) / 72;
}

/** Lines that a paragraph takes when it is broken between words. */
function linesOf(paragraph: string, perLine: number): number {
  let [lines, used] = [1, 0];
  for (const word of paragraph.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > perLine) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    lines += Math.floor((used - 1) / perLine);
    if (used > perLine) used %= perLine;
  }
  return lines;
}

/** Width of a letter and height of a line in font sizes. Broad, for fonts that stand in. */
const averageLetter = 0.58;
const boldLetter = 0.61;
const lineHeight = 1.25;

export const masterName = 'EARSHOT';
