import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import type { CauseWeight } from '#shared/model/cause.ts';
import type { CostMethod } from '#shared/model/cost.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';

export type CausesView = 'causes' | 'cost' | 'fee';
/** Which view, weighted by what, over which interactions, which cause in depth. Lives in the address. */
export type CausesQuestion = { view: CausesView; weight: CauseWeight; method: CostMethod; code: string | null; filter: InteractionFilter };

const noFilter: InteractionFilter = {};

export function useCausesQuestion(): { question: CausesQuestion; change: (part: Partial<CausesQuestion>) => void } {
  const { view = 'causes', weight = 'count', method = 'time-driven', code = null, filter = noFilter } = useScreenParams('causes');
  const question = { view, weight, method, code, filter };
  const change = (part: Partial<CausesQuestion>): void => {
    const { code: wanted, ...rest } = { ...question, ...part };
    useNavigation.getState().replace('causes', { ...rest, ...(wanted === null ? {} : { code: wanted }) });
  };
  return { question, change };
}
