import type { Code } from '#shared/model/code.ts';
import type { Segment, Turn } from '#shared/model/interaction.ts';
import { timelineOf, type Timeline } from '#renderer/features/listen/timeline/timeline.ts';

/** A valid turn; a test states only what matters to it. */
export function aTurn(given: Partial<Turn> & Pick<Turn, 'seq'>): Turn {
  return { speaker: given.role ?? 'agent', role: 'agent', startMs: null, endMs: null, text: `Turn ${given.seq}.`, words: null, ...given };
}

/** A timeline from `[role, startMs, endMs]` per turn. */
export function aTimeline(spoken: readonly (readonly [Turn['role'], number, number | null])[], more: { segments?: Segment[]; durationMs?: number } = {}): Timeline {
  const turns = spoken.map(([role, startMs, endMs], seq) => aTurn({ seq, role, startMs, endMs }));
  return timelineOf({ turns, segments: more.segments ?? [], durationMs: more.durationMs ?? null });
}

/** A valid code; a test states only what matters to it. */
export function aCode(given: Partial<Code> & Pick<Code, 'key' | 'name'>): Code {
  return {
    id: given.key, kind: 'cause', dimension: null, parentId: null, owner: null, controllableBy: null, preventable: null,
    definition: '', examples: [], colour: 0, quickSlot: null, uses: 0, ...given,
  };
}
