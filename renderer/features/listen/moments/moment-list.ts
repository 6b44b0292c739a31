import type { Turn } from '#shared/model/interaction.ts';
import type { Note, Quote, Tag } from '#shared/model/moment.ts';

/** One row of the Moments list, and one mark on the lane: a tag or a starred quote. */
export type Moment =
  | { readonly kind: 'tag'; readonly id: string; readonly startMs: number | null; readonly turnSeq: number | null; readonly tag: Tag }
  | { readonly kind: 'quote'; readonly id: string; readonly startMs: number | null; readonly turnSeq: number; readonly quote: Quote; readonly words: string };

type Marked = { readonly turns: readonly Turn[]; readonly tags: readonly Tag[]; readonly quotes: readonly Quote[] };

/** Tags and quotes in the order in which they are heard; those without a time by their turn. */
export function momentList({ turns, tags, quotes }: Marked): Moment[] {
  const bySeq = new Map(turns.map((turn) => [turn.seq, turn]));
  const moments: Moment[] = [
    ...tags.map((tag): Moment => ({
      kind: 'tag', id: tag.id, turnSeq: tag.turnSeq, tag,
      startMs: tag.startMs ?? (tag.turnSeq === null ? null : bySeq.get(tag.turnSeq)?.startMs ?? null),
    })),
    ...quotes.map((quote): Moment => {
      const turn = bySeq.get(quote.turnSeq);
      return { kind: 'quote', id: quote.id, turnSeq: quote.turnSeq, quote, startMs: turn?.startMs ?? null, words: quotedWords(turn, quote) };
    }),
  ];
  return moments.sort(inOrder);
}

/** Notes in the order of their moments; notes on the whole interaction first. */
export function notesInOrder(notes: readonly Note[]): Note[] {
  return notes.toSorted((a, b) => (a.atMs ?? -1) - (b.atMs ?? -1) || (a.turnSeq ?? -1) - (b.turnSeq ?? -1) || a.createdAt.localeCompare(b.createdAt));
}

/** The moment after (or before) a time; null when there is none. */
export function momentStep(moments: readonly Moment[], ms: number, by: 1 | -1): Moment | null {
  const starts = (moment: Moment): number => moment.startMs ?? Number.NaN;
  return (by === 1
    ? moments.find((moment) => starts(moment) > ms + 1)
    : moments.findLast((moment) => starts(moment) < ms - 1000)) ?? null;
}

function quotedWords(turn: Turn | undefined, { charStart, charEnd }: Quote): string {
  return turn?.text.slice(charStart ?? 0, charEnd ?? turn.text.length) ?? '';
}

function inOrder(a: Moment, b: Moment): number {
  const byTime = (a.startMs ?? Infinity) - (b.startMs ?? Infinity);
  return (Number.isNaN(byTime) ? 0 : byTime) || (a.turnSeq ?? Infinity) - (b.turnSeq ?? Infinity) || 0;
}
