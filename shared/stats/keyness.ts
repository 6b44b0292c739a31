import { normalUpper } from './normal.ts';

/** How often each word occurs. */
export type WordCounts = ReadonlyMap<string, number>;

/** `logOdds` > 0: the word belongs to the first side. `z` = log-odds over its standard error. */
export type KeyWord = { readonly word: string; readonly first: number; readonly second: number; readonly logOdds: number; readonly z: number; readonly p: number };

export type KeynessTask = {
  readonly first: WordCounts; readonly second: WordCounts;
  /** Words of the whole collection: what is common anyway is drawn towards no difference. */
  readonly background: WordCounts;
  /** How many words the background is worth as a prior. */
  readonly priorWords?: number;
};

function total(counts: WordCounts): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/**
 * Words that set two collections apart, strongest for the first side on top: log-odds ratio with an informative Dirichlet prior from
 * the background. Words that the background does not know are left out. Source: Monroe, Colaresi & Quinn 2008, Fightin' Words.
 */
export function keyness({ first, second, background, priorWords = 1000 }: KeynessTask): KeyWord[] {
  const scale = priorWords / Math.max(1, total(background));
  const n1 = total(first);
  const n2 = total(second);
  const words = new Set([...first.keys(), ...second.keys()]);
  const found: KeyWord[] = [];
  for (const word of words) {
    const prior = (background.get(word) ?? 0) * scale;
    if (prior === 0) continue;
    const y1 = first.get(word) ?? 0;
    const y2 = second.get(word) ?? 0;
    const odds = (y: number, n: number) => Math.log((y + prior) / Math.max(n + priorWords - y - prior, Number.MIN_VALUE));
    const logOdds = odds(y1, n1) - odds(y2, n2);
    const z = logOdds / Math.sqrt(1 / (y1 + prior) + 1 / (y2 + prior));
    found.push({ word, first: y1, second: y2, logOdds, z, p: Math.min(1, 2 * normalUpper(Math.abs(z))) });
  }
  return found.sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1));
}
