import { type Detector, matchesOf, wordsBefore } from './entity.ts';

/** Digits in groups on one line, with what people write between and around them, and an extension. */
const candidate = /(?<![\p{L}\p{N}$£€#@_/.-]|\d[.,:])(?:\+|00)?\(?\d(?:[ .()/-]{0,3}\d){6,14}(?: ?(?:x|ext\.?|extension) ?\d{2,5})?(?![\p{N}@%]|[.,:/]\d|-\d)/gu;
const contextBefore = /phone|call|mobile|cell|fax|desk|office|landline|tel\b|tel[.:]|answer|regist|reach|text|ring|contact|message|whatsapp|number/;
const contextAfter = /^[\s,-]{0,3}(?:office|fax|mobile|home|work|cell|desk)/;
const otherNumber = /(?:account|order|reference|invoice|policy|ticket|case|tracking|serial|card|zip|postcode|postal)[^.\n]{0,20}$/;
const dateLike = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})/;
const postcodeLike = /^(?:\d{4}-\d{3}|\d{5}-\d{3,4})$/;
const yearRange = /^(?:19|20)\d{2} ?[-/] ?(?:19|20)\d{2}$/;

/** Telephone numbers in the many national forms: an international or area prefix, grouping, or the words around decide. */
export const phones: Detector = (text, lower) => Array.from(matchesOf(text, candidate))
  // A house number and its street look like a short number: `636 1812 Rue De La Gare`.
  .filter(({ value, end }) => !(value.replaceAll(/\D/g, '').length === 7 && /^ \p{Lu}/u.test(text.slice(end, end + 2))))
  .filter(({ value, start, end }) => isPhone(value, { before: wordsBefore(lower, start), after: lower.slice(end, end + 12) }))
  .map(({ start, end }) => ({ type: 'PHONE_NUMBER', start, end }));

const extension = / ?(?:x|ext\.?|extension) ?\d{2,5}$/u;

function isPhone(value: string, around: { before: string; after: string }): boolean {
  const number = value.replace(extension, '');
  const digits = number.replaceAll(/\D/g, '');
  if (dateLike.test(number) || postcodeLike.test(number) || yearRange.test(number)) return false;
  const isInternational = /^(?:\+|00)\d/.test(number);
  if (digits.length < 7 || digits.length > (isInternational ? 15 : 13)) return false;
  if (isInternational) return true;
  if (otherNumber.test(around.before)) return false;
  if (contextBefore.test(around.before) || contextAfter.test(around.after)) return hasSaneGroups(number);
  const isWhole = digits.length === number.length;
  return isWhole ? /^0\d{9,10}$/.test(digits) || (value !== number && digits.length === 10) : hasSaneGroups(number) && looksDialled(number, digits.length);
}

function hasSaneGroups(number: string): boolean {
  const groups = number.split(/[^\d]+/).filter((group) => group !== '');
  return groups.length === 1 || (groups.length <= 6 && groups.every((group) => group.length <= 8) && groups.some((group) => group.length >= 2));
}

/** Grouping that telephone numbers have and other numbers hardly ever. */
function looksDialled(number: string, digits: number): boolean {
  return digits >= 9 || /\(\d+\)/.test(number) || /^\d{3}[ .-]\d{4}$/.test(number) || /^\d{2,4}([ .-])\d{2,4}\1\d{2,4}$/.test(number);
}
