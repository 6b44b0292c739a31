import { useNavigation, type ListContext } from '#renderer/stores/navigation.ts';
import type { InteractionFilter, InteractionSort } from '#shared/model/interaction-filter.ts';

/** Opens the list of interactions that a figure counts; from there Enter plays. */
export function openEvidence(list: ListContext): void {
  useNavigation.getState().go('interactions', list);
}

/** The list behind a figure, or null where a figure does not come from interactions. */
export function evidenceOf(envelope: { evidence: InteractionFilter | null }, sort?: InteractionSort): ListContext | null {
  return envelope.evidence === null ? null : { filter: envelope.evidence, ...(sort === undefined ? {} : { sort }) };
}

/** Whoever brings the company most stands first: those are heard first. */
export const byCustomerValue: InteractionSort = { by: 'customerValue', descending: true };
