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

/** Milliseconds that looking may still cost. Once they are gone the list is stopped, and offers nothing more. */
export type CueBudget = { leftMs: number };

/** What one question may cost: the shipped list needs a hundredth of it for the longest calls. */
export const newCueBudget = (): CueBudget => ({ leftMs: 150 });

/** The first place in a customer's words where the list offers a cue; null where it offers none, and where it was stopped. */
export type CueMatcher = {
  (text: string, budget?: CueBudget): Omit<CueCandidate, 'turnSeq'> | null;
  /** Makes what this text needs of the list ready, a phrase a step: the first time that takes longer than looking. */
  readySteps(text: string): Generator<void>;
};

/** Nothing interrupts a pattern, so none is given more than this at once; what lies across the end is found from either side. */
const pieceUnits = 4_000;
const overlapUnits = 500;

/** Every place of a pattern in a text, until the budget is used up. */
function matchesIn(plain: string, pattern: RegExp, budget: CueBudget): { index: number; length: number }[] {
  const places: { index: number; length: number }[] = [];
  for (let from = 0; from < plain.length && budget.leftMs > 0; from += pieceUnits) {
    const startedAt = performance.now();
    // One more in front, so that a word that goes on there is not taken for one that begins.
    const before = Math.min(from, 1);
    for (const { 0: words, index } of plain.slice(from - before, from + pieceUnits + overlapUnits).matchAll(pattern)) {
      if (index >= before && index < before + pieceUnits) places.push({ index: from - before + index, length: words.length });
    }
    budget.leftMs -= performance.now() - startedAt;
  }
  return places;
}

/** A list made ready for many turns. What a phrase of the kind `not` covers, wholly or in part, is not offered. */
export function cueMatcher(phrases: readonly CuePhrase[]): CueMatcher {
  const standing = phraseIndex(phrases.map(({ phrase }) => straight(phrase)));
  const patterns = new Map<number, RegExp>();
  const patternAt = (at: number, cue: CuePhrase): RegExp => {
    const pattern = patterns.get(at) ?? patternOf(cue.phrase);
    patterns.set(at, pattern);
    return pattern;
  };
  const standingIn = (plain: string): number[] => [...standing(plain)].toSorted((a, b) => a - b);
  const placesOf = (plain: string, at: number, budget: CueBudget): Found[] => {
    const cue = phrases[at];
    if (cue === undefined || budget.leftMs <= 0) return [];
    const startedAt = performance.now();
    const pattern = patternAt(at, cue);
    budget.leftMs -= performance.now() - startedAt;
    return matchesIn(plain, pattern, budget).map(({ index, length }): Found => ({ kind: cue.kind, start: index, end: index + length }));
  };
  const match = (text: string, budget: CueBudget = newCueBudget()) => {
    if (budget.leftMs <= 0) return null;
    const plain = straight(text);
    const found = standingIn(plain).flatMap((at) => placesOf(plain, at, budget));
    // A phrase that takes back what another found may not have had its turn.
    if (budget.leftMs <= 0) return null;
    const taken = found.filter(({ kind }) => kind === 'not');
    const offered = found
      .filter((each) => each.kind !== 'not' && !taken.some(({ start, end }) => start < each.end && each.start < end))
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
    const [first] = offered;
    return first === undefined || first.kind === 'not' ? null : { kind: first.kind, start: first.start, end: first.end };
  };
  function* readySteps(text: string): Generator<void> {
    for (const at of standingIn(straight(text))) {
      const cue = phrases[at];
      if (cue === undefined || patterns.has(at)) continue;
      patternAt(at, cue);
      yield;
    }
  }
  return Object.assign(match, { readySteps });
}
