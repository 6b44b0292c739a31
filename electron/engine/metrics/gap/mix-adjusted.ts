import type { Envelope } from '#shared/model/envelope.ts';
import type { GapDefinition } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { newcombePaired, newcombeUnpaired } from '#shared/stats/newcombe.ts';
import { pointsEnvelope } from '../shares.ts';
import type { GapCounts } from './gap-group.ts';
import { matchedN } from './sides.ts';

type Stratum = { weight: number; n: number; diff: number; lo: number; hi: number };

/**
 * G4, the gap as it would be if both sides had the mix of segments that all interactions of the filter have: sum N_s/N
 * (company_s - customer_s), N_s the interactions of a segment. Segments without a side are left out; `coverage` says how
 * much of all interactions is left. The interval adds the segments' own, square by square (Zou & Donner 2008).
 */
export function mixAdjusted(definition: GapDefinition, segments: readonly GapCounts[], evidence: InteractionFilter | null): Envelope {
  const total = segments.reduce((sum, counts) => sum + counts.total, 0);
  const used = segments.flatMap((counts) => stratumOf(definition, counts) ?? []);
  const weight = used.reduce((sum, stratum) => sum + stratum.weight, 0);
  const n = used.reduce((sum, stratum) => sum + stratum.n, 0);
  const over = (part: (stratum: Stratum) => number) => used.reduce((sum, stratum) => sum + part(stratum), 0);
  const diff = weight === 0 ? null : over((s) => (s.weight / weight) * s.diff);
  const arm = (part: (stratum: Stratum) => number) => Math.sqrt(over((s) => ((s.weight / weight) * part(s)) ** 2));
  const figure = pointsEnvelope(
    { diff, ci: diff === null ? null : [Math.max(-1, diff - arm((s) => s.diff - s.lo)), Math.min(1, diff + arm((s) => s.hi - s.diff))] },
    { n, method: 'stratified newcombe (MOVER)', reason: 'NOT_IDENTIFIED', evidence, flags: ['standardised'] },
  );
  const judged = segments.reduce((sum, counts) => sum + (definition === 'matched' ? matchedN(counts) : counts.companyN + counts.customerN - matchedN(counts)), 0);
  return { ...figure, denominator: judged, weighted: true, coverage: total === 0 ? 1 : weight / total };
}

function stratumOf(definition: GapDefinition, counts: GapCounts): Stratum | null {
  const { both, companyOnly, customerOnly, neither, companyN, companyYes, customerN, customerYes, total } = counts;
  const { diff, ci } = definition === 'matched' ? newcombePaired({ both, firstOnly: companyOnly, secondOnly: customerOnly, neither })
    : newcombeUnpaired({ x1: companyYes, n1: companyN, x2: customerYes, n2: customerN });
  if (diff === null || ci === null) return null;
  return { weight: total, n: definition === 'matched' ? matchedN(counts) : Math.min(companyN, customerN), diff, lo: ci[0], hi: ci[1] };
}
