import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { OtherFilters } from '#renderer/charts/slice/other-filters.tsx';
import { PeriodPicker } from '#renderer/charts/slice/period-picker.tsx';
import { QueuePicker } from '#renderer/charts/slice/queue-picker.tsx';
import { failureOf } from '#renderer/engine/failure.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import './causes.css';
import { useCausesQuestion, type CausesView } from './causes-question.ts';
import { CostView } from './cost-view.tsx';
import { FeeView } from './fee-view.tsx';
import { ParetoView } from './pareto-view.tsx';

/** From cause to owner to money. */
export function CausesScreen() {
  const { t } = useTranslation('causes');
  const { question, change } = useCausesQuestion();
  const { weight, method, filter } = question;
  const report = useQuery({ ...orpc.causes.report.queryOptions({ input: { weight, method, filter } }), placeholderData: keepPreviousData });
  const causesPart = (
    <>
      {report.error ? <ErrorState failure={failureOf(report.error)} onRetry={() => void report.refetch()} /> : null}
      {report.data === undefined && !report.error ? <Delayed><Skeleton label={t('loading')} lines={8} /></Delayed> : null}
      {report.data === undefined ? null : <ParetoView report={report.data} question={question} change={change} />}
    </>
  );
  return (
    <Screen title={t('title')}>
      <div className="causes" aria-busy={report.isPlaceholderData} data-stale={report.isPlaceholderData ? '' : undefined}>
        <div className="causes-bar">
          <PeriodPicker filter={filter} onChange={(next) => change({ filter: next })} />
          {question.view === 'causes' ? <QueuePicker filter={filter} onChange={(next) => change({ filter: next })} /> : null}
        </div>
        {question.view === 'causes' ? <OtherFilters filter={filter} onChange={(next) => change({ filter: next })} /> : null}
        <Tabs<CausesView>
          label={t('view.label')} selected={question.view} onSelect={(view) => change({ view })}
          tabs={[
            { id: 'causes', label: t('view.causes'), content: <div className="causes"><h2 className="visually-hidden">{t('view.causes')}</h2>{causesPart}</div> },
            { id: 'cost', label: t('view.cost'), content: <div className="causes"><h2 className="visually-hidden">{t('view.cost')}</h2><CostView question={question} change={change} /></div> },
            { id: 'fee', label: t('view.fee'), content: <div className="causes"><h2 className="visually-hidden">{t('view.fee')}</h2>{report.data === undefined ? null : <FeeView report={report.data} code={question.code} />}</div> },
          ]}
        />
      </div>
    </Screen>
  );
}
