import type { ParsedWord } from '#engine/importers/importer.ts';

/** One recognised word. `joins`: written without a blank in front of it (punctuation). Punctuation may have no times. */
export type TimedToken = { text: string; startMs?: number | undefined; endMs?: number | undefined; joins?: boolean | undefined };

/** How far a word may stand behind the one before it before the search for it is given up (a vendor may have formatted it away). */
const searchUnits = 120;

/** Text made of tokens, with the span of every token that has times. */
export function joinTokens(tokens: readonly TimedToken[]): { text: string; words: ParsedWord[] } {
  const words: ParsedWord[] = [];
  let text = '';
  for (const token of tokens) {
    const spoken = token.text.trim();
    if (spoken === '') continue;
    if (text !== '' && token.joins !== true) text += ' ';
    addWord(words, token, [text.length, text.length + spoken.length]);
    text += spoken;
  }
  return { text, words };
}

/** Finds each token in a text that the vendor wrote itself (punctuated, redacted, formatted). Tokens that are not there get no span. */
export function locateTokens(text: string, tokens: readonly TimedToken[]): ParsedWord[] {
  const words: ParsedWord[] = [];
  let cursor = 0;
  for (const token of tokens) {
    const spoken = token.text.trim();
    if (spoken === '') continue;
    const at = text.slice(cursor, cursor + searchUnits + spoken.length).indexOf(spoken);
    if (at < 0) continue;
    const start = cursor + at;
    cursor = start + spoken.length;
    addWord(words, token, [start, cursor]);
  }
  return words;
}

/** First start and last end of some tokens. */
export function tokenTimes(tokens: readonly TimedToken[]): { startMs: number | undefined; endMs: number | undefined } {
  const timed = tokens.filter((token) => token.startMs !== undefined);
  return { startMs: timed[0]?.startMs, endMs: timed.at(-1)?.endMs };
}

function addWord(words: ParsedWord[], { startMs, endMs }: TimedToken, [from, to]: [number, number]): void {
  if (startMs === undefined || endMs === undefined || !(startMs >= 0) || !(endMs >= startMs) || !Number.isFinite(endMs)) return;
  words.push([Math.round(startMs), Math.round(endMs), from, to]);
}
