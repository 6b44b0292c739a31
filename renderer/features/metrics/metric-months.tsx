import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { ControlKey } from '#renderer/charts/control-chart/control-key.tsx';
import { controlMonths } from '#renderer/charts/control-chart/control-months.ts';
import { controlHeight, controlOption } from '#renderer/charts/control-chart/control-option.ts';
import { controlDescription, controlTable } from '#renderer/charts/control-chart/control-words.ts';
import { axisValue, displayOf, figureOf } from '#renderer/charts/figure-display.ts';
import { openEvidence } from '#renderer/charts/open-evidence.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { axisOf } from './axis-format.ts';
import { monthsFinding } from './months-finding.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { metricLabel, type ListedMetric } from './metric-names.ts';
import type { Exploration } from './use-exploration.ts';

/** The course of a metric by month, each month with its interval; no arrow, no verdict. */
export function MetricMonths({ metric, exploration, filter }: { metric: ListedMetric; exploration: Exploration; filter: InteractionFilter }) {
  const { t } = useTranslation('metrics');
  const writing = useWriting();
  const { unit } = metric;
  const months = useMemo(() => controlMonths(exploration.months.map(({ month, envelope, isComplete }) => ({ month, figure: envelope, isComplete, lcl: null, ucl: null, isSignal: false })), writing), [exploration.months, writing]);
  const intervals = useMemo(() => exploration.months.map(({ envelope }): readonly [number, number] | null => {
    const display = displayOf(envelope);
    return envelope.ci === null || display === 'hidden' || display === 'none' ? null : [axisValue(envelope.ci.lo, unit), axisValue(envelope.ci.hi, unit)];
  }), [exploration.months, unit]);
  const build = useCallback((canvas: ChartCanvas) => controlOption(months, axisOf(exploration.whole, writing), {
    canvas, intervals, lines: { centre: null, words: { centre: '', upper: '', lower: '', signal: '' } },
  }), [months, intervals, exploration.whole, writing]);
  const label = metricLabel(t, metric);
  const title = monthsFinding(months, label, writing);
  return (
    <ChartFrame
      title={title}
      subtitle={t('months.subtitle', { n: figureOf(exploration.whole, writing).n })}
      description={controlDescription(months, title, writing)}
      table={controlTable(months, { value: label, limitText: String }, writing)}
      onAddToBriefing={months.every((month) => month.value === null) ? undefined : () => void addToBriefing(writing.t, { of: 'metricMonths', name: metric.name, label, filter })}
      tools={<ControlKey />}
    >
      {months.every((month) => month.value === null) ? null : (
        <Chart
          build={build}
          height={controlHeight}
          onMark={(name) => {
            const evidence = months.find((month) => month.month === name)?.evidence;
            if (evidence) openEvidence(evidence);
          }}
        />
      )}
    </ChartFrame>
  );
}
