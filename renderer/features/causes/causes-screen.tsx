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
import './causes.css';
import { useCausesQuestion } from './causes-question.ts';
import { ParetoView } from './pareto-view.tsx';

/** From cause to owner to money. */
export function CausesScreen() {
  const { t } = useTranslation('causes');
  const { question, change } = useCausesQuestion();
  const { weight, method, filter } = question;
  const report = useQuery({ ...orpc.causes.report.queryOptions({ input: { weight, method, filter } }), placeholderData: keepPreviousData });
  return (
    <Screen title={t('title')}>
      <div className="causes" aria-busy={report.isPlaceholderData} data-stale={report.isPlaceholderData ? '' : undefined}>
        <div className="causes-bar">
          <PeriodPicker filter={filter} onChange={(next) => change({ filter: next })} />
          <QueuePicker filter={filter} onChange={(next) => change({ filter: next })} />
        </div>
        <OtherFilters filter={filter} onChange={(next) => change({ filter: next })} />
        {report.error ? <ErrorState failure={failureOf(report.error)} onRetry={() => void report.refetch()} /> : null}
        {report.data === undefined && !report.error ? <Delayed><Skeleton label={t('loading')} lines={8} /></Delayed> : null}
        {report.data === undefined ? null : <ParetoView report={report.data} question={question} change={change} />}
      </div>
    </Screen>
  );
}
