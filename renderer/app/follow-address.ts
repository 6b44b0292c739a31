import { fromHash, useNavigation, type Place } from '#renderer/stores/navigation.ts';
import { screens } from './screens.ts';

/** The address decides the place when the window's own back and forward, or a link, change it. A screen that comes is told first. */
export function followAddress(): void {
  useNavigation.subscribe(({ place }) => prepareScreen(place));
  window.addEventListener('popstate', () => useNavigation.getState().arrive(fromHash(window.location.hash)));
}

/** Its answer is on the way while the page still draws. */
function prepareScreen({ screen, params }: Place): void {
  screens.find(({ id }) => id === screen)?.prepare?.(params as never);
}
