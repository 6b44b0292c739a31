import { sum } from './descriptive.ts';
import { available, ratio, reasonsFor, unavailable, type Outcome } from './outcome.ts';

export type AssessedContact = {
  /** Agent-to-agent transfers; null = not known. */
  readonly transfers: number | null;
  readonly priorInEpisode: boolean;
  /** Did the customer have to give again what was already given? null = not assessed. */
  readonly repeated: boolean | null;
};

/** Shares 0..1, each with its own denominator. */
export type TransferAndRepeat = Outcome & {
  readonly transferRate: number | null; readonly transferN: number; readonly meanTransfers: number | null;
  readonly repeatAll: number | null; readonly repeatAllN: number; readonly repeatAtRisk: number | null; readonly repeatAtRiskN: number;
};

/**
 * Transfer rate (contacts with at least one transfer / known) and repeat-information rate over all assessed contacts and over those
 * at risk (transferred, or not the first of their episode). NO_DATA without a contact; ZERO_DENOMINATOR per empty denominator.
 */
export function transferAndRepeatInformation(contacts: readonly AssessedContact[]): TransferAndRepeat {
  const transfers = contacts.map((contact) => contact.transfers).filter((count) => count !== null);
  const assessed = contacts.filter((contact) => contact.repeated !== null);
  const atRisk = assessed.filter((contact) => contact.priorInEpisode || (contact.transfers ?? 0) > 0);
  const repeated = (some: readonly AssessedContact[]) => some.filter((contact) => contact.repeated === true).length;
  const rates = {
    transferRate: ratio(transfers.filter((count) => count > 0).length, transfers.length), transferN: transfers.length,
    meanTransfers: ratio(sum(transfers), transfers.length),
    repeatAll: ratio(repeated(assessed), assessed.length), repeatAllN: assessed.length,
    repeatAtRisk: ratio(repeated(atRisk), atRisk.length), repeatAtRiskN: atRisk.length,
  };
  if (contacts.length === 0) return { ...rates, ...unavailable('NO_DATA') };
  const reasons = reasonsFor(
    ['meanTransfers', rates.meanTransfers === null, 'ZERO_DENOMINATOR'],
    ['repeatAll', rates.repeatAll === null, 'ZERO_DENOMINATOR'],
    ['repeatAtRisk', rates.repeatAtRisk === null, 'ZERO_DENOMINATOR'],
  );
  return { ...rates, ...(rates.transferRate === null ? unavailable('ZERO_DENOMINATOR', reasons) : available(reasons)) };
}
