import { z } from 'zod';
import { chargeback } from '../chargeback.ts';
import { feeSimulator } from '../fee.ts';
import { pareto } from '../pareto.ts';
import { preventableRate } from '../preventable.ts';
import { roganGladen } from '../rogan-gladen.ts';
import { timeDrivenCost } from '../tdabc.ts';
import { count, isPart, nonNegative, share, text } from './fields.ts';
import { answerFrom, answerOf, metric } from './metric.ts';

const activity = z.object({ name: text, minutes: nonNegative, qty: nonNegative });
const capacity = z.object({ period_cost: nonNegative, practical_capacity_min: nonNegative, activities: z.array(activity) });

const ownedCost = z.object({ id: z.union([text, z.number()]), cost: nonNegative, owners: z.record(z.string(), nonNegative) })
  .transform(({ cost, owners }) => ({ cost, owners: new Map(Object.entries(owners)) }));

const codedPart = isPart('coded', 'population');
const preventablePart = isPart('preventable', 'coded');
const sample = z.object({ population: count, coded: count, preventable: count })
  .refine(codedPart.check, codedPart.because).refine(preventablePart.check, preventablePart.because);

const codedContacts = z.object({ contacts: z.array(z.object({ codes: z.array(text), cost: nonNegative })), rule: z.literal(['fractional', 'primary']) });

const scenario = z.object({
  customers: nonNegative, share_charged: share, fee: nonNegative, waived_share: share, contacts_per_charged: nonNegative,
  cost_per_contact: nonNegative, credit_per_contact: nonNegative, extra_churn: share, margin_per_customer_year: nonNegative,
  years_lost: nonNegative, discount: nonNegative,
});

export const costMetrics = [
  metric('cost_per_contact_tdabc', capacity, (input) => answerFrom(timeDrivenCost({
    periodCost: input.period_cost, practicalCapacityMin: input.practical_capacity_min, activities: input.activities,
  }), {
    rate_per_min: 'ratePerMin', unit_costs: 'unitCosts', used_min: 'usedMin', used_cost: 'usedCost', unused_min: 'unusedMin',
    unused_cost: 'unusedCost', utilisation: 'utilisation',
  })),
  metric('chargeback', z.object({ contacts: z.array(ownedCost) }), ({ contacts }) => {
    const found = chargeback(contacts);
    const allocations = found.allocations && Object.fromEntries(found.allocations);
    return answerFrom({ ...found, allocations }, { allocations: 'allocations', total: 'total' });
  }),
  metric('preventable_rate', sample, (input) => answerFrom(preventableRate(input), {
    rate: 'rate', ci: 'ci', n_star_fpc: 'nStarFpc', estimated_contacts: 'estimatedContacts', contacts_ci: 'contactsCi',
  })),
  metric('misclassification_correction', z.object({ observed: share, sensitivity: share, specificity: share }),
    (input) => answerOf('corrected', roganGladen(input), 'NOT_IDENTIFIED')),
  metric('pareto', codedContacts, ({ contacts, rule }) => {
    const found = pareto(contacts, rule);
    const weights = found.weights && Object.fromEntries(found.weights);
    const cost = found.cost && { ...Object.fromEntries(found.cost), uncoded: found.uncodedCost };
    return answerFrom({ ...found, weights, cost }, {
      order_by_cost: 'orderByCost', weights: 'weights', cost: 'cost', uncoded: 'uncoded', total_cost: 'totalCost', vital_few_80: 'vitalFew',
    });
  }),
  metric('fee_simulator', scenario, (input) => answerFrom(feeSimulator({
    customers: input.customers, shareCharged: input.share_charged, fee: input.fee, waivedShare: input.waived_share,
    contactsPerCharged: input.contacts_per_charged, costPerContact: input.cost_per_contact, creditPerContact: input.credit_per_contact,
    extraChurn: input.extra_churn, marginPerCustomerYear: input.margin_per_customer_year, yearsLost: input.years_lost, discount: input.discount,
  }), {
    net: 'net', charged_customers: 'chargedCustomers', fee_revenue: 'feeRevenue', induced_contacts: 'inducedContacts', contact_cost: 'contactCost',
    annuity: 'annuity', churn_cost: 'churnCost', break_even_contacts_per_charged: 'breakEvenContactsPerCharged',
    break_even_extra_churn: 'breakEvenExtraChurn',
  })),
];
