import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Banknote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { orpc } from '#renderer/app/connection.ts';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, shareText } from '#renderer/ui/figure-text.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { StatTile } from '#renderer/ui/stat-tile.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { CostMethod, type CostReport } from '#shared/model/cost.ts';
import type { CausesQuestion } from './causes-question.ts';
import { ChargeTable } from './charge-table.tsx';
import { costDescription, costFinding, costSubtitle, costTable } from './cost-words.ts';
import { CostFlow } from './cost-flow.tsx';
import { moneyText } from './money.ts';
import type { BriefingChartOf } from '#shared/model/briefing-chart.ts';
import { ModePanel } from './mode-panel.tsx';
import { Statements } from './statements.tsx';
import './cost.css';

type CostViewProps = { question: CausesQuestion; change: (part: Partial<CausesQuestion>) => void };

/** What service cost, who answers for it, and what each owner was told. */
export function CostView({ question, change }: CostViewProps) {
  const { t } = useTranslation('causes');
  const { method, filter: { from, to } } = question;
  const asked = { method, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const cost = useQuery({ ...orpc.causes.cost.queryOptions({ input: asked }), placeholderData: keepPreviousData });
  if (cost.error) return <ErrorState failure={failureOf(cost.error)} onRetry={() => void cost.refetch()} />;
  if (cost.data === undefined) return <Delayed><Skeleton label={t('loading')} lines={8} /></Delayed>;
  const report = cost.data;
  if (report.months === 0 || report.flags.includes('mixed_currencies')) {
    return (
      <EmptyState icon={Banknote} title={t(report.months === 0 ? 'cost.empty.title' : 'cost.mixed.title')} action={<Button variant="primary" onPress={() => runCommand('import.start')}>{t('cost.empty.action')}</Button>}>
        <p>{t(report.months === 0 ? 'cost.empty.what' : 'cost.mixed.what')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <RadioGroup label={t('cost.method.label')} value={method} options={CostMethod.options.map((value) => ({ value, label: t(`cost.method.${value}`) }))} onChange={(next) => change({ method: next })} />
      <CostTiles report={report} />
      <Flow report={report} asked={asked} />
      <ModePanel mode={report.mode} />
      <Statements report={report} asked={asked} />
    </>
  );
}

function CostTiles({ report }: { report: CostReport }) {
  const { t } = useTranslation('causes');
  const { locale } = useWriting();
  const { total, serviceCost, credits, currency, perMinute, perContact, utilisation, unused, minutesEstimated, flags } = report;
  const money = (amount: number, isExact = false): string => moneyText(amount, currency, { locale, isExact });
  return (
    <>
      <div className="cause-tiles">
        <StatTile label={t('cost.total')} value={money(total)} note={t('cost.totalNote', { service: money(serviceCost), credits: money(credits) })} />
        {perMinute.value === null ? null : <StatTile label={t('cost.perMinute')} value={money(perMinute.value, true)} note={t('cost.perMinuteNote', { minutes: countText(perMinute.denominator, locale) })} />}
        <StatTile label={t('cost.perContact')} value={perContact.value === null ? t('cost.noContact') : money(perContact.value, true)} note={t('cost.perContactNote', { n: countText(perContact.n, locale) })} />
        {utilisation.value === null ? null : <StatTile label={t('cost.unused')} value={money(unused)} note={t('cost.unusedNote', { share: shareText(utilisation.value, locale) })} />}
      </div>
      <ul className="caption">
        {flags.filter((flag) => flag !== 'minutes_estimated').map((flag) => <li key={flag}>{t(`cost.flag.${flag}`)}</li>)}
        {minutesEstimated === 0 ? null : <li>{t('cost.minutesEstimated', { count: minutesEstimated, n: countText(minutesEstimated, locale) })}</li>}
      </ul>
    </>
  );
}

function Flow({ report, asked }: { report: CostReport; asked: Omit<BriefingChartOf<'owners'>, 'of'> }) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const finding = costFinding(report, writing);
  const subtitle = costSubtitle(report, writing);
  return (
    <ChartFrame
      kind="controls" title={finding} subtitle={subtitle} description={costDescription(report, finding, writing)} table={costTable(report, writing)}
      onAddToBriefing={report.owners.length === 0 ? undefined : () => void addToBriefing(writing.t, { of: 'owners', ...asked })}
      footnote={<><p>{t('cost.rule')}</p><p>{t('cost.repeatRule')} {t('rule.association')}</p></>}
    >
      <CostFlow report={report} />
      <ChargeTable report={report} />
    </ChartFrame>
  );
}
