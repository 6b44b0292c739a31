import { envelope, nothingExcluded, type Envelope, type Reason } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Limits } from '#shared/stats/limits.ts';
import { wilson } from '#shared/stats/wilson.ts';

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
  return envelope({
    unit: 'share', value: n === 0 ? null : x / n, n, denominator: n, x, ...(isClustered ? { nEff: n / designEffect } : {}),
    ci: ci && { lo: ci[0], hi: ci[1], conf: 0.95, method: isClustered ? 'wilson, design effect' : 'wilson' },
    reason: n === 0 ? reason ?? 'NO_DATA' : null,
    excluded: { ...nothingExcluded, ...excluded }, coverage: inScope === 0 ? 1 : n / inScope, flags: smallSample(n, isClustered ? [...flags, 'clustered'] : flags), evidence,
  });
}

type PointsAbout = { n: number; method: string; reason: Reason; inScope?: number; flags?: string[]; designEffect?: number; evidence: InteractionFilter | null };

/** A difference of shares, -1..1, as percentage points. */
export function pointsEnvelope(
  difference: { diff: number | null; ci: Limits | null }, about: PointsAbout,
): Envelope {
  const { diff, ci } = difference;
  const effect = about.designEffect ?? 1;
  return envelope({
    unit: 'points', value: diff === null ? null : 100 * diff, n: about.n, denominator: about.n, ...(effect > 1 ? { nEff: about.n / effect } : {}),
    ci: ci && { lo: 100 * ci[0], hi: 100 * ci[1], conf: 0.95, method: effect > 1 ? `${about.method}, design effect` : about.method },
    reason: diff === null ? about.reason : null,
    coverage: about.inScope ? about.n / about.inScope : 1, flags: smallSample(about.n, [...(about.flags ?? []), ...(effect > 1 ? ['clustered'] : [])]), evidence: about.evidence,
  });
}

/** The display rules of small samples travel with the figure: under 5 it is hidden, under 30 it is grey and unranked. */
export function smallSample(n: number, flags: readonly string[]): string[] {
  if (n > 0 && n < 5) return [...flags, 'below_5'];
  if (n > 0 && n < 30) return [...flags, 'below_30'];
  return [...flags];
}
