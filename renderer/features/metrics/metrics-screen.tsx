import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { OtherFilters } from '#renderer/charts/slice/other-filters.tsx';
import { PeriodPicker } from '#renderer/charts/slice/period-picker.tsx';
import { QueuePicker } from '#renderer/charts/slice/queue-picker.tsx';
import { SplitPicker, splitFields } from '#renderer/charts/slice/split-picker.tsx';
import { failureOf } from '#renderer/engine/failure.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import type { SegmentField } from '#shared/model/interaction-filter.ts';
import { MetricFigure } from './metric-figure.tsx';
import { MetricList } from './metric-list.tsx';
import { MetricMonths } from './metric-months.tsx';
import type { ListedMetric } from './metric-names.ts';
import { useMetricQuestion, type MetricQuestion } from './metric-question.ts';
import { MetricSegments } from './metric-segments.tsx';
import { MetricSpread } from './metric-spread.tsx';
import './metrics.css';
import { useExploration } from './use-exploration.ts';
import { useMetricValues } from './use-metric-values.ts';

/** Any metric, any part, any period: what it means, what it is, where it comes from. */
export function MetricsScreen() {
  const { t } = useTranslation('metrics');
  const { question, change } = useMetricQuestion();
  const { filter } = question;
  const list = useQuery(orpc.metrics.list.queryOptions());
  const metric = list.data?.find(({ name }) => name === question.name) ?? list.data?.[0];
  // A figure that only describes is not put beside a name.
  const by: SegmentField = question.by === 'agent' && metric?.direction === 'context' ? 'queue' : question.by;
  const exploration = useExploration({ name: metric?.name ?? null, by, filter });
  const values = useMetricValues({ names: (list.data ?? []).map(({ name }) => name), filter, isEnabled: exploration.isFetched });
  const { error } = list;
  return (
    <Screen title={t('title')}>
      {error ? <ErrorState failure={failureOf(error)} onRetry={() => void list.refetch()} /> : null}
      {!metric && !error ? <Delayed><Skeleton label={t('loading')} lines={8} /></Delayed> : null}
      {!metric ? null : (
        <div className="metrics">
          <div className="metrics-list" data-region="metrics">
            <MetricList metrics={list.data ?? []} values={values} selected={metric.name} onSelect={(name) => change({ name })} />
          </div>
          <Explored metric={metric} question={{ ...question, by }} change={change} exploration={exploration} />
        </div>
      )}
    </Screen>
  );
}

type ExploredProps = { metric: ListedMetric; question: MetricQuestion; change: (part: Partial<MetricQuestion>) => void; exploration: ReturnType<typeof useExploration> };

function Explored({ metric, question, change, exploration }: ExploredProps) {
  const { t } = useTranslation('metrics');
  const fields: readonly SegmentField[] = metric.direction === 'context' ? splitFields : [...splitFields, 'agent'];
  const { by, filter } = question;
  const { data, error, isPlaceholderData, refetch } = exploration;
  return (
    <div className="metric-detail" aria-busy={isPlaceholderData} data-stale={isPlaceholderData ? '' : undefined} data-region="figure">
      <div className="metrics-bar">
        <PeriodPicker filter={filter} onChange={(next) => change({ filter: next })} />
        <QueuePicker filter={filter} onChange={(next) => change({ filter: next })} />
        <SplitPicker value={by} fields={fields} onChange={(next) => change({ by: next })} />
      </div>
      <OtherFilters filter={filter} onChange={(next) => change({ filter: next })} />
      {error ? <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Delayed><Skeleton label={t('loading')} lines={6} /></Delayed> : null}
      {data === undefined ? null : (
        <>
          <MetricFigure metric={metric} envelope={data.whole} isFiltered={Object.keys(filter).length > 0} />
          {data.whole.n === 0 ? null : (
            <>
              <MetricSegments metric={metric} exploration={data} by={by} filter={filter} />
              <MetricSpread metric={metric} exploration={data} filter={filter} />
              <MetricMonths metric={metric} exploration={data} filter={filter} />
            </>
          )}
        </>
      )}
    </div>
  );
}
