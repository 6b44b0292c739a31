/** What a character of 13 px takes at most on average, CSS pixels. */
const perCharacter = 8.2;

/** How wide a column of labels has to be, no wider than `widest`; longer ones go on in a second line. */
export function labelWidth(labels: readonly string[], widest: number): number {
  return Math.round(Math.min(widest, Math.max(48, ...labels.map((label) => label.length * perCharacter + 6))));
}

/** A label that fits two lines of so many CSS pixels; the table has it whole. */
export function cutLabel(label: string, width: number): string {
  // Words that do not fit a line to its end cost a few characters.
  const most = Math.max(8, 2 * Math.floor(width / perCharacter) - 3);
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}
