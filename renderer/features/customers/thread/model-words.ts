import { countText, dateText, decimalText, fixedText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import type { ModelValue } from '#shared/model/model-value.ts';
import { moneyText, roundMoneyText } from '../money-text.ts';

/** The value in two digits with its interval; or that the customer has left; or why there is none. */
export function modelValueText({ value, currency, leftOn, refusal }: ModelValue, { t, locale }: Writing): string {
  if (leftOn !== null) return t('customers:model.left', { day: dateText(leftOn, locale) });
  if (value.value === null) return refusal === null ? t(`customers:model.none.${value.reason ?? 'NO_DATA'}`) : t(`customers:model.refused.${refusal}`);
  const about = roundMoneyText(value.value, currency, locale);
  return value.ci === null ? about : t('customers:model.interval', { value: about, lo: roundMoneyText(value.ci.lo, currency, locale), hi: roundMoneyText(value.ci.hi, currency, locale) });
}

/** What the first three quarters of the time expected of the last one, and what came. */
export function holdOutText({ of, from, customers, predicted, observed }: NonNullable<ModelValue['holdOut']>, { t, locale }: Writing): string {
  const known = { day: dateText(from, locale), n: countText(customers, locale) };
  if (of === 'stayed') {
    const off = Math.abs(Math.round(predicted * 100) - Math.round(observed * 100));
    return t('customers:model.holdOut', { ...known, predicted: shareText(predicted, locale), observed: shareText(observed, locale), count: off, off: countText(off, locale) });
  }
  const expected = countText(Math.round(predicted), locale);
  if (observed === 0) return t('customers:model.purchasesHoldOutNone', { ...known, predicted: expected });
  const off = Math.round((100 * Math.abs(predicted - observed)) / observed);
  return t('customers:model.purchasesHoldOut', { ...known, predicted: expected, observed: countText(observed, locale), off: countText(off, locale) });
}

/** Purchases to come, what each brings, and how likely the customer still buys; nothing of that chance where the model cannot tell. */
function aheadText({ value, ahead, currency }: ModelValue, { t, locale }: Writing): string[] {
  if (ahead === null) return [];
  return [
    t('customers:model.ahead', { purchases: fixedText(ahead.purchases, locale), count: ahead.years, years: decimalText(ahead.years, locale, 1), n: countText(value.n, locale) }),
    ...(ahead.each === null ? [] : [t('customers:model.each', { each: moneyText(ahead.each, currency, locale) })]),
    ahead.stillBuys === null ? t('customers:model.again.once') : t('customers:model.again.some', { chance: shareText(ahead.stillBuys, locale), bought: countText(ahead.bought, locale) }),
  ];
}

function yearsText({ value, method, years, retention, yearMargin, currency, leftOn }: ModelValue, { t, locale }: Writing): string[] {
  if (value.value === null || method === null || years === null || yearMargin === null || leftOn !== null) return [];
  return [t(`customers:model.how.${method}`, {
    margin: moneyText(yearMargin, currency, locale), years: fixedText(years, locale), n: countText(value.n, locale), retention: retention === null ? '' : shareText(retention, locale),
  })];
}

/** Of what the value is made, and why by this model. */
export function modelHowText(model: ModelValue, writing: Writing): string {
  const how = model.method === 'bgnbd' ? aheadText(model, writing) : yearsText(model, writing);
  if (how.length === 0) return '';
  const { t } = writing;
  const isSum = model.value.value !== null;
  return [
    ...how, ...(model.basis === null ? [] : [t(`customers:model.choice.${model.basis}`)]),
    ...(isSum ? [t('customers:model.planning')] : []), ...(isSum && model.value.flags.includes('revenue_based') ? [t('customers:value.flag.revenue_based')] : []),
  ].join(' ');
}
