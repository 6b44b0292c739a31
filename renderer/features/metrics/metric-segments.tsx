import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { isRankable, segmentBars, segmentBarsDescription, segmentBarsFinding, segmentBarsTable } from '#renderer/charts/bars/segment-bars.ts';
import { segmentBarsHeight, segmentBarsOption } from '#renderer/charts/bars/segment-bars-option.ts';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { fieldName, hasOwnOrder, segmentName, segmentOrder } from '#renderer/charts/segment-name.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import { axisOf } from './axis-format.ts';
import { metricLabel, type ListedMetric } from './metric-names.ts';
import type { Exploration } from './use-exploration.ts';

type MetricSegmentsProps = { metric: ListedMetric; exploration: Exploration; by: SegmentField; filter: InteractionFilter };

/** The metric by part. People stand by name, only with 30 or more, as dots: never a ranking. */
export function MetricSegments({ metric, exploration, by, filter }: MetricSegmentsProps) {
  const { t } = useTranslation('metrics');
  const writing = useWriting();
  const isPeople = by === 'agent';
  const bars = useMemo(() => segmentBars(exploration.segments, {
    nameOf: (segment) => segmentName(by, segment, writing), orderOf: (segment, name) => segmentOrder(by, segment, name),
    order: isPeople || hasOwnOrder(by) ? 'name' : isRankable(exploration.segments) ? 'value' : 'n', isOnlyFull: isPeople,
  }, writing), [exploration.segments, by, isPeople, writing]);
  const build = useCallback((canvas: ChartCanvas) => segmentBarsOption(bars, { ...axisOf(exploration.whole, writing), n: writing.t('charts:n'), isDots: isPeople }, canvas), [bars, exploration.whole, isPeople, writing]);
  const [label, of] = [metricLabel(t, metric), fieldName(by, writing)];
  const finding = exploration.segments.length === 0 ? t('segments.none', { of }) : segmentBarsFinding(bars, { metric: label, of, isPeople }, writing);
  const subtitle = t('segments.subtitle', { metric: label, of, n: figureOf(exploration.whole, writing).n });
  return (
    <ChartFrame
      title={finding}
      subtitle={subtitle}
      description={segmentBarsDescription(bars, finding, writing)}
      table={segmentBarsTable(bars, { of, value: label }, writing)}
      evidence={exploration.whole.n === 0 ? null : evidenceOf(exploration.whole)}
      onAddToBriefing={isPeople || bars.every((bar) => bar.value === null) ? undefined : () => void addToBriefing(writing.t, { of: 'metricSegments', name: metric.name, label, by, filter })}
      footnote={(
        <>
          {isPeople ? <p>{t('segments.peopleNote')}</p> : null}
          {isPeople || hasOwnOrder(by) || isRankable(exploration.segments) ? null : <p>{t('segments.orderNote')}</p>}
          {by === 'cause' ? <p>{t('segments.causeNote')}</p> : null}
        </>
      )}
    >
      {bars.length === 0 ? null : (
        <Chart
          build={build}
          height={segmentBarsHeight(bars.length)}
          onMark={(id) => {
            const evidence = bars.find((bar) => bar.id === id)?.evidence;
            if (evidence) openEvidence(evidence);
          }}
        />
      )}
    </ChartFrame>
  );
}
