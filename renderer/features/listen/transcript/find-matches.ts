import type { Turn } from '#shared/model/interaction.ts';

/** A stretch of a turn's text; offsets in UTF-16 units. */
export type TextSpan = { readonly turnSeq: number; readonly charStart: number; readonly charEnd: number };

/** Every place where the words stand, in order. Case and runs of white space do not matter. Nothing for blank words. */
export function findMatches(turns: readonly Turn[], words: string): TextSpan[] {
  const pattern = words.trim().split(/\s+/u).map(escaped).join('\\s+');
  if (pattern === '') return [];
  const expression = new RegExp(pattern, 'giu');
  return turns.flatMap((turn) => Array.from(turn.text.matchAll(expression), (match) => (
    { turnSeq: turn.seq, charStart: match.index, charEnd: match.index + match[0].length })));
}

/** The match to go to from `index`, round the ends; -1 when there is none. */
export function matchStep(count: number, index: number, by: 1 | -1): number {
  return count === 0 ? -1 : (index + by + count) % count;
}

/** The first match at or after a turn, so that finding starts where one is reading; the first of all when none follows. */
export function firstMatchFrom(matches: readonly TextSpan[], turnSeq: number): number {
  if (matches.length === 0) return -1;
  return Math.max(0, matches.findIndex((match) => match.turnSeq >= turnSeq));
}

function escaped(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
