import type { Coding } from './coding.ts';
import type { ContactBase } from './contact-base.ts';

/** Which set of causes pays for each contact, and whether the contact only came about because the first one did not settle it. */
export type Charged = { readonly setOf: Int32Array; readonly isRepeat: Uint8Array };

/**
 * Repeats are charged to the causes of the first contact of their episode that has any; a repeat whose own cause lies
 * with an agent stays with that cause, which is the service's own (metric specification, section 8).
 */
export function chargedSets({ episodes: { order, episode, count }, n }: Pick<ContactBase, 'episodes' | 'n'>, { causes, sets, setOf }: Coding): Charged {
  const isAgents = sets.map((members) => members.some((cause) => causes[cause]?.controllableBy === 'agent'));
  const began = new Int32Array(count);
  const seen = new Uint8Array(count);
  const charged = { setOf: setOf.slice(), isRepeat: new Uint8Array(n) };
  for (const contact of order) {
    const own = episode[contact] ?? 0;
    const set = setOf[contact] ?? 0;
    const origin = began[own] ?? 0;
    if (seen[own] === 1 && isAgents[set] !== true && origin > 0) {
      charged.setOf[contact] = origin;
      charged.isRepeat[contact] = 1;
    }
    seen[own] = 1;
    if (origin === 0) began[own] = set;
  }
  return charged;
}
