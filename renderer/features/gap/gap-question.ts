import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import type { GapDefinition } from '#shared/model/gap.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';

/** What the screen asks of the engine. `topBox` null is the project's own. It lives in the address, inside the filter. */
export type GapQuestion = { definition: GapDefinition; by: SegmentField; topBox: 1 | 2 | null; filter: InteractionFilter };

const noFilter: InteractionFilter = {};

/** The interactions asked about, with the chosen boxes, where the answer depends on them by its filter alone. */
export const narrowed = ({ topBox, filter }: Pick<GapQuestion, 'topBox' | 'filter'>): InteractionFilter => (topBox === null ? filter : { ...filter, topBox });

/** The question of the address, and the way to change a part of it. */
export function useGapQuestion(): { question: GapQuestion; change: (part: Partial<GapQuestion>) => void } {
  const { definition = 'matched', by = 'queue', filter: asked = noFilter } = useScreenParams('gap');
  const { topBox = null, ...filter } = asked;
  const question: GapQuestion = { definition, by, topBox, filter };
  const change = (part: Partial<GapQuestion>): void => {
    const next = { ...question, ...part };
    useNavigation.getState().replace('gap', { definition: next.definition, by: next.by, filter: { ...next.filter, ...(next.topBox === null ? {} : { topBox: next.topBox }) } });
  };
  return { question, change };
}
