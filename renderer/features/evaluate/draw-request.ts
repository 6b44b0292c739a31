import { create } from 'zustand';
import type { DrawMethod, DrawRequest } from '#shared/model/audit-queue.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';

/** The fields that a stratified draw is split by. Causes are no strata: an interaction can have several. */
export const strataFields = ['queue', 'team', 'agent', 'reason', 'channel', 'product', 'tenure', 'language', 'month'] as const satisfies readonly SegmentField[];
export type StrataField = (typeof strataFields)[number];

type DrawDraft = {
  name: string; method: DrawMethod; strataField: StrataField; filter: InteractionFilter; size: number; seed: number;
  skipsEvaluated: boolean; minSeconds: number; isBlind: boolean; hidesAgent: boolean;
  change: (change: Partial<Omit<DrawDraft, 'change'>>) => void;
};

/** A seed that nobody chose: only so does nobody choose the calls. It is stored with the queue. */
export const newSeed = (): number => Math.floor(Math.random() * 2_147_483_647);

/** The draw as it is being set up; it survives a look elsewhere. */
export const useDrawDraft = create<DrawDraft>()((set) => ({
  name: '', method: 'random', strataField: 'queue', filter: {}, size: 20, seed: newSeed(), skipsEvaluated: true, minSeconds: 0, isBlind: true, hidesAgent: false,
  change: (change) => set(change),
}));

export function requestOf(draft: Omit<DrawDraft, 'change'>): DrawRequest {
  const { method, strataField, filter, size, seed, skipsEvaluated, minSeconds } = draft;
  return { method, filter, size, seed, rule: { skipsEvaluated, minSeconds }, strataField: method === 'stratified' ? strataField : null };
}
