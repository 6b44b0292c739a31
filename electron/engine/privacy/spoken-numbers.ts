import type { EntityType } from '#shared/model/privacy.ts';
import { isCardNumber, isSocialSecurityNumber } from './checksums.ts';
import { type Detector, wordsBefore } from './entity.ts';
import { digitRuns } from './spoken-digits.ts';

const cardWords = /card|visa|mastercard|amex|long number/;
const secureWords = /social|ssn/;
const phoneWords = /phone|call|mobile|cell|reach|number is|landline|contact|text/;
const accountWords = /account|sort code|policy|member|customer|reference|passport|code|pin|cvv|ending|last (?:four|4)|digits|order|routing|number/;

/** What a spoken run of digits is, by its length, its check digit and what was said before it; null for an ordinary number. */
function kindOf(digits: string, before: string): EntityType | null {
  if (isCardNumber(digits)) return 'CREDIT_CARD';
  if (digits.length === 9 && secureWords.test(before) && isSocialSecurityNumber(digits)) return 'US_SSN';
  // A recogniser or a caller may have dropped a digit: what is introduced as a card is one.
  if (digits.length >= 12 && cardWords.test(before)) return 'CREDIT_CARD';
  if (digits.length >= 7 && digits.length <= 15) return phoneWords.test(before) || /^0\d{9,10}$/.test(digits) || digits.length === 10 ? 'PHONE_NUMBER' : 'ACCOUNT_NUMBER';
  if (digits.length > 15) return 'ACCOUNT_NUMBER';
  return digits.length >= 3 && (accountWords.test(before) || cardWords.test(before)) ? 'ACCOUNT_NUMBER' : null;
}

/** Numbers read out in words: cards, telephone and account numbers. */
export const spokenNumbers: Detector = (_text, lower) => digitRuns(lower, { least: 3 }).flatMap((run) => {
  const type = kindOf(run.digits, wordsBefore(lower, run.start, 60));
  return type === null ? [] : [{ type, start: run.start, end: run.end }];
});
