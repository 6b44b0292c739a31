import { envelope, nothingExcluded, type Envelope, type Reason } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Limits } from '#shared/stats/limits.ts';
import { wilson } from '#shared/stats/wilson.ts';
import { withSmallSampleRule } from './small-sample.ts';

export type ShareInput = {
  x: number; n: number;
  /** Records in scope, usable or not; `n` when all are usable. */
  inScope?: number;
  reason?: Reason;
  excluded?: Partial<Envelope['excluded']>;
  flags?: string[];
  /** By what the variance of independent units is multiplied, 1 or more. */
  designEffect?: number;
  evidence: InteractionFilter | null;
};

/** A share with its Wilson interval (Wilson 1927). Empty denominators are "not available", never 0. */
export function shareEnvelope({ x, n, inScope = n, reason, excluded, flags = [], designEffect = 1, evidence }: ShareInput): Envelope {
  const ci = wilson({ x: x / designEffect, n: n / designEffect });
  const isClustered = designEffect > 1;
  return withSmallSampleRule(envelope({
    unit: 'share', value: n === 0 ? null : x / n, n, denominator: n, x, ...(isClustered ? { nEff: n / designEffect } : {}),
    ci: ci && { lo: ci[0], hi: ci[1], conf: 0.95, method: isClustered ? 'wilson, design effect' : 'wilson' },
    reason: n === 0 ? reason ?? 'NO_DATA' : null,
    excluded: { ...nothingExcluded, ...excluded }, coverage: inScope === 0 ? 1 : n / inScope, flags: isClustered ? [...flags, 'clustered'] : flags, evidence,
  }));
}

export type PointsAbout = {
  n: number; method: string; reason: Reason; inScope?: number; excluded?: Partial<Envelope['excluded']>; flags?: string[]; designEffect?: number;
  evidence: InteractionFilter | null;
};

/** A difference of shares, -1..1, as percentage points. */
export function pointsEnvelope(difference: { diff: number | null; ci: Limits | null }, about: PointsAbout): Envelope {
  const { diff, ci } = difference;
  const { n, method, reason, inScope, excluded, flags = [], designEffect = 1, evidence } = about;
  const isClustered = designEffect > 1;
  return withSmallSampleRule(envelope({
    unit: 'points', value: diff === null ? null : 100 * diff, n, denominator: n, ...(isClustered ? { nEff: n / designEffect } : {}),
    ci: ci && { lo: 100 * ci[0], hi: 100 * ci[1], conf: 0.95, method: isClustered ? `${method}, design effect` : method },
    reason: diff === null ? reason : null, excluded: { ...nothingExcluded, ...excluded },
    coverage: inScope ? n / inScope : 1, flags: isClustered ? [...flags, 'clustered'] : flags, evidence,
  }));
}

/** A figure that the design of the data does not allow, although there are data. */
export function notIdentified(unit: Envelope['unit'], { n, flag, evidence }: { n: number; flag: string; evidence: InteractionFilter | null }): Envelope {
  return envelope({ unit, value: null, n, denominator: n, reason: 'NOT_IDENTIFIED', flags: [flag], evidence });
}
