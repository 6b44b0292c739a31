import { queryClient } from '#renderer/app/connection.ts';
import { wholeQuery } from '#renderer/app/whole-interaction.ts';
import type { ScreenParams } from '#renderer/stores/navigation.ts';
import { willShowCustomer } from './customer-shown.ts';

/** Fetches an interaction before it is asked for, so that moving on is instant. */
export function fetchAhead(id: string, isBlind: boolean): void {
  void queryClient.prefetchQuery(wholeQuery({ id, isBlind }));
}

/**
 * Asks for what the screen will show as soon as it is known, which is before the screen is drawn. What is there, or on the way,
 * is not asked for again: an answer from before a change could come after it.
 */
export function prepareListen(place: ScreenParams['listen']): void {
  const { interactionId } = place;
  if (interactionId === undefined) return;
  const isBlind = !willShowCustomer(interactionId, place);
  const { queryKey } = wholeQuery({ id: interactionId, isBlind });
  if (queryClient.getQueryState(queryKey) === undefined) fetchAhead(interactionId, isBlind);
}
