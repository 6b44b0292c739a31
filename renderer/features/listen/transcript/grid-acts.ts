import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { cursorAfter, type GridShape } from '../layout/grid-keys.ts';
import type { Moment } from '../moments/moment-list.ts';
import { goToMoment } from '../session/go-to.ts';
import type { ListenSession } from '../session/listen-session.ts';
import { TAG_COLUMN, useListening, type Cursor } from '../session/listening.ts';

type Grid = { readonly session: ListenSession; readonly playingRow: number; readonly shape: GridShape; readonly momentsOf: (row: number) => readonly Moment[] };

/** What keys, clicks and focus do in the transcript grid. */
export function gridActs({ session, playingRow, shape, momentsOf }: Grid) {
  const { player, rows } = session;
  const isPlaying = (): boolean => player.getState().status === 'playing';
  const startOf = (row: number): number | null => rows[row]?.startMs ?? null;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.shiftKey) return;
    const { cursor, isFollowing } = useListening.getState();
    const isMod = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !isMod && cursor.column < TAG_COLUMN) {
      playFrom(cursor.row);
      return event.preventDefault();
    }
    // While it follows the sound one means the row being heard, wherever the cursor was left.
    const isVertical = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    const from = isVertical && isFollowing && player.hasSound && playingRow >= 0 ? { ...cursor, row: playingRow } : cursor;
    const next = cursorAfter({ key: event.key, isMod }, from, shape);
    if (!next) return;
    event.preventDefault();
    move(next, cursor);
  };
  /** Paused, the playhead goes along, so that a tag lands where one reads. Playing, the sound goes on and following ends. */
  const move = (next: Cursor, before: Cursor): void => {
    const ms = startOf(next.row);
    if (next.row !== before.row) {
      if (isPlaying()) useListening.getState().follow(false);
      else if (player.hasSound && ms !== null) player.seek(ms);
    }
    useListening.getState().focusCursor(next);
  };
  const playFrom = (row: number): void => {
    const ms = startOf(row);
    if (ms === null) return;
    useListening.getState().follow(true);
    player.dispatch({ kind: 'playFrom', toMs: ms });
  };
  const onClick = (event: MouseEvent): void => {
    const cell = cellOf(event.target);
    if (!cell) return;
    const moment = momentsOf(cell.row)[cell.column - TAG_COLUMN];
    const ms = startOf(cell.row);
    if (moment) goToMoment(session, moment);
    else if (cell.column === 0) playFrom(cell.row);
    else if (player.hasSound && !isPlaying() && ms !== null && document.getSelection()?.isCollapsed !== false) player.seek(ms);
  };
  const onFocus = (event: FocusEvent): void => {
    const cell = cellOf(event.target);
    const { cursor, moveCursor } = useListening.getState();
    if (cell && (cell.row !== cursor.row || cell.column !== cursor.column)) moveCursor(cell);
  };
  return { onKeyDown, onClick, onFocus };
}

function cellOf(target: EventTarget): Cursor | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}
