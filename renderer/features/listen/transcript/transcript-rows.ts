import type { Turn } from '#shared/model/interaction.ts';
import type { Tag } from '#shared/model/moment.ts';
import type { Silence } from '../timeline/silence.ts';

/** One row of the transcript: a turn, or a silence between turns. */
export type TranscriptRow =
  | { readonly kind: 'turn'; readonly key: string; readonly turn: Turn; readonly startMs: number | null }
  | { readonly kind: 'silence'; readonly key: string; readonly silence: Silence; readonly startMs: number };

/** Turns in their order with the silences between them. A silence stands before the first turn that starts after it began. */
export function transcriptRows(turns: readonly Turn[], silences: readonly Silence[]): TranscriptRow[] {
  const rows: TranscriptRow[] = [];
  let next = 0;
  const addSilencesBefore = (ms: number): void => {
    for (let silence = silences[next]; silence && silence.startMs < ms; silence = silences[next]) {
      rows.push({ kind: 'silence', key: `silence-${silence.startMs}`, silence, startMs: silence.startMs });
      next += 1;
    }
  };
  for (const turn of turns) {
    if (turn.startMs !== null) addSilencesBefore(turn.startMs);
    rows.push({ kind: 'turn', key: turnKey(turn.seq), turn, startMs: turn.startMs });
  }
  addSilencesBefore(Infinity);
  return rows;
}

/** The key of a turn's row. */
export function turnKey(seq: number): string {
  return `turn-${seq}`;
}

/** Marks by the key of the row that shows them: their turn, else the silence they lie in. Marks of neither are only in the lane and the list. */
export function momentsByRow<T extends Pick<Tag, 'turnSeq' | 'startMs'>>(marks: readonly T[], silences: readonly Silence[]): Map<string, T[]> {
  const byRow = new Map<string, T[]>();
  for (const mark of marks) {
    const key = rowKeyOf(mark, silences);
    if (key === null) continue;
    const row = byRow.get(key);
    if (row) row.push(mark);
    else byRow.set(key, [mark]);
  }
  return byRow;
}

function rowKeyOf({ turnSeq, startMs }: Pick<Tag, 'turnSeq' | 'startMs'>, silences: readonly Silence[]): string | null {
  if (turnSeq !== null) return turnKey(turnSeq);
  if (startMs === null) return null;
  const silence = silences.find((each) => each.startMs <= startMs && startMs < each.endMs);
  return silence ? `silence-${silence.startMs}` : null;
}
