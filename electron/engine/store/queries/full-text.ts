/** A search as a person types it, taken apart. */
export type SearchWords = {
  /** The same as an FTS4 expression; null when nothing is left to search for. */
  match: string | null;
  role: string | null;
  /** Plain lower-case terms and phrases, for marking hits. */
  terms: string[];
};

const roles = new Set(['agent', 'customer', 'bot', 'ivr', 'system', 'unknown']);

/**
 * Reads `words "a phrase" role:customer prefix*`. All terms must be in one turn. Every term is quoted for FTS4, so no
 * character that a person types can be an operator.
 */
export function parseSearch(words: string): SearchWords {
  const terms: string[] = [];
  const quoted: string[] = [];
  let role: string | null = null;
  for (const [, phrase, bare] of words.normalize('NFC').matchAll(/"([^"]*)"?|(\S+)/g)) {
    const asRole = bare === undefined ? null : /^role:(\w+)$/i.exec(bare)?.[1]?.toLowerCase();
    if (asRole !== undefined && asRole !== null && roles.has(asRole)) {
      role = asRole;
      continue;
    }
    const isPrefix = bare !== undefined && bare.length > 2 && bare.endsWith('*');
    const clean = (phrase ?? bare ?? '').replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim().toLowerCase();
    if (clean === '') continue;
    terms.push(clean);
    quoted.push(`"${clean}${isPrefix ? '*' : ''}"`);
  }
  return { match: quoted.length === 0 ? null : quoted.join(' '), role, terms };
}

/** A stretch of a turn around the first hit, cut into marked and unmarked pieces. */
export function snippetOf(text: string, terms: readonly string[]): { text: string; isHit: boolean }[] {
  const pattern = hitPattern(terms);
  const first = pattern === null ? -1 : text.search(pattern);
  const from = Math.max(0, first - 60);
  const to = Math.min(text.length, Math.max(first, 0) + 140);
  const cut = `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  if (pattern === null) return [{ text: cut, isHit: false }];
  const pieces: { text: string; isHit: boolean }[] = [];
  let at = 0;
  for (const match of cut.matchAll(new RegExp(pattern.source, 'giu'))) {
    if (match.index > at) pieces.push({ text: cut.slice(at, match.index), isHit: false });
    pieces.push({ text: match[0], isHit: true });
    at = match.index + match[0].length;
  }
  if (at < cut.length) pieces.push({ text: cut.slice(at), isHit: false });
  return pieces;
}

/** Whether a text holds every term. */
export function matchesAll(text: string, terms: readonly string[]): boolean {
  return terms.every((term) => hitPattern([term])?.test(text) ?? true);
}

function hitPattern(terms: readonly string[]): RegExp | null {
  const parts = terms.map((term) => term.split(' ').join('[^\\p{L}\\p{N}]+'));
  return parts.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})`, 'iu');
}
