import { describe, expect, it } from 'vitest';
import { linesOf, phrasesOf } from '#renderer/features/coaching/cue-lines.ts';
import { cuesOf, customerTurnAt, nextOpenCue } from '#renderer/features/listen/empathy/cues.ts';
import { shippedCues } from '#engine/empathy/shipped-cues.ts';
import type { Turn } from '#shared/model/interaction.ts';

describe('a list of phrases as text', () => {
  it('comes back as it was written', () => {
    expect(phrasesOf(linesOf(shippedCues))).toEqual({ phrases: [...shippedCues], wrongLines: [] });
  });

  it('names lines that are no phrase, and keeps a phrase once', () => {
    expect(phrasesOf('worry: sleep*\n\ngloom: rain\nno colon\nWORRY: Sleep*\nloss: ...')).toEqual({ phrases: [{ kind: 'worry', phrase: 'Sleep*' }], wrongLines: [3, 4, 6] });
  });
});

describe('cues of one interaction', () => {
  const turn = (seq: number, role: Turn['role'], text: string): Turn => ({ seq, role, text, speaker: role, startMs: null, endMs: null, words: null });
  const turns = [turn(0, 'agent', 'Hello.'), turn(1, 'customer', 'I worry.'), turn(2, 'agent', 'I see.'), turn(3, 'customer', 'She died.')];
  const cues = cuesOf(turns, {
    candidates: [{ turnSeq: 1, kind: 'worry', start: 2, end: 7 }, { turnSeq: 3, kind: 'loss', start: 4, end: 8 }],
    opportunities: [{ id: 'o', interactionId: 'i', turnSeq: 1, outcome: 'taken', softened: null, note: null, responseDelayMs: null, createdAt: '', createdBy: '' }],
  });

  it('hold the words that offer them and how they were judged', () => {
    expect(cues.map(({ offer, judgements }) => [offer?.words, judgements.length])).toEqual([['worry', 1], ['died', 0]]);
  });

  it('are judged at the customer’s turn, or the one before the agent’s', () => {
    expect([0, 1, 2, 3].map((seq) => customerTurnAt(turns, seq)?.seq ?? null)).toEqual([null, 1, 1, 3]);
  });

  it('lead to the next that nobody judged, and round again', () => {
    expect(nextOpenCue(cues, 0)?.turn.seq).toBe(3);
    expect(nextOpenCue(cues, 3)?.turn.seq).toBe(3);
    expect(nextOpenCue(cues.slice(0, 1), 0)).toBeNull();
  });
});
