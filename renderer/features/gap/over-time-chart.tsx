import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { ControlKey } from '#renderer/charts/control-chart/control-key.tsx';
import { controlMonths } from '#renderer/charts/control-chart/control-months.ts';
import { controlHeight, controlOption } from '#renderer/charts/control-chart/control-option.ts';
import { controlDescription, controlFinding, controlTable } from '#renderer/charts/control-chart/control-words.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { shareText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { GapReport } from '#shared/model/gap.ts';
import { narrowed, type GapQuestion } from './gap-question.ts';
import { periodText } from './period-text.ts';
import type { GapAnswers } from './use-gap.ts';

/** Blind spots by month with limits: is it new, or is it noise? */
export function OverTimeChart({ overTime, report, asked }: { overTime: GapAnswers['overTime']; report: GapReport; asked: GapQuestion }) {
  const { t } = useTranslation('gap');
  const writing = useWriting();
  const months = useMemo(() => controlMonths(overTime.months.map((month) => ({ ...month, figure: month.blindSpot })), writing), [overTime.months, writing]);
  const percent = useCallback((value: number) => shareText(value / 100, writing.locale), [writing.locale]);
  const { centre } = overTime;
  const build = useCallback((canvas: ChartCanvas) => controlOption(months, { format: percent, min: 0, max: 100 }, {
    canvas, intervals: [],
    lines: { centre: centre === null ? null : centre * 100, words: { centre: writing.t('charts:control.centre', { value: percent((centre ?? 0) * 100) }), upper: writing.t('charts:control.upper'), lower: writing.t('charts:control.lower'), signal: writing.t('charts:control.signal') } },
  }), [months, percent, centre, writing]);
  const finding = controlFinding(months, writing);
  const title = t('overTime.title', { finding });
  const subtitle = t('overTime.subtitle', { period: periodText(report, writing) });
  return (
    <ChartFrame
      title={title}
      subtitle={subtitle}
      description={controlDescription(months, title, writing)}
      table={controlTable(months, { value: t('overTime.value'), limitText: percent }, writing)}
      evidence={blindSpots(report)}
      onAddToBriefing={centre === null ? undefined : () => void addToBriefing(writing.t, { of: 'overTime', filter: narrowed(asked) })}
      tools={<ControlKey />}
      footnote={<p>{t('charts:control.rule')}</p>}
    >
      {months.some((month) => month.value !== null) ? (
        <Chart
          build={build}
          height={controlHeight}
          onMark={(name) => {
            const evidence = months.find((month) => month.month === name)?.evidence;
            if (evidence) openEvidence(evidence);
          }}
        />
      ) : null}
    </ChartFrame>
  );
}

const blindSpots = ({ blindSpot }: GapReport) => (blindSpot === null ? null : evidenceOf(blindSpot, { by: 'customerValue', descending: true }));
