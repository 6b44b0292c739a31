import type { CustomSeriesRenderItemReturn } from 'echarts';
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import type { GridComponentOption } from 'echarts/components';
import { init, use } from 'echarts/core';
import type { ComposeOption, EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | CustomSeriesOption | LineSeriesOption | ScatterSeriesOption | GridComponentOption>;
/** What a custom series draws for one item. */
export type CustomElementOption = NonNullable<CustomSeriesRenderItemReturn>;

/**
 * Opens a chart on an empty element. The SVG renderer keeps text selectable and sharp in print.
 * On disposal ECharts empties its element and its drawing through `innerHTML`, which the page's policy (trusted types)
 * refuses even for an empty string; both empty themselves without parsing instead.
 */
export function openChart(element: HTMLElement, size: { width: number; height: number }): EChartsType {
  const chart = init(element, null, { renderer: 'svg', ...size });
  for (const node of [element, ...element.querySelectorAll('svg')]) {
    Object.defineProperty(node, 'innerHTML', {
      configurable: true,
      set() {
        node.replaceChildren();
      },
    });
  }
  return chart;
}
