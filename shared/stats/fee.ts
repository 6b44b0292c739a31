import { available, reasonsFor, unavailable, type Outcome } from './outcome.ts';

/** One scenario of a fee. Shares 0..1; money in one currency; `oneOff` is spent once. */
export type FeeScenario = {
  readonly customers: number; readonly shareCharged: number; readonly fee: number; readonly waivedShare: number;
  readonly contactsPerCharged: number; readonly costPerContact: number; readonly creditPerContact: number;
  readonly extraChurn: number; readonly marginPerCustomerYear: number; readonly yearsLost: number; readonly discount: number;
  readonly oneOff?: number;
};

/** Break-evens: contacts per charged customer, and extra churn, at which the fee earns nothing. */
export type FeeResult = Outcome & {
  readonly net: number | null; readonly chargedCustomers: number; readonly feeRevenue: number; readonly inducedContacts: number;
  readonly contactCost: number; readonly annuity: number; readonly churnCost: number;
  readonly breakEvenContactsPerCharged: number | null; readonly breakEvenExtraChurn: number | null;
};

/** Present value of 1 a year at the end of each of `years` years. */
export function annuity(years: number, discount: number): number {
  return discount === 0 ? years : -Math.expm1(-years * Math.log1p(discount)) / discount;
}

/**
 * What a fee earns once the contacts, credits and lost customers that it causes are counted. ZERO_DENOMINATOR when nobody is
 * charged (net and break-evens); a break-even without a cost to divide by is ZERO_DENOMINATOR.
 */
export function feeSimulator(scenario: FeeScenario): FeeResult {
  const charged = scenario.customers * scenario.shareCharged;
  const feeRevenue = charged * (1 - scenario.waivedShare) * scenario.fee;
  const inducedContacts = charged * scenario.contactsPerCharged;
  const perContact = scenario.costPerContact + scenario.creditPerContact;
  const contactCost = inducedContacts * perContact;
  const years = annuity(scenario.yearsLost, scenario.discount);
  const perLeaver = scenario.marginPerCustomerYear * years;
  const churnCost = charged * scenario.extraChurn * perLeaver;
  const oneOff = scenario.oneOff ?? 0;
  const parts = { chargedCustomers: charged, feeRevenue, inducedContacts, contactCost, annuity: years, churnCost };
  if (charged === 0) {
    return { net: null, ...parts, breakEvenContactsPerCharged: null, breakEvenExtraChurn: null, ...unavailable('ZERO_DENOMINATOR') };
  }
  return {
    net: feeRevenue - contactCost - churnCost - oneOff, ...parts,
    breakEvenContactsPerCharged: perContact === 0 ? null : (feeRevenue - churnCost - oneOff) / (charged * perContact),
    breakEvenExtraChurn: perLeaver === 0 ? null : (feeRevenue - contactCost - oneOff) / (charged * perLeaver),
    ...available(reasonsFor(
      ['breakEvenContactsPerCharged', perContact === 0, 'ZERO_DENOMINATOR'], ['breakEvenExtraChurn', perLeaver === 0, 'ZERO_DENOMINATOR'],
    )),
  };
}
