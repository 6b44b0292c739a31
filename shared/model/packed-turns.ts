import { z } from 'zod';
import type { Role, Turn } from './interaction.ts';

/**
 * The turns of one interaction as one text, made by SQLite itself: JSON of columns, `[[seq...], [speaker...], [role...],
 * [startMs...], [endMs...], [text...], [words...], [original...], [redacted...]]`, the last two null where a turn has none, the
 * words of a turn as JSON of their own. A call of 3,000 turns would otherwise be checked, copied and written value by value on
 * its way to the page, which takes longer than all the rest of opening it.
 */
export const PackedTurns = z.string();
export type PackedTurns = z.infer<typeof PackedTurns>;

type Columns = [
  seq: number[], speaker: string[], role: Role[], startMs: (number | null)[], endMs: (number | null)[], text: string[],
  words: (string | null)[], original: (string | null)[], redacted?: (string | null)[],
];

/** The turns in order. @throws SyntaxError when the text is not what `packTurns` or the store's query wrote */
export function unpackTurns(packed: PackedTurns): Turn[] {
  const [seqs, speakers, roles, starts, ends, texts, wordsOf, originals, redacted = []] = JSON.parse(packed) as Columns;
  return seqs.map((seq, at) => {
    const words = wordsOf[at] ?? null;
    const original = originals[at] ?? null;
    const covered = redacted[at] ?? null;
    return {
      seq, speaker: speakers[at] ?? '', role: roles[at] ?? 'unknown', startMs: starts[at] ?? null, endMs: ends[at] ?? null, text: texts[at] ?? '',
      words: words === null ? null : JSON.parse(words) as Turn['words'],
      ...(original === null ? {} : { original }), ...(covered === null ? {} : { redacted: covered }),
    };
  });
}

/** The same turns as one text. */
export function packTurns(turns: readonly Turn[]): PackedTurns {
  const columns: Columns = [
    turns.map(({ seq }) => seq), turns.map(({ speaker }) => speaker), turns.map(({ role }) => role),
    turns.map(({ startMs }) => startMs), turns.map(({ endMs }) => endMs), turns.map(({ text }) => text),
    turns.map(({ words }) => (words === null ? null : JSON.stringify(words))),
    turns.map(({ original }) => original ?? null), turns.map(({ redacted }) => redacted ?? null),
  ];
  return JSON.stringify(columns);
}
