import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { segmentBarsTable } from '#renderer/charts/bars/segment-bars.ts';
import { segmentBarsHeight, segmentBarsOption } from '#renderer/charts/bars/segment-bars-option.ts';
import { slideBars } from '#renderer/charts/bars/slide-bars.ts';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { shareText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Slide } from '#shared/model/briefing.ts';

/** Shares of one whole as bars, as the deck draws them. */
export function SlideBarsChart({ bars }: { bars: NonNullable<Slide['bars']> }) {
  const { t } = useTranslation('briefing');
  const writing = useWriting();
  const rows = useMemo(() => slideBars(bars.rows, writing), [bars.rows, writing]);
  const build = useCallback((canvas: ChartCanvas) => segmentBarsOption(rows, { format: (value) => shareText(value / 100, writing.locale), min: 0, n: writing.t('charts:n'), isDots: false }, canvas), [rows, writing]);
  return (
    <ChartFrame title={bars.title} subtitle={t('slide.bars.subtitle')} description={bars.description} table={segmentBarsTable(rows, { of: t('slide.bars.of'), value: t('slide.bars.share') }, writing)}>
      <Chart build={build} height={segmentBarsHeight(rows.length)} />
    </ChartFrame>
  );
}
