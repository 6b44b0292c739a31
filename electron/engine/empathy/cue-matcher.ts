import type { CueCandidate, CuePhrase } from '#shared/model/empathy.ts';
import { phraseIndex } from './phrase-index.ts';

type Found = { kind: CuePhrase['kind']; start: number; end: number };

/** What may stand between two words, and a word that may stand in a gap. */
const between = "[^\\p{L}\\p{N}]+";
const anyWord = "[\\p{L}\\p{N}']+";

const escaped = (text: string) => text.replaceAll('.', '\\.');

function wordPattern(word: string): string {
  const ways = word.split('/').filter((way) => way !== '').map((way) => way.split('*').map(escaped).join("[\\p{L}']*"));
  return ways.length === 1 ? ways[0] ?? '' : `(?:${ways.join('|')})`;
}

/** `word*` is any ending, `one/other` either, `...` up to four words between. Each found only as whole words. */
function patternOf(phrase: string): RegExp {
  let source = '';
  let isGap = false;
  for (const word of straight(phrase).trim().split(/\s+/u)) {
    if (/^\.{2,}$/u.test(word)) {
      isGap = true;
      continue;
    }
    if (source !== '') source += isGap ? `(?:${between}${anyWord}){0,4}?${between}` : between;
    source += wordPattern(word);
    isGap = false;
  }
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');
}

/** Typographic apostrophes as typed ones; every offset stays. */
function straight(text: string): string {
  return text.replaceAll('’', "'");
}

/** The first place in a customer's words where the list offers a cue; null where it offers none. */
export type CueMatcher = (text: string) => Omit<CueCandidate, 'turnSeq'> | null;

/** A list made ready for many turns. What a phrase of the kind `not` covers, wholly or in part, is not offered. */
export function cueMatcher(phrases: readonly CuePhrase[]): CueMatcher {
  const standing = phraseIndex(phrases.map(({ phrase }) => straight(phrase)));
  const patterns = new Map<number, RegExp>();
  const placesOf = (plain: string, at: number): Found[] => {
    const cue = phrases[at];
    if (cue === undefined) return [];
    const pattern = patterns.get(at) ?? patternOf(cue.phrase);
    patterns.set(at, pattern);
    return [...plain.matchAll(pattern)].map(({ 0: words, index }): Found => ({ kind: cue.kind, start: index, end: index + words.length }));
  };
  return (text) => {
    const plain = straight(text);
    const found = [...standing(plain)].toSorted((a, b) => a - b).flatMap((at) => placesOf(plain, at));
    const taken = found.filter(({ kind }) => kind === 'not');
    const offered = found
      .filter((each) => each.kind !== 'not' && !taken.some(({ start, end }) => start < each.end && each.start < end))
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
    const [first] = offered;
    return first === undefined || first.kind === 'not' ? null : { kind: first.kind, start: first.start, end: first.end };
  };
}
