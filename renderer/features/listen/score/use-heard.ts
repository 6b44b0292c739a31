import { useEffect, useEffectEvent, useState } from 'react';
import { listeningOf } from '#shared/form/listening-coverage.ts';
import type { HeardSpan, Listening } from '#shared/model/listening.ts';
import { useListenSession } from '../session/listen-session.ts';
import { heardLog } from './heard.ts';

const refreshMs = 1000;

/** Follows the playhead and keeps what was heard. @returns how much of the interaction that is, brought up to date every second */
export function useHeard(interactionId: string, before: readonly HeardSpan[]): Listening {
  const { player } = useListenSession();
  const [listening, setListening] = useState(() => listeningOf([], null));
  // Once for each interaction: what is saved later comes from this log itself.
  const takeBefore = useEffectEvent(() => heardLog(interactionId).take(before));
  useEffect(() => {
    const log = heardLog(interactionId);
    takeBefore();
    const look = (positionMs: number): void => {
      const { status, speed } = player.getState();
      log.look({ positionMs, nowMs: performance.now(), speed, isPlaying: status === 'playing' });
    };
    const refresh = (): void => setListening(listeningOf(log.spans, player.getState().durationMs));
    refresh();
    const timer = setInterval(refresh, refreshMs);
    const stop = player.onPosition(look);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [interactionId, player]);
  return listening;
}
