import { useEffect } from 'react';
import { useListening } from '../session/listening.ts';
import type { Player } from './player.ts';

/** Keeps the sound as the mix says. */
export function useChannelMix(player: Player): void {
  const mix = useListening((state) => state.mix);
  useEffect(() => player.mix(mix), [player, mix]);
}
