import type { ParsedWord } from '#engine/importers/importer.ts';

/** A recognised word with its times, in milliseconds from the start of the call. */
export type HeardWord = { text: string; startMs: number; endMs: number };

/** Longer turns than this are not aligned: the table grows with the square, and no turn of a call is that long. */
const maxWords = 400;

/**
 * Carries word times from a recogniser's words over to the text a person wrote: words that are equal in both (longest
 * common subsequence) keep their times; a word the recogniser got wrong takes the time of the one that stands alone
 * in its place. Everything else has no time, since any would be invented.
 */
export function alignWords(text: string, heard: readonly HeardWord[]): ParsedWord[] {
  const written = [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], from: match.index, to: match.index + match[0].length }));
  if (written.length === 0 || heard.length === 0 || written.length > maxWords || heard.length > maxWords) return [];
  const pairs = pairEqualWords(written.map((word) => word.text), heard.map((word) => word.text));
  return withSingleGaps(pairs, [written.length, heard.length]).flatMap(([writtenAt, heardAt]): ParsedWord[] => {
    const [word, sound] = [written[writtenAt], heard[heardAt]];
    return word === undefined || sound === undefined || sound.startMs < 0 || sound.endMs < sound.startMs ? [] : [[sound.startMs, sound.endMs, word.from, word.to]];
  });
}

/** Longest common subsequence by the usual table, read from the front so that the earliest match wins. */
function pairEqualWords(written: readonly string[], heard: readonly string[]): [number, number][] {
  const width = heard.length + 1;
  const longest = new Uint16Array((written.length + 1) * width);
  for (let w = written.length - 1; w >= 0; w--) {
    for (let h = heard.length - 1; h >= 0; h--) {
      const diagonal = (longest[(w + 1) * width + h + 1] ?? 0) + 1;
      longest[w * width + h] = written[w] === heard[h] ? diagonal : Math.max(longest[(w + 1) * width + h] ?? 0, longest[w * width + h + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let w = 0, h = 0; w < written.length && h < heard.length; ) {
    if (written[w] === heard[h]) pairs.push([w++, h++]);
    else if ((longest[(w + 1) * width + h] ?? 0) >= (longest[w * width + h + 1] ?? 0)) w++;
    else h++;
  }
  return pairs;
}

function withSingleGaps(pairs: readonly [number, number][], end: [number, number]): [number, number][] {
  const filled: [number, number][] = [];
  let previous: [number, number] = [-1, -1];
  for (const next of [...pairs, end]) {
    const isSingle = next[0] - previous[0] === 2 && next[1] - previous[1] === 2;
    if (isSingle) filled.push([previous[0] + 1, previous[1] + 1]);
    if (next !== end) filled.push(next);
    previous = next;
  }
  return filled;
}
