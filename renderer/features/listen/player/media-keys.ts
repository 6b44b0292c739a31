/** What the keys of a headset or keyboard do. */
export type MediaKeys = {
  readonly play: () => void; readonly pause: () => void; readonly back: () => void; readonly forward: () => void;
  readonly nextCustomerTurn: () => void; readonly previousCustomerTurn: () => void;
};

/**
 * Takes the hardware media keys. The system shows only the program's name: what is played is nobody's business there.
 * @returns how to give them back
 */
export function takeMediaKeys(title: string, keys: MediaKeys): () => void {
  if (!('mediaSession' in navigator)) return () => {};
  const actions: readonly (readonly [MediaSessionAction, () => void])[] = [
    ['play', keys.play], ['pause', keys.pause], ['seekbackward', keys.back], ['seekforward', keys.forward],
    ['nexttrack', keys.nextCustomerTurn], ['previoustrack', keys.previousCustomerTurn],
  ];
  navigator.mediaSession.metadata = new MediaMetadata({ title });
  for (const [action, run] of actions) navigator.mediaSession.setActionHandler(action, run);
  return () => {
    for (const [action] of actions) navigator.mediaSession.setActionHandler(action, null);
    navigator.mediaSession.metadata = null;
  };
}
