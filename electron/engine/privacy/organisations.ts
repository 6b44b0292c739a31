import { type Detector, matchesOf } from './entity.ts';
import { foldName, givenNames } from './given-names.ts';

const word = "\\p{Lu}[\\p{L}&’'-]*";
const suffixed = new RegExp(`(?<![\\p{L}\\p{N}])(?:${word} (?:and |of |& )?){0,4}(?:Ltd|Inc|LLC|PLC|Plc|Corp|GmbH|AG|Group|Holdings?|Bank|Insurance|Technologies|Investments|Solutions|University|Hospital|Associates|Partners|Foundation|Incorporated|Agency|Software|Research|Capital|Analytics|Consulting|Movers|Resources|Systems|Limited|Bancorp)\\.?(?![\\p{L}\\p{N}])`, 'gu');
const firm = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?:, ${word}) and ${word}(?![\\p{L}\\p{N}])`, 'gu');
const employer = new RegExp(`\\b(?:work(?:ed|s)? (?:for|at)|employed (?:by|at)|CEO of) (?<it>${word}(?: ${word}){0,4})(?=[ .,!?]|$)`, 'gu');

/** Companies by what their names end with, or by what is said before them. A firm of partners reads like a row of names. */
export const organisations: Detector = (text) => [suffixed, firm, employer]
  .flatMap((pattern) => Array.from(matchesOf(text, pattern)))
  .filter(({ value }) => /[ -]/.test(value) || !isGenericWord.test(value))
  .filter(({ value }) => !value.includes(', ') || !value.split(/, | and /).some((name) => givenNames.has(foldName(name))))
  .map(({ start, end }) => ({ type: 'ORGANIZATION' as const, start, end }));

const isGenericWord = /^(?:University|Hospital|Bank|Group|Insurance|Research|Software|Agency|Capital|Limited|ATM)\.?$/;
