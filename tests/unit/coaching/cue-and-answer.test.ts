import { describe, expect, it } from 'vitest';
import { cueAndAnswer } from '#renderer/features/coaching/cue-and-answer.ts';
import type { Clip } from '#shared/model/coaching.ts';

const clip = (roles: readonly string[]): Clip => ({
  id: 'c', interactionId: 'i', externalId: 'I-1', startedAt: null, mediaId: 'm', startMs: 1000, endMs: 9000, turnSeq: 0, outcome: 'missed', reason: null, note: null, isOwn: false,
  turns: roles.map((role, seq) => ({ seq, role, text: `${role} ${seq}`, startMs: 1000 + seq * 2000 })), muted: [],
});

describe('an exercise', () => {
  it('stops before the answer: neither its words nor its sound are in the first part', () => {
    const { cue, answer } = cueAndAnswer(clip(['agent', 'customer', 'agent', 'customer']));
    expect(cue.turns.map(({ seq }) => seq)).toEqual([0, 1]);
    expect(answer.turns.map(({ seq }) => seq)).toEqual([2, 3]);
    expect([cue.sound.startMs, cue.sound.endMs, answer.sound.startMs, answer.sound.endMs]).toEqual([1000, 5000, 5000, 9000]);
  });

  it('has an empty second part where nobody answered', () => {
    const { cue, answer } = cueAndAnswer(clip(['customer']));
    expect(cue.turns).toHaveLength(1);
    expect(answer.turns).toEqual([]);
    expect(cue.sound.endMs).toBe(9000);
  });
});
