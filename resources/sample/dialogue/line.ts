/** A place in a dialogue that a listener would tag. `reach` is how many of the following turns belong to it. */
export type Mark = { code: string; outcome?: 'taken' | 'missed' | 'wrong' | 'none'; reach?: number };

/** One turn before it has a time. A hold is silence on the customer's side (music, on a recording) before the turn. */
export type Line = {
  role: 'agent' | 'customer'; text: string; marks?: readonly Mark[];
  holdBeforeMs?: number; pauseBeforeMs?: number; overlaps?: boolean;
};

/** A turn in time, milliseconds from the start. */
export type TimedLine = Line & { startMs: number; endMs: number };
