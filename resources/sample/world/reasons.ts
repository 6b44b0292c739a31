export const queues = ['Billing', 'Moving home', 'Outages', 'Tariffs', 'Complaints'] as const;
export type Queue = (typeof queues)[number];

export const reasonIds = [
  'estimated-bill', 'direct-debit', 'missing-payment', 'paper-fee', 'credit-refund', 'final-bill', 'new-home', 'previous-occupier',
  'power-cut', 'meter-display', 'planned-work', 'deal-end', 'night-rate', 'exit-fee', 'missed-visit', 'broken-promise', 'debt-letter',
] as const;
export type ReasonId = (typeof reasonIds)[number];

/** Why a customer contacts the company. `weight` is its usual share among new issues (the fee has a weekly quota instead). */
export type Reason = { id: ReasonId; label: string; queue: Queue; cause: string; product: string; weight: number };

export const reasons: readonly Reason[] = [
  { id: 'estimated-bill', label: 'Estimated bill too high', queue: 'Billing', cause: 'BE', product: 'Dual fuel', weight: 9 },
  { id: 'direct-debit', label: 'Direct debit increase', queue: 'Billing', cause: 'BD', product: 'Dual fuel', weight: 9 },
  { id: 'missing-payment', label: 'Payment not credited', queue: 'Billing', cause: 'BP', product: 'Dual fuel', weight: 6 },
  { id: 'paper-fee', label: 'Paper bill fee', queue: 'Billing', cause: 'BF', product: 'Paper billing', weight: 0 },
  { id: 'credit-refund', label: 'Refund of credit', queue: 'Billing', cause: 'BR', product: 'Dual fuel', weight: 5 },
  { id: 'final-bill', label: 'Final bill after moving', queue: 'Moving home', cause: 'MF', product: 'Dual fuel', weight: 6 },
  { id: 'new-home', label: 'Registering at a new address', queue: 'Moving home', cause: 'MR', product: 'Dual fuel', weight: 5 },
  { id: 'previous-occupier', label: 'Letters for previous occupier', queue: 'Moving home', cause: 'MO', product: 'Dual fuel', weight: 4 },
  { id: 'power-cut', label: 'Power cut', queue: 'Outages', cause: 'SO', product: 'Electricity', weight: 8 },
  { id: 'meter-display', label: 'Smart meter not working', queue: 'Outages', cause: 'SM', product: 'Smart meter', weight: 6 },
  { id: 'planned-work', label: 'Planned interruption', queue: 'Outages', cause: 'SP', product: 'Electricity', weight: 3 },
  { id: 'deal-end', label: 'Fixed deal ending', queue: 'Tariffs', cause: 'TE', product: 'Fixed tariff', weight: 7 },
  { id: 'night-rate', label: 'Night rate set-up', queue: 'Tariffs', cause: 'TN', product: 'Night tariff', weight: 4 },
  { id: 'exit-fee', label: 'Exit fee', queue: 'Tariffs', cause: 'TX', product: 'Fixed tariff', weight: 3 },
  { id: 'missed-visit', label: 'Missed appointment', queue: 'Complaints', cause: 'CA', product: 'Smart meter', weight: 3 },
  { id: 'broken-promise', label: 'Promised call not made', queue: 'Complaints', cause: 'CP', product: 'Dual fuel', weight: 2.6 },
  { id: 'debt-letter', label: 'Debt letter in error', queue: 'Complaints', cause: 'CL', product: 'Dual fuel', weight: 2.4 },
];

/** The reason with this id. */
export function reasonOf(id: ReasonId): Reason {
  const reason = reasons.find((candidate) => candidate.id === id);
  if (!reason) throw new RangeError(`no reason ${id}`);
  return reason;
}
