import type { CauseWeight } from '#shared/model/cause.ts';
import type { CostMethod } from '#shared/model/cost.ts';
import type { EvaluationKind } from '#shared/model/evaluation.ts';
import type { GapDefinition } from '#shared/model/gap.ts';
import type { InteractionFilter, InteractionSort, SegmentField } from '#shared/model/interaction-filter.ts';
import { create } from 'zustand';

/** The list that an interaction was opened from: what "next" and "previous" mean. */
export type ListContext = { filter: InteractionFilter; sort?: InteractionSort };

/** What each screen may be asked to show. */
export type ScreenParams = {
  home: Record<string, never>;
  import: Record<string, never>;
  interactions: { filter?: InteractionFilter; sort?: InteractionSort };
  /** `evaluate` opens the scorecard, for a queue or by the agent. */
  listen: { interactionId?: string; atMs?: number; turnSeq?: number; list?: ListContext; evaluate?: EvaluationKind; auditQueueId?: string };
  evaluate: { filter?: InteractionFilter };
  gap: { definition?: GapDefinition; by?: SegmentField; filter?: InteractionFilter };
  customers: { customerId?: string; view?: 'risk' | 'next' | 'call' | 'same'; tier?: 'critical' | 'high' | 'watch' };
  causes: { view?: 'causes' | 'cost' | 'fee'; weight?: CauseWeight; method?: CostMethod; code?: string; filter?: InteractionFilter };
  signals: { subject?: string };
  metrics: { name?: string; by?: SegmentField; filter?: InteractionFilter };
  calibration: { roundId?: string };
  coaching: { agentId?: string; from?: string; to?: string; isAll?: boolean; tab?: 'person' | 'training' };
  codebook: { codeId?: string };
  briefing: { slideId?: string };
  privacy: { section?: 'hiding' | 'erasure' | 'lock' | 'audit' | 'versions' };
  settings: { section?: 'appearance' | 'keyboard' | 'language' };
};
export type ScreenId = keyof ScreenParams;

/** A screen with what it shows; this is what the address bar holds. */
export type Place = { [S in ScreenId]: { screen: S; params: ScreenParams[S] } }[ScreenId];

type Navigation = {
  place: Place;
  /** Opens a screen as a new step of the window's history. */
  go: <S extends ScreenId>(screen: S, params?: ScreenParams[S]) => void;
  /** Changes what the current screen shows without a new step (filters, the playhead). */
  replace: <S extends ScreenId>(screen: S, params: ScreenParams[S]) => void;
  back: () => void;
  forward: () => void;
  /** Only for the address listener. */
  arrive: (place: Place) => void;
};

const screenIds: readonly ScreenId[] = ['home', 'import', 'interactions', 'listen', 'evaluate', 'gap', 'causes', 'customers', 'signals', 'metrics', 'coaching', 'codebook', 'briefing', 'privacy', 'settings', 'calibration'];

/** A place as the part of the address after `#`. */
export function toHash(place: Place): string {
  const hasParams = Object.keys(place.params).length > 0;
  return hasParams ? `#/${place.screen}?${encodeURIComponent(JSON.stringify(place.params))}` : `#/${place.screen}`;
}

/** The place that an address names; Home when it names none. What it asks for is checked by the engine. */
export function fromHash(hash: string): Place {
  const [name = '', query] = hash.replace(/^#\/?/, '').split('?');
  const screen = screenIds.find((id) => id === name);
  if (!screen) return { screen: 'home', params: {} };
  return { screen, params: query === undefined ? {} : paramsOf(query) } as Place;
}

function paramsOf(query: string): object {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(query));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

/** Which screen is shown. The address is kept in step, so that the window's own back and forward work. */
export const useNavigation = create<Navigation>()((set) => ({
  place: typeof window === 'undefined' ? fromHash('') : fromHash(window.location.hash),
  go: (screen, params) => {
    const place = { screen, params: params ?? {} } as Place;
    window.history.pushState(null, '', toHash(place));
    set({ place });
  },
  replace: (screen, params) => {
    const place = { screen, params } as Place;
    window.history.replaceState(null, '', toHash(place));
    set({ place });
  },
  back: () => window.history.back(),
  forward: () => window.history.forward(),
  arrive: (place) => set({ place }),
}));

/** What the current address asks of a screen; empty while another screen is shown. */
export function useScreenParams<S extends ScreenId>(screen: S): ScreenParams[S] {
  const place = useNavigation((state) => state.place);
  return (place.screen === screen ? place.params : noParams) as ScreenParams[S];
}
const noParams = {};
