import { countText, dateText, decimalText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import type { ModelValue } from '#shared/model/model-value.ts';
import { moneyText, roundMoneyText } from '../money-text.ts';

/** The value in two digits with its interval; or that the customer has left; or why there is none. */
export function modelValueText({ value, currency, leftOn }: ModelValue, { t, locale }: Writing): string {
  if (leftOn !== null) return t('customers:model.left', { day: dateText(leftOn, locale) });
  if (value.value === null) return t(`customers:model.none.${value.reason ?? 'NO_DATA'}`);
  const about = roundMoneyText(value.value, currency, locale);
  return value.ci === null ? about : t('customers:model.interval', { value: about, lo: roundMoneyText(value.ci.lo, currency, locale), hi: roundMoneyText(value.ci.hi, currency, locale) });
}

/** What the first three quarters of the time expected of the last one, and what came. */
export function holdOutText({ from, customers, predicted, observed }: NonNullable<ModelValue['holdOut']>, { t, locale }: Writing): string {
  const off = Math.abs(Math.round(predicted * 100) - Math.round(observed * 100));
  return t('customers:model.holdOut', {
    day: dateText(from, locale), n: countText(customers, locale), predicted: shareText(predicted, locale), observed: shareText(observed, locale), count: off, off: countText(off, locale),
  });
}

/** Of what the value is made. */
export function modelHowText({ value, method, years, retention, yearMargin, currency, leftOn }: ModelValue, { t, locale }: Writing): string {
  if (value.value === null || method === null || years === null || yearMargin === null || leftOn !== null) return '';
  const how = t(`customers:model.how.${method}`, {
    margin: moneyText(yearMargin, currency, locale), years: decimalText(years, locale, 1), n: countText(value.n, locale), retention: retention === null ? '' : shareText(retention, locale),
  });
  return [how, t('customers:model.planning'), ...(value.flags.includes('revenue_based') ? [t('customers:value.flag.revenue_based')] : [])].join(' ');
}
