import { z } from 'zod';
import { matchedGap, unpairedGap } from '../perception-gap.ts';
import { stratifiedGap } from '../stratified-gap.ts';
import { count, isPart, nonNegative } from './fields.ts';
import { answerFrom, metric } from './metric.ts';

const square = z.object({
  company_good_customer_good: count, company_good_customer_bad: count, company_bad_customer_good: count, company_bad_customer_bad: count,
});

const company = isPart('company_yes', 'company_n');
const customer = isPart('customer_yes', 'customer_n');
const twoSides = z.object({ company_yes: nonNegative, company_n: nonNegative, customer_yes: nonNegative, customer_n: nonNegative })
  .refine(company.check, company.because).refine(customer.check, customer.because);

const stratum = z.object({
  stratum: z.union([z.string(), z.number()]), g1_yes: nonNegative, g1_no: nonNegative, g2_yes: nonNegative, g2_no: nonNegative,
}).transform((input) => ({ g1Yes: input.g1_yes, g1No: input.g1_no, g2Yes: input.g2_yes, g2No: input.g2_no }));

export const gapMetrics = [
  metric('perception_gap_matched', square, (input) => answerFrom(matchedGap({
    both: input.company_good_customer_good, companyOnly: input.company_good_customer_bad,
    customerOnly: input.company_bad_customer_good, neither: input.company_bad_customer_bad,
  }), {
    gap: 'gap', gap_ci: 'gapCi', company: 'company', customer: 'customer', mcnemar_z: 'mcnemarZ', mcnemar_p_mid: 'mcnemarPMid',
    blind_spot_rate: 'blindSpotRate', blind_spot_ci: 'blindSpotCi', hidden_strength_rate: 'hiddenStrengthRate',
    qa_miss_rate: 'qaMissRate', qa_miss_ci: 'qaMissCi', kappa: 'kappa', ac1: 'ac1',
  })),
  metric('perception_gap_unpaired', twoSides, (input) => answerFrom(unpairedGap({
    companyYes: input.company_yes, companyN: input.company_n, customerYes: input.customer_yes, customerN: input.customer_n,
  }), { gap: 'gap', ci: 'ci' })),
  metric('stratified_gap', z.object({ strata: z.array(stratum) }), ({ strata }) => answerFrom(stratifiedGap(strata), {
    standardised_gap: 'standardisedGap', raw_gap: 'rawGap', mantel_haenszel_or: 'mantelHaenszelOr',
  })),
];
