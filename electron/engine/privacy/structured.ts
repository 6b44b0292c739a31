import { isCardNumber, isSocialSecurityNumber, passesMod97 } from './checksums.ts';
import { type Detector, type Entity, matchesOf, wordsBefore } from './entity.ts';

const emailPattern = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.){1,8}\p{L}{2,24}/gu;
const spokenEmailPattern = /(?<![\p{L}\p{N}])[a-z0-9]+(?:(?: dot | underscore | dash | hyphen |[._-])[a-z0-9]+){0,4} at [a-z0-9]+(?:(?: dot |\.)[a-z0-9]+){0,3} ?(?:dot |\.)(?:com|co uk|co\.uk|co dot uk|net|org|de|fr|es|it|edu|gov|io|ie)(?![\p{L}\p{N}])/gu;
const webPattern = /(?<![\p{L}\p{N}@.])(?:https?:\/\/[^\s<>"']{3,200}|www\.[^\s<>"']{3,200})/gu;
const ip4Pattern = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/g;
const ip6Pattern = /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,7}(?![\p{L}\p{N}:])/giu;
const ibanPattern = /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![\p{L}\p{N}])/giu;
const cardPattern = /(?<![\p{L}\p{N}+.,$£€])\d(?:[ -]?\d){11,18}(?![\p{L}\p{N}])/gu;
const ssnPattern = /(?<![\p{L}\p{N}-])\d{3}([- ])\d{2}\1\d{4}(?![\p{N}-]|\p{L})/gu;
const nineDigits = /(?<![\p{N}-])\d{9}(?![\p{N}-])/gu;
const licencePattern = /\b(?:driver'?s?|driving|dl) licen[cs]e(?: number| no\.?| #)?(?: is|:|'s)? {0,3}(?<it>(?=[a-z0-9-]*\d)[a-z0-9-]{5,20})/giu;
const accountPattern = /\b(?:account|acct|policy|member(?:ship)?|customer|reference|passport|national insurance|nhs|sort code|routing)(?: (?:number|no\.?|code|id|#))?(?: is|:|'s| of| ending(?: in)?)? {0,3}(?<it>[a-z]{0,3}\d(?:[ -]?[\da-z]){3,15}(?<=\d)[a-d]?)(?![\p{L}\p{N}])/giu;
const insurancePattern = /(?<![\p{L}\p{N}])(?!bg|gb|nk|kn|tn|nt|zz)[a-ceghj-prstw-z][a-ceghj-nprstw-z](?: ?\d{2}){3} ?[a-d](?![\p{L}\p{N}])/giu;
const sortCodePattern = /\bsort code(?: is|:)? {0,3}(?<it>\d{2}[- ]?\d{2}[- ]?\d{2})(?!\d)/giu;
const securityCodePattern = /\b(?:cvv2?|cvc2?|security (?:code|number)|pin(?: number| code)?)(?: is|:|'s| on (?:the|my) (?:back|card) is)? {0,3}(?<it>\d{3,6})(?![\p{L}\p{N}])/giu;

const secureWords = /social|ssn|s\.s\.n/;

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

const simple = (type: Entity['type'], pattern: RegExp): Detector => (text) => Array.from(matchesOf(text, pattern), ({ start, end }) => ({ type, start, end }));

const cards: Detector = (text) => Array.from(matchesOf(text, cardPattern))
  .filter(({ value }) => isCardNumber(digitsOf(value)))
  .map(({ start, end }) => ({ type: 'CREDIT_CARD', start, end }));

const ibans: Detector = (text) => Array.from(matchesOf(text, ibanPattern), ({ value, start }) => ibanWithin(value, start)).filter((found) => found !== null);

/** In running text the words behind an IBAN can look like more of it: the longest beginning that passes the check counts. */
function ibanWithin(value: string, start: number): Entity | null {
  for (let end = value.length; end >= 15; end -= 1) {
    const iban = value.slice(0, end).replaceAll(' ', '');
    if (iban.length >= 15 && iban.length <= 34 && /[a-z0-9]$/i.test(value.slice(0, end)) && passesMod97(iban)) return { type: 'IBAN_CODE', start, end: start + end };
  }
  return null;
}

const socialSecurity: Detector = (text, lower) => [
  ...Array.from(matchesOf(text, ssnPattern)).filter(({ value }) => isSocialSecurityNumber(digitsOf(value))),
  ...Array.from(matchesOf(text, nineDigits)).filter(({ value, start }) => isSocialSecurityNumber(value) && secureWords.test(wordsBefore(lower, start))),
].map(({ start, end }) => ({ type: 'US_SSN', start, end }));

const webAddresses: Detector = (text) => Array.from(matchesOf(text, webPattern), ({ value, start }) => (
  { type: 'DOMAIN_NAME', start, end: start + value.replace(/[.,;:!?)\]]+$/, '').length }
));

const ip6: Detector = (text) => Array.from(matchesOf(text, ip6Pattern))
  // A clock time (11:34:35) is made of the same signs.
  .filter(({ value }) => /[a-f]/i.test(value) || value.split(':').length > 4)
  .map(({ start, end }) => ({ type: 'IP_ADDRESS', start, end }));

/** Personal data that its own shape and check digits give away, surest first. `needs`: what the text must hold at all. */
export const structuredDetectors: readonly { readonly needs: RegExp; readonly detect: Detector }[] = [
  { needs: /@/, detect: simple('EMAIL_ADDRESS', emailPattern) },
  { needs: / at /, detect: (_text, lower) => simple('EMAIL_ADDRESS', spokenEmailPattern)(lower, lower) },
  { needs: /http|www\./, detect: webAddresses }, { needs: /\d/, detect: ibans }, { needs: /\d/, detect: cards }, { needs: /\d/, detect: socialSecurity },
  { needs: /\d\./, detect: simple('IP_ADDRESS', ip4Pattern) }, { needs: /:/, detect: ip6 }, { needs: /licen[cs]e/, detect: simple('US_DRIVER_LICENSE', licencePattern) },
];

/** Numbers that only the words before them make personal. */
export const accountDetectors: readonly Detector[] = [
  simple('ACCOUNT_NUMBER', sortCodePattern), simple('ACCOUNT_NUMBER', securityCodePattern), simple('ACCOUNT_NUMBER', insurancePattern), simple('ACCOUNT_NUMBER', accountPattern),
];
