import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { slideRows } from '#renderer/charts/dumbbell/slide-rows.ts';
import { dumbbellHeight, dumbbellOption } from '#renderer/charts/dumbbell/dumbbell-option.ts';
import { dumbbellTable } from '#renderer/charts/dumbbell/dumbbell-words.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Slide } from '#shared/model/briefing.ts';

/** The chart of a slide, in the shapes and colours of every screen. */
export function SlideChart({ chart }: { chart: NonNullable<Slide['chart']> }) {
  const { t } = useTranslation('briefing');
  const writing = useWriting();
  const rows = useMemo(() => slideRows(chart.rows, writing), [chart.rows, writing]);
  const build = useCallback((canvas: ChartCanvas) => dumbbellOption(rows, {
    gap: writing.t(canvas.width < 560 ? 'charts:dumbbell.gapShort' : 'charts:dumbbell.gapHeading'), n: writing.t('charts:n'), unit: 'percent',
  }, canvas), [rows, writing]);
  return (
    <ChartFrame
      title={chart.title}
      subtitle={t('slide.chart.subtitle')}
      description={chart.description}
      table={dumbbellTable(rows, { of: t('slide.chart.of'), company: t('slide.chart.company'), customer: t('slide.chart.customer') }, writing)}
      tools={(
        <p className="chart-key">
          <span><span className="side-mark" data-side="company" aria-hidden />{t('slide.chart.company')}</span>
          <span><span className="side-mark" data-side="customer" aria-hidden />{t('slide.chart.customer')}</span>
        </p>
      )}
    >
      <Chart build={build} height={dumbbellHeight(rows.length)} />
    </ChartFrame>
  );
}
