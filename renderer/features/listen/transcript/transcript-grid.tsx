import { useMemo, useRef, type CSSProperties, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Moment } from '../moments/moment-list.ts';
import { useHasSound, useListenSession, usePlayerState, usePlayingRow } from '../session/listen-session.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import { TAG_COLUMN, TEXT_COLUMN, useListening } from '../session/listening.ts';
import { useEditing } from '../edit/editing.ts';
import type { Cue } from '../empathy/cues.ts';
import type { TextSpan } from './find-matches.ts';
import { gridActs } from './grid-acts.ts';
import { momentsByRow } from './transcript-rows.ts';
import { TurnRow } from './turn-row.tsx';
import { useFollow } from './use-follow.ts';
import { useRowWindow } from './use-row-window.ts';
import { useSpokenWord, useTextHighlights } from './use-text-highlights.ts';

const noMoments: readonly Moment[] = [];

/**
 * The transcript as a grid with one tab stop: a row per turn and per silence, only those in view on the page. Made of
 * `div`s with roles: with table elements Chromium needs three times as long for the style of a row, in every frame of scrolling.
 */
export function TranscriptGrid({ matches, cues, onCorrect }: { cues: ReadonlyMap<number, Cue>; matches: readonly TextSpan[]; onCorrect: (seq: number, text: string) => void }) {
  const { t } = useTranslation('listen');
  const session = useListenSession();
  const { rows, rowIndex, moments, timeline, codes, player, whole } = session;
  const scroller = useRef<HTMLDivElement>(null);
  const cursor = useListening((state) => state.cursor);
  const flashedRow = useListening((state) => state.flashedRow);
  const textScale = useListenSettings((state) => state.textScale);
  const hasSound = useHasSound(player);
  const isSkipping = usePlayerState(player, (state) => state.skipsSilence);
  const playingKey = usePlayingRow(session);
  const playingRow = playingKey === null ? -1 : (rowIndex.get(playingKey) ?? -1);
  const byRow = useMemo(() => momentsByRow(moments, timeline.silences), [moments, timeline]);
  const editedSeq = useEditing((state) => state.seq);
  const showsRedacted = useEditing((state) => state.showsRedacted);
  const showsOriginals = useEditing((state) => state.showsOriginals);
  const colourOf = useMemo(() => new Map(codes.map(({ id, colour }) => [id, colour])), [codes]);
  const momentsOf = (row: number): readonly Moment[] => byRow.get(rows[row]?.key ?? '') ?? noMoments;

  const rowWindow = useRowWindow({ rows, scroller, cursorRow: cursor.row, textScale });
  const items = rowWindow.getVirtualItems();
  const shownRows = `${items[0]?.index} ${items.at(-1)?.index}`;
  useFollow({ scroller, rowWindow, playingRow });
  useTextHighlights(scroller, matches, shownRows);
  useSpokenWord(scroller, shownRows);
  const page = Math.max(1, items.length - 16);
  const acts = gridActs({ session, playingRow, momentsOf, shape: { rowCount: rows.length, page, sharedColumn: TEXT_COLUMN, columnsOf: (row) => TAG_COLUMN + momentsOf(row).length } });
  const stopFollowing = (): void => useListening.getState().follow(false);
  const onPointerDown = (event: PointerEvent): void => {
    // A press on the scroll container itself is a press on its scroll bar.
    if (event.target === scroller.current) stopFollowing();
  };

  return (
    <div
      className="transcript-scroll" ref={scroller} data-reading={hasSound ? undefined : ''} style={{ '--transcript-scale': textScale } as CSSProperties}
      onWheel={stopFollowing} onTouchMove={stopFollowing} onPointerDown={onPointerDown}
    >
      <div
        role="grid"
        className="transcript-grid"
        aria-label={t('transcript.label', { externalId: whole.interaction.externalId })}
        aria-rowcount={rows.length + 1}
        aria-colcount={4}
        style={{ height: rowWindow.getTotalSize() }}
        {...acts}
      >
        <GridHeader />
        <div role="rowgroup">
          {items.map(({ index, key, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <TurnRow
                key={key} row={row} index={index} startPx={start} measure={rowWindow.measureElement} cursorColumn={index === cursor.row ? cursor.column : -1}
                isPlaying={index === playingRow} isFlashed={row.key === flashedRow} isSkipping={isSkipping} moments={momentsOf(index)} colourOf={colourOf} t={t}
                onCorrect={row.kind === 'turn' && row.turn.seq === editedSeq ? onCorrect : null} showsOriginal={showsOriginals} showsRedacted={showsRedacted}
                cue={row.kind === 'turn' ? (cues.get(row.turn.seq) ?? null) : null}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Names of the columns, for the ear: the eye sees them from what is in them. */
function GridHeader() {
  const { t } = useTranslation('listen');
  return (
    <div role="rowgroup" className="visually-hidden">
      <div role="row" aria-rowindex={1}>
        {(['time', 'speaker', 'text', 'tags'] as const).map((name, i) => <div key={name} role="columnheader" aria-colindex={i + 1}>{t(`transcript.${name}`)}</div>)}
      </div>
    </div>
  );
}
