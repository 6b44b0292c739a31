import { z } from 'zod';
import { cohenKappa } from '../cohen.ts';
import { fleissKappa } from '../fleiss.ts';
import { agreementWithMissing } from '../gwet.ts';
import { icc } from '../icc.ts';
import { alphaPanel } from '../krippendorff.ts';
import { spanF1 } from '../span-f1.ts';
import { ratingsNeeded } from '../spearman-brown.ts';
import { unitizingAlpha } from '../unitizing.ts';
import { codedStretch, count, nonNegative, number, rectangular, share } from './fields.ts';
import { answerFrom, metric } from './metric.ts';

const category = z.union([z.string(), z.number()]);

const categorised = z.object({ observers_by_units: rectangular(category.nullable()), categories: z.array(category) })
  .superRefine(({ observers_by_units: rows, categories }, context) => {
    const known = new Set(categories);
    if (known.size < categories.length) context.addIssue({ code: 'custom', path: ['categories'], message: 'lists a category twice' });
    for (const [observer, row] of rows.entries()) {
      const unit = row.findIndex((value) => value !== null && !known.has(value));
      if (unit >= 0) context.addIssue({ code: 'custom', path: ['observers_by_units', observer, unit], message: 'is not one of the categories' });
    }
  });

const square = rectangular(nonNegative).refine((rows) => rows.every((row) => row.length === rows.length), 'is not square');

const equalRaters = rectangular(count).superRefine((rows, context) => {
  const sums = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  const index = sums.findIndex((sum) => sum !== sums[0]);
  if (index >= 0) context.addIssue({ code: 'custom', path: [index], message: 'has another number of raters than the first unit' });
});

const continuum = z.object({ length: nonNegative, observers: z.array(z.array(codedStretch)) }).superRefine(({ length, observers }, context) => {
  for (const [observer, spans] of observers.entries()) {
    const beyond = spans.findIndex((span) => span.end > length);
    if (beyond >= 0) context.addIssue({ code: 'custom', path: ['observers', observer, beyond], message: 'ends after the continuum' });
    const overlap = spans.findIndex((span, index) => spans.some((other, before) => before < index && other.start < span.end && span.start < other.end));
    if (overlap >= 0) context.addIssue({ code: 'custom', path: ['observers', observer, overlap], message: 'overlaps another span of the observer' });
  }
});

export const agreementMetrics = [
  metric('krippendorff_alpha', z.object({ observers_by_units: rectangular(number.nullable()) }),
    (input) => answerFrom(alphaPanel(input.observers_by_units), { nominal: 'nominal', ordinal: 'ordinal', interval: 'interval', ratio: 'ratio' })),
  metric('agreement_with_missing', categorised, (input) => answerFrom(agreementWithMissing(input.observers_by_units, input.categories), {
    ac1: 'ac1', percent_agreement: 'percentAgreement', fleiss_kappa: 'fleissKappa', brennan_prediger: 'brennanPrediger',
  })),
  metric('cohen_kappa', z.object({ table: square }), ({ table }) => answerFrom(cohenKappa(table), {
    kappa: 'kappa', se: 'se', ci: 'ci', percent_agreement: 'percentAgreement', linear_weighted: 'linearWeighted', linear_se: 'linearSe',
    quadratic_weighted: 'quadraticWeighted', quadratic_se: 'quadraticSe', gwet_ac1: 'gwetAc1', scott_pi: 'scottPi', krippendorff_alpha: 'krippendorffAlpha',
  })),
  metric('fleiss_kappa', z.object({ counts: equalRaters }), ({ counts }) => answerFrom(fleissKappa(counts), { kappa: 'kappa', p_bar: 'pBar', p_e: 'pE' })),
  metric('icc', z.object({ targets_by_raters: rectangular(number) }), (input) => answerFrom(icc(input.targets_by_raters), {
    ICC2: 'icc2', ICC2k: 'icc2k', ICC1: 'icc1', ICC3: 'icc3', ICC1k: 'icc1k', ICC3k: 'icc3k',
  })),
  metric('spearman_brown', z.object({ icc_single: z.number().max(1), target: share }),
    (input) => answerFrom(ratingsNeeded(input.icc_single, input.target), { k: 'k', k_exact: 'kExact' })),
  metric('unitizing_alpha', continuum, (input) => answerFrom(unitizingAlpha(input), { nominal: 'nominal', binary: 'binary' })),
  metric('boundary_tolerant_f1', z.object({ reference: z.array(codedStretch), other: z.array(codedStretch), boundary_tolerance: nonNegative }),
    (input) => answerFrom(spanF1(input.reference, input.other, input.boundary_tolerance), { f1: 'f1', tp: 'tp', precision: 'precision', recall: 'recall' })),
];
