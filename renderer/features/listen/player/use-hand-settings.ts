import { useEffect } from 'react';
import { isMac } from '#renderer/app/commands/key-labels.ts';
import { bindingOf } from '#renderer/app/commands/remapping.ts';
import { useKeyboardSettings } from '#renderer/stores/keyboard-settings.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import { backUpOf } from './back-up.ts';
import type { Player } from './player.ts';

/** What the person set about hand and foot: how far a resume goes back, and a pedal that plays only while it is held down. */
export function useHandSettings(player: Player): void {
  const backUpMs = useListenSettings((state) => state.backUpMs);
  useEffect(() => player.dispatch({ kind: 'set', change: { backUp: backUpOf(backUpMs) } }), [player, backUpMs]);
  const { isOn, holdsToPlay, play } = useKeyboardSettings((state) => state.pedal);
  useEffect(() => {
    if (!isOn || !holdsToPlay) return;
    // Pressing it down is the play command's; letting go is nobody's.
    const letGo = (event: KeyboardEvent): void => {
      if (bindingOf(event, isMac()) === play && player.getState().status === 'playing') player.press('pause');
    };
    window.addEventListener('keyup', letGo);
    return () => window.removeEventListener('keyup', letGo);
  }, [player, isOn, holdsToPlay, play]);
}
