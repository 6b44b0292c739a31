import { anchorMs, placeAt, placeOfRange, placeOfSpan, placeOfTurn, type Place } from '../tagging/anchor.ts';
import { useMarking } from '../tagging/marking.ts';
import { markedSpan } from '../tagging/marks.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { placeOfWords, selectedWords } from '../transcript/text-selection.ts';
import type { TranscriptRow } from '../transcript/transcript-rows.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import type { ListenSession } from './listen-session.ts';
import { useListening } from './listening.ts';

/** The moment that a key press means now: the playhead less the lag, or the turn in focus when there is no sound. Null without times. */
export function pressedMs({ player, rows }: ListenSession): number | null {
  if (!player.hasSound) return rows[useListening.getState().cursor.row]?.startMs ?? null;
  const { status, speed } = player.getState();
  return anchorMs({ positionMs: player.positionMs, speed, isPlaying: status === 'playing', lagMs: useListenSettings.getState().lagMs });
}

/** What a tag covers now: marked words, else the marked range, else the turn being heard (or in focus when reading). Null when there is none. */
export function currentPlace(session: ListenSession): Place | null {
  const words = selectedWords();
  const ofWords = words && placeOfWords(session.whole.turns, words);
  if (ofWords) return ofWords;
  const ms = pressedMs(session);
  const span = ms === null ? null : markedSpan(useMarking.getState().marks, ms);
  if (span) return placeOfRange(session.timeline, span);
  if (session.player.hasSound && ms !== null) return placeAt(session.timeline, ms);
  const row = session.rows[useListening.getState().cursor.row];
  return row ? placeOfRow(session.timeline, row) : null;
}

/** A row of the transcript as a place. */
export function placeOfRow(timeline: Timeline, row: TranscriptRow): Place {
  if (row.kind === 'silence') return placeOfSpan(row.silence);
  const timed = timeline.timed.find(({ turn }) => turn.seq === row.turn.seq);
  return timed ? placeOfTurn(timed) : { startMs: null, endMs: null, turnSeq: row.turn.seq, charStart: null, charEnd: null };
}
