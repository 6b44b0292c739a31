import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answerHeight, answerOption } from '#renderer/charts/answers/answer-option.ts';
import { answerSpread, spreadDescription, spreadFinding, spreadTable } from '#renderer/charts/answers/answer-spread.ts';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { evidenceOf } from '#renderer/charts/open-evidence.ts';
import { countText, shareText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { metricLabel, type ListedMetric } from './metric-names.ts';
import type { Exploration } from './use-exploration.ts';

/** How the values behind the figure spread; absent where that says no more than the figure. */
export function MetricSpread({ metric, exploration, filter }: { metric: ListedMetric; exploration: Exploration; filter: InteractionFilter }) {
  const { t } = useTranslation('metrics');
  const writing = useWriting();
  const spread = useMemo(() => answerSpread(exploration.distribution), [exploration.distribution]);
  const nameOf = useCallback((label: string) => writing.t(`metrics:distribution.answer.${label}`, { defaultValue: label }), [writing]);
  const share = useCallback((value: number) => shareText(value, writing.locale), [writing.locale]);
  const build = useCallback((canvas: ChartCanvas) => answerOption(spread, { nameOf, share, part: (answer, part) => writing.t('metrics:distribution.part', { answer, share: part }) }, canvas), [spread, nameOf, share, writing]);
  if (spread.display === 'none') return null;
  const title = t('distribution.title', { finding: spreadFinding(spread, nameOf, writing) });
  return (
    <ChartFrame
      title={title}
      subtitle={t('distribution.subtitle', { n: spread.display === 'hidden' ? writing.t('charts:fewerThan', { n: 5 }) : countText(spread.n, writing.locale) })}
      description={spreadDescription(spread, nameOf, writing)}
      table={spreadTable(spread, nameOf, writing)}
      evidence={evidenceOf(exploration.whole)}
      onAddToBriefing={spread.display === 'hidden' ? undefined : () => void addToBriefing(writing.t, { of: 'metricSpread', name: metric.name, label: metricLabel(t, metric), filter })}
      footnote={spread.kind === 'steps' && spread.display !== 'hidden' ? (
        <ul className="answer-key">
          {spread.entries.map((entry) => <li key={entry.label}><span className="answer-mark" data-answer={entry.label} aria-hidden />{t('distribution.part', { answer: nameOf(entry.label), share: share(entry.share) })}</li>)}
        </ul>
      ) : undefined}
    >
      {spread.display === 'hidden' ? null : <Chart build={build} height={answerHeight(spread)} />}
    </ChartFrame>
  );
}
