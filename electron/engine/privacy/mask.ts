import type { EntityType } from '#shared/model/privacy.ts';
import { findEntities } from './find-entities.ts';
import { type Roster, rosterOf } from './roster.ts';

const mark = '▮▮▮';

/** What could lead to a person. Towns, companies, dates and ages stay: a quote without them says little. */
const namingTypes: ReadonlySet<EntityType> = new Set<EntityType>([
  'CREDIT_CARD', 'IBAN_CODE', 'US_SSN', 'EMAIL_ADDRESS', 'PHONE_NUMBER', 'IP_ADDRESS', 'ACCOUNT_NUMBER', 'US_DRIVER_LICENSE', 'DOMAIN_NAME',
  'PERSON', 'STREET_ADDRESS', 'ZIP_CODE',
]);

const digitWords = 'zero|oh|nought|one|two|three|four|five|six|seven|eight|nine';
/** In what leaves the project, any longer row of digits is hidden, whatever it may be. */
const anyNumber: readonly RegExp[] = [
  /(?<![\p{L}\p{N}£$€.,])\+?\(?\d(?:[ .()/-]{0,2}\d){4,}(?![\p{N}%])/gu,
  new RegExp(`\\b(?:(?:double|triple)\\s+)?(?:${digitWords})(?:[\\s,-]+(?:(?:double|triple)\\s+)?(?:${digitWords})){3,}\\b`, 'gi'),
];

const rosters = new WeakMap<readonly string[], Roster>();

function rosterFor(names: readonly string[]): Roster {
  const known = rosters.get(names) ?? rosterOf(names);
  rosters.set(names, known);
  return known;
}

function mask(text: string, found: readonly { start: number; end: number }[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of found) {
    masked += text.slice(at, start) + mark;
    at = end;
  }
  return anyNumber.reduce((result, pattern) => result.replace(pattern, mark), masked + text.slice(at));
}

/**
 * Hides what could name a person in words that leave the project: structured personal data by its shape, addresses, and
 * people by the given names, lists and context. It is a mask for quotes, not a promise of anonymity.
 */
export function maskPersonalData(text: string, names: readonly string[]): string {
  return mask(text, findEntities(text, { roster: rosterFor(names), types: namingTypes }));
}

/**
 * Whether a text holds numbers, addresses or known people that must not leave the project: exported text must answer
 * no. Names are not guessed here, because what we write ourselves is full of words with capitals.
 */
export function hasPersonalData(text: string, names: readonly string[]): boolean {
  return mask(text, findEntities(text, { roster: rosterFor(names), types: namingTypes, isSure: true })) !== text;
}

/** Where the mask finds something, in UTF-16 units, half-open; they may overlap. What has to be silent in a recording lies here. */
export function personalSpans(text: string, names: readonly string[]): { start: number; end: number }[] {
  const found = findEntities(text, { roster: rosterFor(names), types: namingTypes }).map(({ start, end }) => ({ start, end }));
  const numbers = anyNumber.flatMap((pattern) => [...text.matchAll(pattern)].map(({ 0: number, index }) => ({ start: index, end: index + number.length })));
  return [...found, ...numbers].toSorted((a, b) => a.start - b.start);
}
