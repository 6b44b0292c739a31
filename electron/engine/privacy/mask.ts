const mark = '▮▮▮';

const digitWords = 'zero|oh|nought|one|two|three|four|five|six|seven|eight|nine';
const patterns: readonly RegExp[] = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu,
  /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?\b/g,
  // Card, account and telephone numbers: four digits or more, however they are grouped, but no amount and no year.
  /(?<![\p{L}\p{N}£$€.,])\+?\(?\d(?:[ .()/-]{0,2}\d){4,}(?![\p{N}%])/gu,
  new RegExp(`\\b(?:(?:double|triple)\\s+)?(?:${digitWords})(?:[\\s,-]+(?:(?:double|triple)\\s+)?(?:${digitWords})){3,}\\b`, 'gi'),
  /\b\d{1,4}[a-z]?\s+(?:\p{Lu}[\p{L}'’-]+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Dr|Way|Court|Ct|Place|Square|Terrace|Crescent|Gardens|Hill|Row|Mews)\b/gu,
  /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/g,
];

/** Names worth hiding: whole words of three letters or more, longest first. */
function namePattern(names: readonly string[]): RegExp | null {
  const words = new Set(names.flatMap((name) => [name, ...name.split(/\s+/)]).map((name) => name.trim()).filter((name) => name.length >= 3));
  if (words.size === 0) return null;
  const escaped = [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/**
 * Hides what could name a person in words that leave the project: structured personal data by its shape, and the given
 * names. It is a mask for quotes, not a promise of anonymity.
 */
export function maskPersonalData(text: string, names: readonly string[]): string {
  const byName = namePattern(names);
  const masked = patterns.reduce((result, pattern) => result.replace(pattern, mark), text);
  return byName === null ? masked : masked.replace(byName, mark);
}

/** Whether the mask would still hide anything: exported text must answer no. */
export function hasPersonalData(text: string, names: readonly string[]): boolean {
  return maskPersonalData(text, names) !== text;
}

/** Where the mask finds something, in UTF-16 units, half-open; they may overlap. What has to be silent in a recording lies here. */
export function personalSpans(text: string, names: readonly string[]): { start: number; end: number }[] {
  const byName = namePattern(names);
  return [...patterns, ...(byName === null ? [] : [byName])].flatMap((pattern) => [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })));
}
