import type { Slide } from '#shared/model/briefing.ts';
import { shortened } from '#shared/plots/drawing.ts';
import { count } from '../figures.ts';
import type { Box, Colours } from './layout.ts';
import type { NativeChart, Side } from './native-chart.ts';
import type { Canvas } from './parts.ts';

/** Where a chart stands, and how large its words are, in points. */
export type Place = { box: Box; size: number };

/**
 * Puts a chart on a slide. The library makes the frame and the parts; what stands in them, picture and sheet, is written
 * from `chart` when the deck is finished.
 */
export function placeChart({ target, deck, charts }: Canvas, chart: NativeChart, { box, description }: { box: Box; description: string }): void {
  charts.push(chart);
  target.addChart(deck.ChartType.bar, [{ name: 'x', labels: ['x'], values: [1] }], { ...box, objectName: 'Chart', altText: description });
}

/** Company and customers per row as two marks joined by their gap: a line chart without lines, in which a square is the company. */
export function dumbbellChart({ rows }: NonNullable<Slide['chart']>, colour: Colours, size: number): NativeChart {
  const isAbove = rows.map((row) => (row.company ?? 0) >= (row.customer ?? 0));
  const sides = (up: boolean): Side[] => isAbove.map((above) => above === up ? 't' : 'b');
  return {
    head: 'Part', rows: rows.map((row) => `${shortened(row.label, 44)} (n\u00a0${count(row.n)})`), size, hasLegend: true,
    series: [
      { name: 'We say good', values: rows.map((row) => row.company), colour: colour.company, form: 'marks', symbol: 'square', labels: { format: '0%', sides: sides(true) } },
      { name: 'Customers say good', values: rows.map((row) => row.customer), colour: colour.customer, form: 'marks', symbol: 'circle', labels: { format: '0%', sides: sides(false) } },
      { name: 'From', values: rows.map((row) => row.customer), colour: colour.white, form: 'line', isClear: true, joinedBy: 'Between them' },
    ],
    columns: [
      { name: 'Between them', values: rows.map((row) => row.company === null || row.customer === null ? null : row.company - row.customer) },
      { name: 'Gap, points', values: rows.map((row) => row.gap) }, { name: '95% from', values: rows.map((row) => row.lo) }, { name: '95% to', values: rows.map((row) => row.hi) }, { name: 'n', values: rows.map((row) => row.n) },
    ],
    x: { format: 'General' }, y: { format: '0%', min: 0, max: 1, step: 0.25 },
  };
}

/** Shares as lying bars, the largest on top. */
export function barsChart({ rows }: NonNullable<Slide['bars']>, colour: Colours, size: number): NativeChart {
  const highest = Math.max(0.1, ...rows.map((row) => row.share));
  return {
    head: 'Cause', rows: rows.map((row) => `${shortened(row.label, 44)} (${shortened(row.owner ?? 'no owner yet', 30)}, ${count(row.x)})`), size, hasLegend: false, isLying: true,
    series: [{ name: 'Share of coded interactions', values: rows.map((row) => row.share), colour: colour.bar, form: 'bar', labels: { format: '0%', sides: ['outEnd'] } }],
    columns: [
      { name: 'Interactions', values: rows.map((row) => row.x) }, { name: 'Of', values: rows.map((row) => row.n) }, { name: '95% from', values: rows.map((row) => row.lo) }, { name: '95% to', values: rows.map((row) => row.hi) },
    ],
    x: { format: 'General' }, y: { format: '0%', min: 0, max: Math.min(1, highest * 1.15), isHidden: true },
  };
}
