import type { Turn } from '#shared/model/interaction.ts';
import { turnKey } from '../transcript/transcript-rows.ts';
import type { ListenSession } from './listen-session.ts';
import { TEXT_COLUMN, useListening } from './listening.ts';

/** Goes to a turn: the playhead when there is sound, and the cursor of the transcript. Reading takes focus along. */
export function goToTurn(session: ListenSession, turn: Turn): void {
  const row = session.rowIndex.get(turnKey(turn.seq));
  if (session.player.hasSound && turn.startMs !== null) {
    session.player.seek(turn.startMs);
    useListening.getState().follow(true);
  } else if (row !== undefined) {
    useListening.getState().focusCursor({ row, column: TEXT_COLUMN });
  }
}

/** Goes to a moment by its time, or by its turn where times are missing or there is no sound. */
export function goToMoment(session: ListenSession, moment: { readonly startMs: number | null; readonly turnSeq: number | null }): void {
  const turn = session.whole.turns.find(({ seq }) => seq === moment.turnSeq);
  if (session.player.hasSound && moment.startMs !== null) {
    session.player.seek(moment.startMs);
    useListening.getState().follow(true);
  } else if (turn) {
    goToTurn(session, turn);
  } else if (moment.startMs !== null) {
    goToTime(session, moment.startMs);
  }
}

/** Goes to the row at a time, where there is no sound to seek. */
function goToTime(session: ListenSession, ms: number): void {
  const row = session.rows.findLastIndex(({ startMs }) => startMs !== null && startMs <= ms);
  if (row >= 0) useListening.getState().focusCursor({ row, column: TEXT_COLUMN });
}
