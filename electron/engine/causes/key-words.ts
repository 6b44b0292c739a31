import { keyness, type WordCounts } from '#shared/stats/keyness.ts';
import { drawWithoutReplacement, mulberry32 } from '#shared/stats/prng.ts';
import type { Database } from '#engine/store/database.ts';
import { rosterNames } from '#engine/store/queries/briefing-evidence.ts';
import { customerWords } from '#engine/store/queries/cause-words.ts';

/** So many interactions are read for the words, here and elsewhere; of more a fixed sample. */
const most = { here: 250, elsewhere: 500 };
const seed = 20_080_101;
/** A word that stands out by chance in one of a hundred comparisons is none (z of p = .01, two-sided). */
const leastZ = 2.576;
const fewest = 3;

export type KeyWords = { words: { word: string; here: number; elsewhere: number; z: number }[]; from: { here: number; elsewhere: number } };

/** So many of a list, drawn without replacement by a fixed seed; all of a shorter one. */
export function drawn<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  const chosen = new Set(drawWithoutReplacement(mulberry32(seed), list.length, count));
  return list.filter((_, at) => chosen.has(at));
}

function counted(texts: readonly { text: string }[], isHidden: (word: string) => boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of texts) {
    // A word counts once an interaction: a customer who says it ten times is one customer.
    for (const word of new Set(text.toLowerCase().match(/\p{L}[\p{L}'’-]+/gu) ?? [])) if (!isHidden(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function together(a: WordCounts, b: WordCounts): WordCounts {
  const all = new Map(a);
  for (const [word, count] of b) all.set(word, (all.get(word) ?? 0) + count);
  return all;
}

/**
 * Words that customers say more often in these interactions than in the others: log-odds with an informative prior
 * (Monroe, Colaresi & Quinn 2008), by interactions that hold them. Names of people are never key words.
 */
export function keyWords(db: Database, hereIds: readonly string[], elsewhereIds: readonly string[]): KeyWords {
  const names = new Set(rosterNames(db).flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)).filter((part) => part.length > 1));
  const [here, elsewhere] = [customerWords(db, drawn(hereIds, most.here)), customerWords(db, drawn(elsewhereIds, most.elsewhere))];
  const isHidden = (word: string) => word.length < 3 || names.has(word);
  const [first, second] = [counted(here, isHidden), counted(elsewhere, isHidden)];
  const words = keyness({ first, second, background: together(first, second), priorWords: 200 })
    .filter((word) => word.z >= leastZ && word.first >= fewest).slice(0, 12)
    .map(({ word, first: x, second: y, z }) => ({ word, here: x, elsewhere: y, z }));
  return { words, from: { here: here.length, elsewhere: elsewhere.length } };
}
