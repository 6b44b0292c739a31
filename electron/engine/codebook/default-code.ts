import type { CodeKind } from '#shared/model/code.ts';

/** One code of the codebook that new projects begin with. `parent` is a key; groups have no examples. */
export type DefaultCode = {
  readonly key: string; readonly name: string; readonly kind: CodeKind; readonly dimension: 'technical' | 'emotional' | null;
  readonly parent: string | null; readonly owner: string | null;
  readonly controllableBy: 'agent' | 'process' | 'product' | 'policy' | 'customer' | null; readonly preventable: boolean | null;
  readonly definition: string; readonly examples: readonly string[];
};
