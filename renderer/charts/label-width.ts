/** What a character of 13 px takes at most on average, CSS pixels. */
const perCharacter = 8.2;

/** How wide a column of labels has to be, no wider than `most`; longer ones are cut by the chart and whole in the table. */
export function labelWidth(labels: readonly string[], most: number): number {
  return Math.round(Math.min(most, Math.max(48, ...labels.map((label) => label.length * perCharacter + 6))));
}
