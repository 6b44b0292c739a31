import type { Turn } from '#shared/model/interaction.ts';
import type { Note, Quote, Tag } from '#shared/model/moment.ts';

/** A tag as the screen shows it: on disk, or on its way there. */
export type ShownTag = Tag & { readonly isPending?: boolean };

/** One row of the Moments list, and one mark on the lane: a tag or a starred quote. */
export type Moment =
  | { readonly kind: 'tag'; readonly id: string; readonly startMs: number | null; readonly turnSeq: number | null; readonly tag: ShownTag }
  | { readonly kind: 'quote'; readonly id: string; readonly startMs: number | null; readonly turnSeq: number; readonly quote: Quote; readonly words: string };

type Marked = { readonly turns: readonly Turn[]; readonly tags: readonly ShownTag[]; readonly quotes: readonly Quote[] };

/** Tags and quotes in the order in which they are heard; those without a time by their turn. */
export function momentList({ turns, tags, quotes }: Marked): Moment[] {
  const turnOf = (seq: number | null): Turn | undefined => turns.find((turn) => turn.seq === seq);
  const moments: Moment[] = [
    ...tags.map((tag) => (tag.startMs === null ? tagMoment(tag, turnOf(tag.turnSeq)?.startMs ?? null) : timedMoment(tag))),
    ...quotes.map((quote): Moment => {
      const turn = turnOf(quote.turnSeq);
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

/** One moment per tag, so that a list of 2,000 rows renders only the row that changed. */
const timedMoments = new WeakMap<ShownTag, Moment>();

function timedMoment(tag: ShownTag): Moment {
  const known = timedMoments.get(tag);
  if (known) return known;
  const made = tagMoment(tag, tag.startMs);
  timedMoments.set(tag, made);
  return made;
}

function tagMoment(tag: ShownTag, startMs: number | null): Moment {
  return { kind: 'tag', id: tag.id, turnSeq: tag.turnSeq, tag, startMs };
}

function quotedWords(turn: Turn | undefined, { charStart, charEnd }: Quote): string {
  return turn?.text.slice(charStart ?? 0, charEnd ?? turn.text.length) ?? '';
}

function inOrder(a: Moment, b: Moment): number {
  const [aMs, bMs] = [a.startMs ?? Infinity, b.startMs ?? Infinity];
  if (aMs !== bMs) return aMs - bMs;
  return (a.turnSeq ?? Number.MAX_SAFE_INTEGER) - (b.turnSeq ?? Number.MAX_SAFE_INTEGER);
}
