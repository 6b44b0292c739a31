import { useEffect, useState, type RefObject } from 'react';
import type { Player } from '../player/player.ts';

/**
 * The playhead in whole seconds, for the slider's value. While it plays under the screen reader's focus the value stands
 * still, because every change would be read aloud over the customer; any move by hand updates it.
 */
export function useSpokenPosition(player: Player, slider: RefObject<HTMLElement | null>): { ms: number; refresh: () => void } {
  const [seconds, setSeconds] = useState(() => Math.floor(player.positionMs / 1000));
  useEffect(() => {
    const follow = (ms: number): void => {
      const isHeard = player.getState().status === 'playing' && document.activeElement === slider.current;
      if (!isHeard) setSeconds(Math.floor(ms / 1000));
    };
    follow(player.positionMs);
    return player.onPosition(follow);
  }, [player, slider]);
  return { ms: seconds * 1000, refresh: () => setSeconds(Math.floor(player.positionMs / 1000)) };
}
