import { useListenSettings } from './listen-settings.ts';
import { useListening } from './listening.ts';

/** May what the customer said be shown? Only on request, unless the person chose otherwise in general. */
export function useIsCustomerShown(interactionId: string): boolean {
  const hidesCustomer = useListenSettings((state) => state.hidesCustomer);
  return useListening((state) => state.revealedId === interactionId) || !hidesCustomer;
}
