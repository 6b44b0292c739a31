import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, dateText, shareText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { AtRiskScenario, TierScenario } from '#shared/model/customer.ts';
import { roundMoneyText } from '../money-text.ts';

/** Value at risk by tier, or in words why it cannot be said yet. */
export function ScenarioTiles() {
  const { t } = useTranslation('customers');
  const { data } = useQuery(orpc.customers.scenario.queryOptions());
  if (data === undefined) return null;
  const shown = data.tiers.filter(({ tier }) => tier !== 'none');
  return (
    <section className="scenario" aria-label={t('scenario.title')}>
      {shown.length === 0 ? <p className="text-2">{t('scenario.noPurchases')}</p> : shown.map((scenario) => <Tile key={scenario.tier} scenario={scenario} whole={data} />)}
    </section>
  );
}

function Tile({ scenario, whole }: { scenario: TierScenario; whole: AtRiskScenario }) {
  const { t } = useTranslation('customers');
  const { locale } = useWriting();
  const { valueAtRisk, churn, difference, tier, customers } = scenario;
  const list = evidenceOf(valueAtRisk);
  const money = (value: number): string => roundMoneyText(value, whole.currency, locale);
  const base = whole.tiers.find((other) => other.tier === 'none');
  const isDifferent = difference.ci !== null && (difference.ci.lo > 0 || difference.ci.hi < 0);
  return (
    <div className="scenario-tile">
      <h2>{t(`scenario.tier.${tier}`, { n: countText(customers, locale) })}</h2>
      {valueAtRisk.value === null || !isDifferent ? null : (
        <p className="scenario-value tabular">
          {money(valueAtRisk.value)} {valueAtRisk.ci === null ? null : <span className="caption">{t('scenario.interval', { lo: money(valueAtRisk.ci.lo), hi: money(valueAtRisk.ci.hi) })}</span>}
        </p>
      )}
      <p className="text-2">
        {churn.value === null || base === undefined || base.churn.value === null || whole.landmark === null
          ? t('scenario.tooFew', { count: churn.n, n: countText(churn.n, locale) })
          : t(isDifferent ? 'scenario.why' : 'scenario.noDifference', {
            share: shareText(churn.value, locale), n: countText(churn.n, locale), base: shareText(base.churn.value, locale), baseN: countText(base.churn.n, locale), day: dateText(whole.landmark, locale),
          })}
      </p>
      {list === null || customers === 0 ? null : <div><Button size="small" onPress={() => openEvidence(list)}>{t('scenario.listen')}</Button></div>}
    </div>
  );
}
