import { useTranslation } from 'react-i18next';
import { countText, dateText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CustomerProfile } from '#shared/model/customer.ts';
import { moneyText } from '../money-text.ts';

/** Who this is, how it stands, and what the relationship has brought. */
export function ProfileFacts({ customer }: { customer: CustomerProfile }) {
  const { t } = useTranslation('customers');
  const { locale } = useWriting();
  const n = (value: number): string => countText(value, locale);
  const { value, tier, badCount, rule } = customer;
  const remarks = value.flags.filter((flag) => flag !== 'historical').map((flag) => t(`value.flag.${flag}`));
  const known = [customer.segment, customer.region, ...Object.entries(customer.fields).map(([name, field]) => `${name}: ${field}`)].filter((part) => part !== null);
  return (
    <dl className="profile">
      <div>
        <dt>{t('profile.tier')}</dt>
        <dd>
          {tier === null || badCount === null ? t('profile.unknown') : <><span className="tier" data-tier={tier}>{t(`tier.${tier}`)}</span> {t('profile.bad', { count: badCount, n: n(badCount) })}</>}
          <span className="caption">{t('rule.short', { days: n(rule.lookBackDays), asOf: rule.asOf === null ? '' : dateText(rule.asOf, locale) })}</span>
        </dd>
      </div>
      <div>
        <dt>{t('profile.repeats')}</dt>
        <dd className="tabular">{t('profile.repeatsText', { week: n(customer.repeats7), month: n(customer.repeats30) })}<span className="caption">{t('profile.repeatsHow', { count: customer.contacts, n: n(customer.contacts) })}</span></dd>
      </div>
      <div>
        <dt>{t('profile.value')}</dt>
        <dd className="tabular">
          {value.value === null ? t(`figure:reason.${value.reason ?? 'NO_DATA'}`) : moneyText(value.value, customer.currency, locale)}
          <span className="caption">{[t('value.how', { count: value.n, n: n(value.n) }), ...remarks].join(' ')}</span>
        </dd>
      </div>
      <div>
        <dt>{t('profile.about')}</dt>
        <dd>{known.length === 0 ? t('profile.nothing') : <bdi>{known.join(' · ')}</bdi>}<span className="caption">{t(customer.consentQuotes === false ? 'profile.noQuotes' : customer.consentQuotes === true ? 'profile.quotes' : 'profile.quotesUnknown')}</span></dd>
      </div>
    </dl>
  );
}
