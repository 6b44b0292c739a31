import { useEffect, useRef } from 'react';
import { useListening } from '../session/listening.ts';
import { ChannelMixer } from './channel-mixer.ts';
import type { Player } from './player.ts';

/** Keeps the sound as the mix says, for as long as the player lives. */
export function useChannelMix(player: Player): void {
  const mix = useListening((state) => state.mix);
  const mixer = useRef<ChannelMixer | null>(null);
  useEffect(() => {
    const made = new ChannelMixer(player.element);
    mixer.current = made;
    const stopWaking = player.subscribe(() => {
      if (player.getState().status === 'playing') made.wake();
    });
    return () => {
      stopWaking();
      made.close();
    };
  }, [player]);
  useEffect(() => mixer.current?.apply(mix), [mix]);
}
