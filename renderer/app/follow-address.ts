import { fromHash, useNavigation } from '#renderer/stores/navigation.ts';

/** The address decides the place when the window's own back and forward, or a link, change it. */
export function followAddress(): void {
  window.addEventListener('popstate', () => useNavigation.getState().arrive(fromHash(window.location.hash)));
}
