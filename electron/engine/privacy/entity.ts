import type { EntityType } from '#shared/model/privacy.ts';

/** Personal data found in a text: half-open, in UTF-16 units of that text. */
export type Entity = { readonly type: EntityType; readonly start: number; readonly end: number };

/** One way of finding personal data. `lower` is the text in lower case, unit for unit. */
export type Detector = (text: string, lower: string) => Entity[];

/** Lower case that keeps every offset: letters whose lower case is longer stay as they are. */
export function lowerKeepingOffsets(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter)).join('');
}

/** What was said in the `units` before an offset, in lower case. */
export function wordsBefore(lower: string, offset: number, units = 48): string {
  return lower.slice(Math.max(0, offset - units), offset);
}

/** Every match of a global pattern; `group` names the part that is meant when the pattern also reads its surroundings. */
export function* matchesOf(text: string, pattern: RegExp): Generator<{ value: string; start: number; end: number }> {
  for (const match of text.matchAll(pattern)) {
    const value = match.groups?.['it'] ?? match[0];
    const start = match.index + match[0].lastIndexOf(value);
    if (value !== '') yield { value, start, end: start + value.length };
  }
}
