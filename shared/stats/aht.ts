import { sum } from './descriptive.ts';
import { available, ratio, unavailable, type Outcome } from './outcome.ts';

/** Seconds; null = not recorded, which is not 0. */
export type HandledContact = { readonly talk: number | null; readonly hold: number | null; readonly acw: number | null };
export type AbandonedContact = { readonly abandoned: true };
export type Contact = HandledContact | AbandonedContact;

/** `coverage` = complete / handled; the lower bound counts missing parts as 0. */
export type Aht = Outcome & {
  readonly ahtSeconds: number | null; readonly handled: number; readonly complete: number; readonly coverage: number | null;
  readonly lowerBoundIfMissingZero: number | null;
};

/** Seconds of one contact with all three parts known, else null. */
export function handleSeconds({ talk, hold, acw }: HandledContact): number | null {
  return talk === null || hold === null || acw === null ? null : talk + hold + acw;
}

/**
 * Average handle time: mean of talk + hold + after-call work over handled contacts with all three known. NO_DATA without a contact;
 * ZERO_DENOMINATOR when none was handled or none is complete. Source: Genesys glossary.
 */
export function aht(contacts: readonly Contact[]): Aht {
  const handled = contacts.filter((contact): contact is HandledContact => !('abandoned' in contact));
  const complete = handled.map(handleSeconds).filter((seconds) => seconds !== null);
  const known = handled.map(({ talk, hold, acw }) => (talk ?? 0) + (hold ?? 0) + (acw ?? 0));
  const ahtSeconds = ratio(sum(complete), complete.length);
  const result = {
    ahtSeconds, handled: handled.length, complete: complete.length, coverage: ratio(complete.length, handled.length),
    lowerBoundIfMissingZero: ratio(sum(known), known.length),
  };
  if (ahtSeconds !== null) return { ...result, ...available() };
  return { ...result, ...unavailable(contacts.length === 0 ? 'NO_DATA' : 'ZERO_DENOMINATOR') };
}
