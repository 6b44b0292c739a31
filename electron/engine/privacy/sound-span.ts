import type { Turn } from '#shared/model/interaction.ts';

/** How much is silenced before and after a hidden word, in ms: recognisers place words only roughly. */
const marginMs = 150;

/**
 * When a stretch of a turn's text is spoken, in ms from the start of the recording, with a margin: by the words' own
 * times where the source gave them, else by its share of the turn's letters. Null for a turn without times.
 */
export function soundSpan(turn: Turn, place: { start: number; end: number }): { startMs: number; endMs: number } | null {
  const words = (turn.words ?? []).filter(([, , charStart, charEnd]) => charStart < place.end && place.start < charEnd);
  if (words.length > 0) {
    const startMs = Math.min(...words.map(([from]) => from));
    const endMs = Math.max(...words.map(([, to]) => to));
    return widened(startMs, endMs);
  }
  if (turn.startMs === null || turn.endMs === null || turn.text.length === 0) return null;
  const perUnit = (turn.endMs - turn.startMs) / turn.text.length;
  // Without word times the guess is rough: half a second more on either side, within the turn.
  const startMs = Math.max(turn.startMs, turn.startMs + place.start * perUnit - 500);
  const endMs = Math.min(turn.endMs, turn.startMs + place.end * perUnit + 500);
  return widened(startMs, endMs);
}

function widened(startMs: number, endMs: number): { startMs: number; endMs: number } {
  return { startMs: Math.max(0, Math.floor(startMs - marginMs)), endMs: Math.ceil(endMs + marginMs) };
}
