import type { CueCandidate, Opportunity } from '#shared/model/empathy.ts';
import type { Turn } from '#shared/model/interaction.ts';

/** A customer's turn that the list offers as a cue, or that somebody judged, or both. */
export type Cue = {
  readonly turn: Turn;
  /** The words by which it is offered, and their kind; null where the list does not offer it. */
  readonly offer: { readonly kind: CueCandidate['kind']; readonly words: string } | null;
  readonly judgements: readonly Opportunity[];
};

/** Cues in the order of their turns. */
export function cuesOf(turns: readonly Turn[], { candidates, opportunities }: { candidates: readonly CueCandidate[]; opportunities: readonly Opportunity[] }): Cue[] {
  const offers = new Map(candidates.map((candidate) => [candidate.turnSeq, candidate]));
  return turns.flatMap((turn): Cue[] => {
    const offer = offers.get(turn.seq);
    const judgements = opportunities.filter(({ turnSeq }) => turnSeq === turn.seq);
    if (offer === undefined && judgements.length === 0) return [];
    return [{ turn, offer: offer === undefined ? null : { kind: offer.kind, words: turn.text.slice(offer.start, offer.end) }, judgements }];
  });
}

/** The customer's turn that a place in the interaction stands for: that turn, or the last one of the customer before it. */
export function customerTurnAt(turns: readonly Turn[], seq: number): Turn | null {
  return turns.findLast((turn) => turn.seq <= seq && turn.role === 'customer') ?? null;
}

/** The next cue after a turn that nobody has judged; from the end, the first of all. */
export function nextOpenCue(cues: readonly Cue[], afterSeq: number): Cue | null {
  const open = cues.filter(({ judgements }) => judgements.length === 0);
  return open.find(({ turn }) => turn.seq > afterSeq) ?? open[0] ?? null;
}
