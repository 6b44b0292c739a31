import { displayOf, figureOf } from '#renderer/charts/figure-display.ts';
import { fieldName } from '#renderer/charts/segment-name.ts';
import { countText, decimalText, valueText, type Writing } from '#renderer/ui/figure-text.ts';
import type { GapReport } from '#shared/model/gap.ts';
import type { SegmentField } from '#shared/model/interaction-filter.ts';

/** The rules that decide what is good, for both sides. */
export function goodText({ definitions, topBox, definition, customerItem }: GapReport, { t, locale }: Writing): string {
  const question = customerItem === null ? '' : t('gap:good.item', { item: customerItem.key, min: decimalText(customerItem.scaleMin, locale), max: decimalText(customerItem.scaleMax, locale) });
  if (definition === 'mean') return question;
  const customer = `${t(topBox === 1 ? 'gap:good.topOne' : 'gap:good.topTwo')} ${question}`.trim();
  if (definition === 'belief') return customer;
  const company = t(definitions.companyGoodRule === 'marked' ? 'gap:good.marked' : 'gap:good.score', { min: decimalText(definitions.companyGoodMin, locale) });
  return `${company} ${customer}`;
}

/** The rules of few, and the sentence about the definition, say these already. */
const saidElsewhere = ['below_5', 'below_30', 'different_interactions', 'different_people'];

/** What must be said with the figures: other rule, other mix, what was left out, repeated customers. */
export function remarksOf(report: GapReport, by: SegmentField, writing: Writing): string[] {
  const { t, locale } = writing;
  const { sensitivity, mixAdjusted, gap, targetedLeftOut, definition, limitsOfAgreement, rankAgreement } = report;
  const remarks: string[] = [];
  if (sensitivity !== null && displayOf(sensitivity.gap) === 'full') {
    const { value, interval } = figureOf(sensitivity.gap, writing);
    remarks.push(t(sensitivity.topBox === 1 ? 'gap:sensitivity.one' : 'gap:sensitivity.two', { gap: interval === null ? value : t('gap:sensitivity.interval', { gap: value, interval }) }));
  }
  if (isMixed(report) && mixAdjusted !== null) {
    remarks.push(t('gap:mixAdjusted', { of: fieldName(by, writing), adjusted: figureOf(mixAdjusted, writing).value, raw: figureOf(gap, writing).value }));
  }
  if (limitsOfAgreement !== null && displayOf(gap) === 'full') remarks.push(t('gap:limits', { lo: valueText(limitsOfAgreement.lo, 'points', writing), hi: valueText(limitsOfAgreement.hi, 'points', writing) }));
  if (rankAgreement !== null && rankAgreement.value !== null) remarks.push(t('gap:rank', { rho: decimalText(rankAgreement.value, locale, 2).replace('-', '−'), n: countText(rankAgreement.n, locale) }));
  if (targetedLeftOut > 0 && definition !== 'belief') remarks.push(t('gap:targeted', { count: targetedLeftOut, n: countText(targetedLeftOut, locale) }));
  const flags = new Set([...report.company.flags, ...report.customer.flags, ...gap.flags].filter((flag) => !saidElsewhere.includes(flag)));
  for (const flag of flags) {
    const words = t(`charts:flag.${flag}`, { defaultValue: '' });
    if (words !== '') remarks.push(words);
  }
  return remarks;
}

/**
 * Does the mix of parts make a difference worth telling (metric specification 1: another sign, or more than 5 points)?
 * Matched interactions have the same mix on both sides by construction.
 */
function isMixed({ definition, mixAdjusted, gap }: GapReport): boolean {
  if (definition !== 'scorecard' || mixAdjusted?.value === null || mixAdjusted === null || gap.value === null || displayOf(gap) !== 'full') return false;
  return Math.sign(mixAdjusted.value) !== Math.sign(gap.value) || Math.abs(mixAdjusted.value - gap.value) > 5;
}
