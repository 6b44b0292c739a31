import { useScreenParams } from '#renderer/stores/navigation.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import { useListening } from './listening.ts';

/** Is what the customer said left out unless it is asked for? Always while a queue is worked, whatever the person prefers in general. */
export function useIsBlindByDefault(): boolean {
  const hidesCustomer = useListenSettings((state) => state.hidesCustomer);
  return useScreenParams('listen').evaluate !== undefined || hidesCustomer;
}

/** May what the customer said be fetched? Only on request, unless the person chose otherwise in general. `askedId`: as the interaction was asked for. */
export function useIsCustomerShown(askedId: string): boolean {
  const isBlind = useIsBlindByDefault();
  return useListening((state) => state.revealedId === askedId) || !isBlind;
}
