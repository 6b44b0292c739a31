import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { orpc } from '#renderer/app/connection.ts';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { openEvidence } from '#renderer/charts/open-evidence.ts';
import { quadrantGroups, type QuadrantAnswer } from '#renderer/charts/quadrant/quadrant-groups.ts';
import { quadrantHeight, quadrantOption } from '#renderer/charts/quadrant/quadrant-option.ts';
import { quadrantDescription, quadrantFinding, quadrantRemarks, quadrantTable, quadrantWords } from '#renderer/charts/quadrant/quadrant-words.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { decimalText } from '#renderer/ui/figure-text.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { GapReport } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { periodText } from './period-text.ts';

type By = 'team' | 'queue';

/** Are we right, and are we warm? Teams or queues on both dimensions; people belong into coaching. */
export function QuadrantSection({ report, filter }: { report: GapReport; filter: InteractionFilter }) {
  const { t } = useTranslation('gap');
  const [by, setBy] = useState<By>('team');
  const { data, error } = useQuery({ ...orpc.gap.quadrant.queryOptions({ input: { by, filter } }), placeholderData: keepPreviousData });
  if (error) return <ErrorState layout="bar" failure={failureOf(error)} />;
  if (data === undefined) return <Delayed><div className="chart-frame"><Skeleton label={t('loading')} lines={8} /></div></Delayed>;
  return <QuadrantChart answer={data} by={by} onBy={setBy} period={report} filter={filter} />;
}

type QuadrantChartProps = { answer: QuadrantAnswer; by: By; onBy: (by: By) => void; period: Pick<GapReport, 'firstAt' | 'lastAt'>; filter: InteractionFilter };

function QuadrantChart({ answer, by, onBy, period, filter }: QuadrantChartProps) {
  const { t } = useTranslation('gap');
  const writing = useWriting();
  const groups = useMemo(() => quadrantGroups(answer, (name) => name ?? writing.t('figure:notKnown'), writing), [answer, writing]);
  const build = useCallback((canvas: ChartCanvas) => quadrantOption(groups, answer.threshold, { words: quadrantWords(answer, writing), canvas }), [groups, answer, writing]);
  const finding = quadrantFinding(answer, writing);
  const isDrawn = groups.some((group) => group.at !== null);
  const hasScores = answer.groups.length > 0;
  const subtitle = t('quadrant.subtitle', { of: t(by === 'team' ? 'quadrant.ofTeams' : 'quadrant.ofQueues'), threshold: decimalText(answer.threshold, writing.locale), period: periodText(period, writing) });
  return (
    <ChartFrame
      title={finding}
      subtitle={subtitle}
      description={quadrantDescription(groups, finding, writing)}
      table={quadrantTable(groups, t(by === 'team' ? 'charts:field.team' : 'charts:field.queue'), writing)}
      evidence={hasScores ? { filter: { ...filter, evaluated: true, randomOnly: true } } : null}
      onAddToBriefing={isDrawn ? () => void addToBriefing(writing.t, { of: 'quadrant', by, filter }) : undefined}
      tools={!hasScores ? undefined : <RadioGroup label={t('quadrant.by')} isLabelHidden options={[{ value: 'team', label: t('quadrant.teams') }, { value: 'queue', label: t('quadrant.queues') }]} value={by} onChange={onBy} />}
      footnote={hasScores ? quadrantRemarks(answer, writing).map((remark) => <p key={remark}>{remark}</p>) : undefined}
    >
      {isDrawn ? (
        <Chart
          build={build}
          height={quadrantHeight}
          onMark={(id) => {
            const evidence = groups.find((group) => group.id === id)?.evidence;
            if (evidence) openEvidence(evidence);
          }}
        />
      ) : null}
    </ChartFrame>
  );
}
