import type { ClipSound } from '#renderer/clips/clip-player.ts';
import type { Clip } from '#shared/model/coaching.ts';

type Part = { turns: Clip['turns']; sound: ClipSound };

/** A clip in two: up to what the customer said, and what the agent then did. Where the agent never answers, the second part is empty. */
export function cueAndAnswer(clip: Clip): { cue: Part; answer: Part } {
  const customer = clip.turns.findIndex(({ role }) => role === 'customer');
  const found = clip.turns.findIndex(({ role }, at) => at > customer && role === 'agent');
  const cut = found < 0 ? clip.turns.length : found;
  const cutMs = clip.turns[cut]?.startMs ?? clip.endMs;
  const sound = (part: string, startMs: number | null, endMs: number | null): ClipSound => ({ id: `${clip.id} ${part}`, mediaId: clip.mediaId, startMs, endMs, muted: clip.muted });
  return {
    cue: { turns: clip.turns.slice(0, cut), sound: sound('cue', clip.startMs, cutMs) },
    answer: { turns: clip.turns.slice(cut), sound: sound('answer', cutMs, clip.endMs) },
  };
}
