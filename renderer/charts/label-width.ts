/** What a character of 13 px takes at most on average, CSS pixels. */
const perCharacter = 8.2;

/** How wide a column of labels has to be, no wider than `widest`; longer ones go on in a second line. */
export function labelWidth(labels: readonly string[], widest: number): number {
  return Math.round(Math.min(widest, Math.max(48, ...labels.map((label) => label.length * perCharacter + 6))));
}

/** As many characters as two lines of a label hold. */
const most = 40;

/** A label that fits two lines; the table has it whole. */
export const cutLabel = (label: string): string => (label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`);
