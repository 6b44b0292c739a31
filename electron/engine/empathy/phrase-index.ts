/** How a word of a phrase begins: a run of letters and digits that stands in the text whole, or with more behind it. */
type Beginning = { readonly run: string; readonly isOpen: boolean };

/** Finds, for the words of a text, which of many phrases can stand in it at all; it may name too many, never too few. */
export type PhraseIndex = (text: string) => Iterable<number>;

/** Only these letters beyond ASCII are the same as an ASCII letter when case is not looked at: the Kelvin sign and the long s. */
const folded = (text: string): string => text.replaceAll('\u212A', 'k').replaceAll('\u017F', 's').toLowerCase();

/** How each of the ways of a word begins; null where that cannot be said by plain letters. */
function beginningsOf(word: string): Beginning[] | null {
  const ways = word.split('/').filter((way) => way !== '');
  const found = ways.flatMap((way): Beginning[] => {
    const [, run, star] = /^[^\p{L}\p{N}*]*([a-z0-9]+)(?![\p{L}\p{N}])(\*?)/u.exec(way) ?? [];
    return run === undefined ? [] : [{ run, isOpen: star === '*' }];
  });
  return found.length === ways.length && found.length > 0 ? found : null;
}

const shortest = (beginnings: readonly Beginning[]): number => Math.min(...beginnings.map(({ run }) => run.length));

/** The word that is most seldom met, judged by its length. */
function tellingWord(phrase: string): Beginning[] | null {
  const words = folded(phrase).trim().split(/\s+/u).flatMap((word) => {
    const beginnings = beginningsOf(word);
    return beginnings === null ? [] : [beginnings];
  });
  return words.toSorted((a, b) => shortest(b) - shortest(a))[0] ?? null;
}

function note(index: Map<string, number[]>, run: string, at: number): void {
  const phrases = index.get(run);
  if (phrases) phrases.push(at);
  else index.set(run, [at]);
}

/**
 * Makes phrases ready to be looked for in many texts by one of their words. Without it every phrase is tried on every
 * turn, which for a call of 3,000 turns took a third of a second.
 */
export function phraseIndex(phrases: readonly string[]): PhraseIndex {
  const [always, whole, open] = [[] as number[], new Map<string, number[]>(), new Map<string, number[]>()];
  for (const [at, phrase] of phrases.entries()) {
    const beginnings = tellingWord(phrase);
    if (beginnings === null) always.push(at);
    for (const { run, isOpen } of beginnings ?? []) note(isOpen ? open : whole, run, at);
  }
  const openLengths = [...new Set([...open.keys()].map(({ length }) => length))].toSorted((a, b) => a - b);
  return (text) => {
    const found = new Set(always);
    // Each word once: a long turn of one word may not cost the list as often.
    for (const word of new Set(folded(text).match(/[\p{L}\p{N}]+/gu))) {
      for (const at of whole.get(word) ?? []) found.add(at);
      for (const length of openLengths) {
        if (length > word.length) break;
        for (const at of open.get(word.slice(0, length)) ?? []) found.add(at);
      }
    }
    return found;
  };
}
