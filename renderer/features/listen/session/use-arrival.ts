import { announce } from '#renderer/stores/announcements.ts';
import type { ScreenParams } from '#renderer/stores/navigation.ts';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { turnKey } from '../transcript/transcript-rows.ts';
import { useMarking } from '../tagging/marking.ts';
import { noMarks } from '../tagging/marks.ts';
import type { ListenSession } from './listen-session.ts';
import { TEXT_COLUMN, useListening } from './listening.ts';
import type { Neighbours } from './use-neighbours.ts';

/**
 * Starts the view of an interaction: at the moment that was asked for, else at its first turn. Focus goes to the
 * transcript, where the keys act, unless it is at work elsewhere on the screen.
 */
export function useArrival(session: ListenSession, params: ScreenParams['listen'], neighbours: Neighbours): void {
  const { t } = useTranslation('listen');
  const { id, externalId } = session.whole.interaction;
  const isThere = params.interactionId === id || params.interactionId === externalId;
  const { atMs, turnSeq } = params;

  const start = useEffectEvent(() => {
    const { rows, rowIndex, player, timeline } = session;
    const firstTurn = Math.max(0, rows.findIndex((row) => row.kind === 'turn'));
    const atTurn = turnSeq === undefined ? undefined : rowIndex.get(turnKey(turnSeq));
    const ms = atMs ?? (atTurn === undefined ? undefined : rows[atTurn]?.startMs);
    const atRow = ms === undefined || ms === null ? -1 : rows.findLastIndex(({ startMs }) => startMs !== null && startMs <= ms);
    const row = atTurn ?? (atRow >= 0 ? atRow : firstTurn);
    useListening.getState().start({ row, column: TEXT_COLUMN });
    useMarking.getState().setMarks(noMarks);
    if (ms !== undefined && ms !== null && timeline.durationMs > 0) player.seek(ms);
    useListening.getState().showRow({ row, column: TEXT_COLUMN });
    if (canTakeFocus()) useListening.getState().focusCursor();
  });
  useEffect(() => {
    if (isThere) start();
  }, [id, isThere, atMs, turnSeq]);
  const { position, total, isFresh } = neighbours;
  useEffect(() => {
    if (isThere && isFresh) announce(position === null ? t('said.openedAlone', { externalId }) : t('said.opened', { externalId, position, total }));
  }, [isThere, isFresh, externalId, position, total, t]);
}

/** Focus is nowhere, or in the transcript whose rows have just been changed. */
function canTakeFocus(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.closest('.listen-transcript, [data-region="rail"]') !== null
    || activeElement.matches('main, h1');
}
