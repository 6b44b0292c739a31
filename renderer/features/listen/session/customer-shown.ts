import { useScreenParams, type ScreenParams } from '#renderer/stores/navigation.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import { useListening } from './listening.ts';

/** Whether what the customer said stays out, unless it is asked for. */
function isBlindBy(place: ScreenParams['listen'], hidesCustomer: boolean): boolean {
  return place.evaluate !== undefined || hidesCustomer;
}

/** Is what the customer said left out unless it is asked for? Always while a queue is worked, whatever the person prefers in general. */
export function useIsBlindByDefault(): boolean {
  const hidesCustomer = useListenSettings((state) => state.hidesCustomer);
  return isBlindBy(useScreenParams('listen'), hidesCustomer);
}

/** May what the customer said be fetched? Only on request, unless the person chose otherwise in general. `askedId`: as the interaction was asked for. */
export function useIsCustomerShown(askedId: string): boolean {
  const isBlind = useIsBlindByDefault();
  return useListening((state) => state.revealedId === askedId) || !isBlind;
}

/** The same for an interaction that is about to be shown, before there is a screen to ask. */
export function willShowCustomer(askedId: string, place: ScreenParams['listen']): boolean {
  return useListening.getState().revealedId === askedId || !isBlindBy(place, useListenSettings.getState().hidesCustomer);
}
