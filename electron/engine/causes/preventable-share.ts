import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { preventableRate } from '#shared/stats/preventable.ts';
import { withSmallSampleRule } from '#engine/metrics/small-sample.ts';
import type { Coding } from './coding.ts';

export type Preventable = { share: Envelope; contacts: { value: number; lo: number; hi: number } | null; cannotTell: number };

/**
 * Share of coded contacts that need not have been: would not have happened had something been done (right) earlier. A
 * contact counts by the causes whose preventability is known; where none is, "cannot tell" (metric specification,
 * section 8; Seddon 2003). Wilson with the finite population of all contacts in scope.
 */
export function preventableShare({ causes, sets, setOf }: Coding, mask: Uint8Array, evidence: InteractionFilter): Preventable {
  const parts = sets.map((members) => {
    const known = members.map((cause) => causes[cause]?.preventable ?? null).filter((is) => is !== null);
    return known.length === 0 ? null : known.filter(Boolean).length / known.length;
  });
  let [population, coded, preventable, cannotTell] = [0, 0, 0, 0];
  for (let contact = 0; contact < mask.length; contact += 1) {
    if (mask[contact] !== 1) continue;
    population += 1;
    const set = setOf[contact] ?? 0;
    const part = parts[set] ?? null;
    if (part === null) {
      if (set > 0) cannotTell += 1;
      continue;
    }
    coded += 1;
    preventable += part;
  }
  const found = preventableRate({ population, coded, preventable });
  const flags = coded > 0 && coded < population ? ['coded_not_drawn'] : [];
  const share = withSmallSampleRule(envelope({
    unit: 'share', value: found.rate, n: coded, denominator: coded, x: preventable, reason: found.rate === null ? 'NO_DATA' : null, flags, evidence,
    ci: found.ci && { lo: found.ci[0], hi: found.ci[1], conf: 0.95, method: 'wilson, finite population' },
    excluded: { missing: cannotTell, invalid: 0, unlinked: 0, immature: 0, outOfScope: 0 }, coverage: coded + cannotTell === 0 ? 1 : coded / (coded + cannotTell),
  }));
  const scaled = share.value === null || found.estimatedContacts === null || found.contactsCi === null ? null
    : { value: found.estimatedContacts, lo: found.contactsCi[0], hi: found.contactsCi[1] };
  return { share, contacts: scaled, cannotTell };
}
