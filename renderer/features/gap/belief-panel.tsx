import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { dumbbellHeight, dumbbellOption } from '#renderer/charts/dumbbell/dumbbell-option.ts';
import { dumbbellRows } from '#renderer/charts/dumbbell/dumbbell-rows.ts';
import { dumbbellDescription, dumbbellTable } from '#renderer/charts/dumbbell/dumbbell-words.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { GapReport } from '#shared/model/gap.ts';
import { Benchmark } from './benchmark.tsx';
import { DumbbellKey } from './dumbbell-key.tsx';
import type { GapQuestion } from './gap-question.ts';
import { findingText, stateOf } from './finding-text.ts';

/** The mirrored question put to people here and to customers, by group; and, apart from it, the famous pair. */
export function BeliefPanel({ belief, asked }: { belief: GapReport; asked: GapQuestion }) {
  const { t } = useTranslation('gap');
  const writing = useWriting();
  const rows = useMemo(() => dumbbellRows(belief.segments, {
    writing, few: 'faint', nameOf: (group) => writing.t(`gap:segments.belief.${group ?? 'leader'}`, { defaultValue: group ?? '' }),
  }), [belief.segments, writing]);
  const build = useCallback((canvas: ChartCanvas) => dumbbellOption(rows, {
    gap: writing.t(canvas.width < 560 ? 'charts:dumbbell.gapShort' : 'charts:dumbbell.gapHeading'), n: writing.t('charts:n'), unit: 'percent',
  }, canvas), [rows, writing]);
  const state = stateOf(belief);
  const names = { of: t('belief.group'), company: t('belief.inside'), customer: t('figure.customer.belief') };
  const title = findingText(belief, writing);
  const subtitle = t('segments.subtitle.belief', { count: belief.customer.n, n: figureOf(belief.customer, writing).n });
  const isShown = state === null || state === 'few';
  return (
    <section className="gap-belief" aria-labelledby="gap-belief-title" data-region="belief">
      <h2 id="gap-belief-title">{t('belief.title')}</h2>
      <div className="gap-belief-pair">
        <ChartFrame
          title={title}
          subtitle={`${t(belief.topBox === 1 ? 'belief.subtitleOne' : 'belief.subtitleTwo')} ${isShown ? subtitle : ''}`}
          description={`${title}. ${dumbbellDescription(rows, names, writing)}`}
          table={isShown ? dumbbellTable(rows, names, writing) : { columns: [], rows: [] }}
          evidence={evidenceOf(belief.customer)}
          onAddToBriefing={isShown && belief.gap.n >= 5 ? () => void addToBriefing(writing.t, { of: 'belief', topBox: asked.topBox }) : undefined}
          tools={isShown ? <DumbbellKey /> : undefined}
          footnote={<p>{t(state === 'noCustomer' ? 'belief.noCustomer' : isShown ? 'belief.poll' : 'belief.add')}</p>}
        >
          {isShown && rows.length > 0 ? (
            <Chart
              build={build}
              height={dumbbellHeight(rows.length)}
              onMark={() => {
                const evidence = evidenceOf(belief.customer);
                if (evidence) openEvidence(evidence);
              }}
            />
          ) : null}
        </ChartFrame>
        <Benchmark isShown={belief.definitions.showBenchmark} />
      </div>
    </section>
  );
}
