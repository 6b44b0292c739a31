import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import type { ChartTheme } from './chart-theme.ts';
import { openChart, type ChartOption } from './echarts-core.ts';
import { useChartTheme } from './use-chart-theme.ts';
import { useWidth } from './use-width.ts';

/** What an option builder may know of the place that it draws on. Width in CSS pixels. */
export type ChartCanvas = { theme: ChartTheme; width: number };

type ChartProps = {
  /** Pure; from the `*-option.ts` of the chart. */
  build: (canvas: ChartCanvas) => ChartOption;
  /** CSS pixels. */
  height: number;
  /** A mark with a `name` was clicked. The table of the frame offers the same to the keyboard. */
  onMark?: (name: string) => void;
};

/** The one owner of an ECharts chart: opens it, follows size and theme, disposes of it. A picture: its frame gives it a name. */
export function Chart({ build, height, onMark }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const width = useWidth(place);
  const theme = useChartTheme();
  const isMeasured = width > 0;

  useEffect(() => {
    if (!isMeasured || !place.current) return;
    const canvas = document.createElement('div');
    place.current.append(canvas);
    const opened = openChart(canvas, { width: place.current.clientWidth, height: place.current.clientHeight });
    setChart(opened);
    return () => {
      setChart(null);
      opened.dispose();
      canvas.remove();
    };
  }, [isMeasured]);

  useEffect(() => {
    if (chart === null || chart.isDisposed()) return;
    chart.resize({ width, height });
    chart.setOption({ animation: false, textStyle: { fontFamily: theme.font, color: theme.text }, ...build({ theme, width }) }, { notMerge: true });
  }, [chart, width, height, theme, build]);

  useEffect(() => {
    if (chart === null || !onMark) return;
    const follow = (event: { name?: string; data?: unknown }): void => {
      const name = nameOf(event.data) ?? event.name;
      if (name !== undefined && name !== '') onMark(name);
    };
    chart.on('click', follow);
    return () => {
      if (!chart.isDisposed()) chart.off('click', follow);
    };
  }, [chart, onMark]);

  return <div ref={place} className="chart" style={{ height }} />;
}

function nameOf(data: unknown): string | undefined {
  return typeof data === 'object' && data !== null && 'name' in data && typeof data.name === 'string' ? data.name : undefined;
}
