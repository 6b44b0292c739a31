import { useCommandHandlers, type CommandHandler } from '#renderer/app/commands/handlers.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { durationText } from '#renderer/ui/figure-text.ts';
import type { TFunction } from 'i18next';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#shared/model/interaction.ts';
import { momentStep } from '../moments/moment-list.ts';
import { goToMoment, goToTurn } from '../session/go-to.ts';
import type { ListenSession } from '../session/listen-session.ts';
import { useListening } from '../session/listening.ts';
import { longestSilence } from '../timeline/silence.ts';
import { turnHeard } from '../timeline/timeline.ts';
import { neighbourTurn, nextTurn, previousTurn } from '../timeline/turn-steps.ts';
import { nextSide } from './channel-mix.ts';
import { takeMediaKeys } from './media-keys.ts';
import type { SpeedChange } from './player-machine.ts';

/** What is heard before a silence that one jumped to, so that it has a context. */
const LEAD_IN_MS = 1500;

/** Joins the playback commands and the media keys to the open interaction. */
export function usePlayerCommands(session: ListenSession): void {
  const { t } = useTranslation('listen');
  const { player } = session;
  useCommandHandlers({
    'player.play': { run: () => playOrSay(session, t), label: () => t(player.getState().status === 'playing' ? 'player.pause' : 'player.play') },
    'player.back1': () => seekOrStep(session, -1000),
    'player.forward1': () => seekOrStep(session, 1000),
    'player.back5': () => seekOrStep(session, -5000),
    'player.forward5': () => seekOrStep(session, 5000),
    'player.back15': () => seekOrStep(session, -15_000),
    'player.forward15': () => seekOrStep(session, 15_000),
    'player.start': () => player.seek(0),
    'player.end': () => player.seek(player.getState().durationMs),
    'player.nextCustomerTurn': () => stepTurn(session, 1, 'customer'),
    'player.previousCustomerTurn': () => stepTurn(session, -1, 'customer'),
    'player.nextMoment': () => stepMoment(session, 1, t),
    'player.previousMoment': () => stepMoment(session, -1, t),
    'player.longestSilence': () => goToLongestSilence(session, t),
    'player.slower': () => changeSpeed(session, 'slower', t),
    'player.faster': () => changeSpeed(session, 'faster', t),
    'player.toggleSpeed': () => changeSpeed(session, 'toggle', t),
    'player.skipSilence': () => toggleSkip(session, t),
    ...channelHandlers(session, t),
  });
  const step = useEffectEvent((by: 1 | -1) => stepTurn(session, by, 'customer'));
  useEffect(() => takeMediaKeys(t('frame:appName'), {
    play: () => player.press('play'), pause: () => player.press('pause'), back: () => player.seekBy(-5000), forward: () => player.seekBy(5000),
    nextCustomerTurn: () => step(1), previousCustomerTurn: () => step(-1),
  }), [player, t]);
}

function playOrSay({ player }: ListenSession, t: TFunction<'listen'>): void {
  if (player.hasSound) player.press('toggle');
  else announce(t('said.noRecording'));
}

/** Without sound there are no seconds to move by: one turn instead. */
function seekOrStep(session: ListenSession, ms: number): void {
  if (session.player.hasSound) session.player.seekBy(ms);
  else stepTurn(session, ms > 0 ? 1 : -1, 'anyone');
}

function stepTurn(session: ListenSession, by: 1 | -1, role: Role | 'anyone'): void {
  const { player, timeline, whole, rows } = session;
  if (player.hasSound && timeline.timed.length > 0) {
    const step = { timed: timeline.timed, positionMs: player.positionMs, role, speed: player.getState().speed };
    const found = by === 1 ? nextTurn(step) : previousTurn(step);
    if (found) goToTurn(session, found.turn);
    return;
  }
  const row = rows[useListening.getState().cursor.row];
  const seq = row?.kind === 'turn' ? row.turn.seq : (row && turnHeard(timeline, row.startMs)?.turn.seq) ?? -1;
  const found = neighbourTurn(whole.turns, { seq, role, by });
  if (found) goToTurn(session, found);
}

function stepMoment(session: ListenSession, by: 1 | -1, t: TFunction<'listen'>): void {
  const { player, moments, rows } = session;
  const ms = player.hasSound ? player.positionMs : (rows[useListening.getState().cursor.row]?.startMs ?? 0);
  const moment = momentStep(moments, ms, by);
  if (!moment) return announce(t('said.noMoment'));
  goToMoment(session, moment);
  const name = moment.kind === 'tag' ? moment.tag.codeName : t('moments.quote');
  announce(t('said.tagged', { name, time: durationText(moment.startMs ?? 0) }));
}

function goToLongestSilence({ player, timeline }: ListenSession, t: TFunction<'listen'>): void {
  const silence = longestSilence(timeline.silences);
  if (!silence) return announce(t('said.noSilence'));
  // Who asks for a silence wants to hear it.
  player.dispatch({ kind: 'set', change: { skipsSilence: false } });
  player.seek(silence.startMs - LEAD_IN_MS);
  useListening.getState().follow(true);
  announce(t('said.longest', { time: durationText(silence.endMs - silence.startMs), at: durationText(silence.startMs) }));
}

function changeSpeed({ player }: ListenSession, change: SpeedChange, t: TFunction<'listen'>): void {
  player.dispatch({ kind: 'speed', change });
  announce(t('said.speed', { speed: player.getState().speed.toFixed(1) }));
}

function toggleSkip({ player }: ListenSession, t: TFunction<'listen'>): void {
  const skipsSilence = !player.getState().skipsSilence;
  player.dispatch({ kind: 'set', change: { skipsSilence } });
  announce(t(skipsSilence ? 'said.skipOn' : 'said.skipOff'));
}

function channelHandlers({ media }: ListenSession, t: TFunction<'listen'>): Record<string, CommandHandler> {
  const isEnabled = (): boolean => (media?.channels ?? 0) >= 2;
  return {
    'player.channels': {
      run: () => {
        if (!isEnabled()) return announce(t('said.notStereo'));
        const side = nextSide(useListening.getState().mix.side);
        useListening.getState().setMix({ side });
        announce(t('said.hearing', { side: t(`player.${side}`) }));
      },
    },
    'player.swapChannels': {
      isEnabled,
      run: () => useListening.getState().setMix({ customerChannel: useListening.getState().mix.customerChannel === 0 ? 1 : 0 }),
    },
  };
}
