import type { Span } from '../timeline/span.ts';

/** The start and end marked with I and O; either may be missing. */
export type Marks = { readonly inMs: number | null; readonly outMs: number | null };

export const noMarks: Marks = { inMs: null, outMs: null };

/** Marks a start. An end that lies before it is dropped. */
export function markedIn(marks: Marks, ms: number): Marks {
  return { inMs: ms, outMs: marks.outMs !== null && marks.outMs > ms ? marks.outMs : null };
}

/** Marks an end. A start that lies after it is dropped. */
export function markedOut(marks: Marks, ms: number): Marks {
  return { inMs: marks.inMs !== null && marks.inMs < ms ? marks.inMs : null, outMs: ms };
}

/** What the next tag covers: start to end, or start to the moment of the press. Null when no start is marked. */
export function markedSpan({ inMs, outMs }: Marks, pressedMs: number): Span | null {
  if (inMs === null) return null;
  const endMs = outMs ?? pressedMs;
  return endMs > inMs ? { startMs: inMs, endMs } : null;
}
