import type { Code } from '#shared/model/code.ts';

/** What the palette offers for what was typed. `apply` is set as soon as the letters can mean only one code. */
export type PaletteMatch = { readonly apply: Code | null; readonly offers: readonly Code[] };

/** Keys longer than this never apply by themselves: they are read, not typed. */
const SHORT_KEY = 2;

/**
 * Matches what was typed after T. Letters are a code's key first and apply when unique; a leading space means words
 * from the start, so that a word whose first letters are a key can be searched. A digit is the quick tag of that digit.
 * Enter takes the first offer.
 */
export function paletteMatch(codes: readonly Code[], typed: string): PaletteMatch {
  const isWords = typed.startsWith(' ');
  const wanted = folded(typed.trim());
  if (wanted === '') return { apply: null, offers: byUse(codes) };
  const quick = /^[1-9]$/u.test(wanted) ? codes.find((code) => code.quickSlot === Number(wanted)) : undefined;
  if (quick) return { apply: quick, offers: [quick] };
  const offers = codes
    .map((code) => ({ code, rank: rankOf(code, wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || b.code.uses - a.code.uses || a.code.name.localeCompare(b.code.name))
    .map(({ code }) => code);
  return { apply: isWords ? null : uniqueKey(codes, wanted), offers };
}

function uniqueKey(codes: readonly Code[], wanted: string): Code | null {
  const started = codes.filter((code) => folded(code.key).startsWith(wanted));
  const only = started.length === 1 ? started[0] : undefined;
  return only && (only.key.length <= SHORT_KEY || folded(only.key) === wanted) ? only : null;
}

/** 0 the key itself, 1 its beginning, 2 the beginning of the name, 3 of a later word, 4 anywhere in the name, 5 in the definition. */
function rankOf(code: Code, wanted: string): number {
  const key = folded(code.key);
  const name = folded(code.name);
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  if (name.startsWith(wanted)) return 2;
  const words = wanted.split(/\s+/u);
  if (words.every((word) => name.split(/\s+/u).some((part) => part.startsWith(word)))) return 3;
  if (name.includes(wanted)) return 4;
  return folded(code.definition).includes(wanted) ? 5 : Infinity;
}

function byUse(codes: readonly Code[]): Code[] {
  return codes.toSorted((a, b) => b.uses - a.uses || a.name.localeCompare(b.name));
}

/** Case and accents do not matter: `E` finds `é`. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Mn}/gu, '').toLowerCase();
}
