import type { Entity } from './entity.ts';
import { everydayWords } from './everyday-words.ts';
import { everydayNames, foldName } from './given-names.ts';

/** The people that a project knows by name. */
export interface Roster {
  find(text: string): Entity[];
}

const escape = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const maxNames = 20_000;

/**
 * Finds known people: the whole name in any case; a part of it (three letters or more) with a capital, or in any case
 * where it is no everyday word.
 */
export function rosterOf(names: readonly string[]): Roster {
  const whole = new Set<string>();
  const parts = new Map<string, boolean>();
  for (const name of names.slice(0, maxNames)) {
    const words = name.trim().split(/\s+/).filter((word) => word !== '');
    if (words.length > 1) whole.add(words.join(' ').toLowerCase());
    for (const word of words) if (word.length >= 3) parts.set(word.toLowerCase(), everydayWords.has(word.toLowerCase()) || everydayNames.has(foldName(word)));
  }
  const firstWords = new Set([...whole].map((name) => name.split(' ')[0] ?? ''));
  const longest = Math.max(1, ...[...whole].map((name) => name.split(' ').length));
  return { find: (text) => (parts.size === 0 ? [] : findKnown(text, { whole, parts, firstWords, longest })) };
}

type Known = { whole: ReadonlySet<string>; parts: ReadonlyMap<string, boolean>; firstWords: ReadonlySet<string>; longest: number };

/** Walks over the words once, so that the time does not grow with the number of people known. */
function findKnown(text: string, known: Known): Entity[] {
  const words = Array.from(text.matchAll(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu), (match) => ({ word: match[0], start: match.index, end: match.index + match[0].length }));
  const found: Entity[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = wholeNameAt(words, at, known);
    const first = words[at];
    const last = words[at + Math.max(1, length) - 1];
    if (first === undefined || last === undefined) continue;
    if (length > 0) found.push({ type: 'PERSON', start: first.start, end: last.end - possessive(last.word) });
    else if (isPart(first.word, known)) found.push({ type: 'PERSON', start: first.start, end: first.end - possessive(first.word) });
    if (length > 1) at += length - 1;
  }
  return found;
}

function possessive(word: string): number {
  return /[’']s$/i.test(word) ? 2 : 0;
}

const bare = (word: string): string => word.slice(0, word.length - possessive(word)).toLowerCase();

function wholeNameAt(words: readonly { word: string }[], at: number, { whole, firstWords, longest }: Known): number {
  if (!firstWords.has(words[at]?.word.toLowerCase() ?? '')) return 0;
  for (let length = longest; length > 1; length -= 1) {
    const phrase = words.slice(at, at + length).map(({ word }, index) => (index === length - 1 ? bare(word) : word.toLowerCase())).join(' ');
    if (whole.has(phrase)) return length;
  }
  return 0;
}

function isPart(word: string, { parts }: Known): boolean {
  const isEveryday = parts.get(bare(word));
  return isEveryday !== undefined && (!isEveryday || /^\p{Lu}/u.test(word));
}

/** Every place where the words that a person marked occur, as whole words in any case. */
export function occurrencesOf(text: string, words: string): { start: number; end: number }[] {
  const wanted = words.trim();
  if (wanted === '') return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${wanted.split(/\s+/).map(escape).join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
  return Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));
}
