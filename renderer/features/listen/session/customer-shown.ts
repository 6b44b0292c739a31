import { useListenSettings } from './listen-settings.ts';
import { useListening } from './listening.ts';

/** May what the customer said be fetched? Only on request, unless the person chose otherwise in general. `askedId`: as the interaction was asked for. */
export function useIsCustomerShown(askedId: string): boolean {
  const hidesCustomer = useListenSettings((state) => state.hidesCustomer);
  return useListening((state) => state.revealedId === askedId) || !hidesCustomer;
}
