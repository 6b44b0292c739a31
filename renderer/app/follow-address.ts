import { prepareListen } from '#renderer/features/listen/session/fetch-ahead.ts';
import { fromHash, useNavigation } from '#renderer/stores/navigation.ts';

/**
 * The address decides the place when the window's own back and forward, or a link, change it. What the Listen screen is about
 * to show is asked for first: its answer is on the way while the page still draws.
 */
export function followAddress(): void {
  useNavigation.subscribe(({ place }) => {
    if (place.screen === 'listen') prepareListen(place.params);
  });
  window.addEventListener('popstate', () => useNavigation.getState().arrive(fromHash(window.location.hash)));
}
