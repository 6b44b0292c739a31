import { type Detector, type Entity, wordsBefore } from './entity.ts';
import { everydayWords } from './everyday-words.ts';
import { everydayNames, foldName, givenNames } from './given-names.ts';
import { placeNames } from './places.ts';

/** Capitalised words in a row, with initials and the small words inside names. */
const capitalised = /(?<![\p{L}\p{N}@._])\p{Lu}[\p{L}’'-]*\.?(?:(?: (?:de|del|della|di|da|dos|van|von|der|den|la|le|bin|al|el))* \p{Lu}[\p{L}’'-]*\.?){0,4}(?![\p{N}@])/gu;
const titleBefore = /(?:\b(?:mr|mrs|ms|miss|mister|missus|dr|doctor|prof|professor|sir|madam|mme|herr|frau|señora?)\.? )$/;
const introduced = /(?:\b(?:name|names|named|surname)(?:'s| is| was|:)? {0,8}|\b(?:my name's|i am|i'm|this is|calls? me|called|speak(?:ing)? (?:to|with)|talk(?:ing)? to|under|guardian|partner|kid|it to|beneficiary|contact|follow up with|with ms\.|thanks,?|thank you,?|hi,?|hello,?|dear|bye,?|cheers,?|name on the account\? (?:user: )?|(?:last |first )?name\? ) ?)$/;
/** The same for words without capitals: only phrases that hardly ever lead to anything but a name. */
const introducedSurely = /(?<![\p{L}\p{N}])(?:name(?:'s| is| was|: {0,8})|surname(?:'s| is)|(?:speaking|talking) (?:to|with)|i(?:'m| am) called|i go by|follow up with|mr|mrs|ms|mister|missus|doctor|dr\.?) (?=\p{L})/gu;
const organisationSuffix = /^(?:ltd|inc|llc|plc|corp|corporation|group|gmbh|ag|holdings?|bank|insurance|technologies|investments?|services|solutions|university|hospital|associates|incorporated|agency|software|research|analytics|consulting|movers|data|limited|stanley|border|company|orchestra|club|entertainment|weekly|media|systems|industries|foundation|institute|college|sons|partners|capital|airlines?|motors|energy|telecom|street|st|road|rd|avenue|ave|lane|court|drive|square|squares|apt|suite|box|way|str|station|center|centre)\.?$/;

const placeBefore = /(?:^|[^\p{L}])(?:in|from|near|visit|city|at|university of|flew to|arrived at|become|became) $/u;
const personAfter = /^(?:['’]s? (?!home)|, can i | (?:said|says|lives|will be|has|had given|is (?:a )?very|was|began|spent|shouted|explained|told|called|wants|asked) ?| and \p{L}+ (?:are|were) )/u;
const personBefore = /(?:\b(?:said|by|named (?:him|her)|directed by|starring|why is|told|ask(?:ed)?|tell|called|including|producer|thanks) )$/;

/** People's names by their capitals, a list of given names, a title or an introduction. */
export const people: Detector = (text, lower) => [...capitalisedNames(text, lower), ...spokenNames(text, lower)];

function capitalisedNames(text: string, lower: string): Entity[] {
  const found: Entity[] = [];
  for (const match of text.matchAll(capitalised)) {
    const name = trimmed(match[0], match.index);
    if (name === null) continue;
    const words = name.value.split(' ');
    const before = wordsBefore(lower, name.start);
    if (isName(words, { before, after: lower.slice(name.end, name.end + 16), isShouted: name.value === name.value.toUpperCase() })) {
      found.push({ type: 'PERSON', start: name.start, end: name.end });
    }
  }
  return found;
}

/** A row of capitals without the everyday words at its ends and the full stop or possessive behind it. */
function trimmed(value: string, at: number): { value: string; start: number; end: number } | null {
  const words = value.split(' ');
  let start = at;
  while (words.length > 0 && isEveryday(words[0] ?? '', words.length > 1)) start += (words.shift()?.length ?? 0) + 1;
  while (words.length > 0 && isEveryday(words.at(-1) ?? '', false)) words.pop();
  const name = words.join(' ').replace(/['’]s$/, '').replace(/(?<=\p{L}{2})\.$/u, '').replace(/['’-]+$/, '');
  return name === '' ? null : { value: name, start, end: start + name.length };
}

function isEveryday(word: string, isFollowed: boolean): boolean {
  const folded = word.toLowerCase().replace(/\.$/, '').replaceAll('’', "'");
  if (/^(?:mr|mrs|ms|miss|dr|prof|sir)$/.test(folded)) return true;
  if (everydayWords.has(folded)) return !(isFollowed && givenNames.has(folded));
  return /^\p{Lu}\.?$/u.test(word) && !isFollowed;
}

type Around = { readonly before: string; readonly after: string; readonly isShouted: boolean };

function isName(words: readonly string[], { before, after, isShouted }: Around): boolean {
  const folded = words.map((word) => foldName(word.replace(/\.$/, '')));
  const [first = ''] = folded;
  if (folded.some((word) => organisationSuffix.test(word)) || placeNames.has(folded.join(' '))) return false;
  if (titleBefore.test(before)) return true;
  const isIntroduced = introduced.test(before);
  if (isShouted && words.join('').length > 3) return isIntroduced && folded.some((word) => givenNames.has(word));
  if (folded.some((word) => givenNames.has(word) && !everydayNames.has(word))) return true;
  if (isIntroduced && first.length > 1) return true;
  if (placeBefore.test(before)) return false;
  if (folded.length === 1) return first.length > 2 && !everydayNames.has(first) && isSpokenOf(before, after);
  return folded.every((word) => !placeNames.has(word)) && looksLikeFullName(words, folded);
}

/** Two to four capitalised words that are nobody's trade mark as far as one can see: `Faina D. Yefremova`. */
function looksLikeFullName(words: readonly string[], folded: readonly string[]): boolean {
  if (folded.some((word) => everydayWords.has(word))) return false;
  return words.every((word) => /^(?:\p{Lu}[\p{Ll}’'-]+(?:\p{Lu}\p{Ll}+)?|\p{Lu}\.?|de|del|della|di|da|dos|van|von|der|den|la|le|bin|al|el)$/u.test(word));
}

/** A single capitalised word that a sentence treats as a person: `why is Glyceria so impulsive`, `Mourik began writing`. */
function isSpokenOf(before: string, after: string): boolean {
  return personAfter.test(after) || personBefore.test(before);
}

/** Names in words without capitals, as recognisers write them: after an introduction, as far as they go on. */
function spokenNames(text: string, lower: string): Entity[] {
  const isUncased = text === lower;
  const starts = new Map<number, number>();
  if (isUncased || /\b(?:this is|i'm|i am|thanks|thank you|hi|hello)\b/.test(lower)) {
    for (const { index, 0: word } of lower.matchAll(/(?<![\p{L}\p{N}])\p{L}[\p{L}’'-]+/gu)) {
      if (isListedName(word) && (isUncased || introduced.test(wordsBefore(lower, index)))) starts.set(index, endOfListedName(lower, index));
    }
  }
  for (const { index, 0: phrase } of lower.matchAll(introducedSurely)) starts.set(index + phrase.length, endOfName(lower, index + phrase.length));
  return Array.from(starts)
    .filter(([start, end]) => end > start && !/\p{Lu}/u.test(text[start] ?? ''))
    .map(([start, end]) => ({ type: 'PERSON', start, end }));
}

/** At most three words that are no everyday words; a given name may be one. */
function endOfName(lower: string, start: number): number {
  let end = start;
  const rest = lower.slice(start, start + 60).split(/(?<= )/u);
  for (const [index, piece] of rest.slice(0, 3).entries()) {
    const word = piece.trimEnd().replace(/[.,!?;:]+$/, '');
    const isWord = /^\p{L}[\p{L}’'-]*\.?$/u.test(word);
    if (!isWord || (everydayWords.has(word) && !(index === 0 && givenNames.has(word)))) break;
    end = start + rest.slice(0, index).join('').length + word.length;
    if (piece.trimEnd() !== word) break;
  }
  return end;
}

function wordAt(lower: string, start: number): string {
  return /^\p{L}[\p{L}’'-]*/u.exec(lower.slice(start, start + 40))?.[0] ?? '';
}

const withoutPossessive = (word: string): string => word.replace(/['’]s$/, '');

/** Without any capital a given name of the list is a name, unless it is an everyday word, too. */
function isListedName(written: string): boolean {
  const word = withoutPossessive(written);
  return givenNames.has(foldName(word)) && !everydayNames.has(word) && !everydayWords.has(word);
}

/** The given name and a second one behind it. */
function endOfListedName(lower: string, start: number): number {
  const end = start + withoutPossessive(wordAt(lower, start)).length;
  const next = lower[end] === ' ' ? withoutPossessive(wordAt(lower, end + 1)) : '';
  return next.length > 2 && givenNames.has(foldName(next)) && !everydayWords.has(next) ? end + 1 + next.length : end;
}
