import { describe, expect, it } from 'vitest';
import { plotRows } from '#engine/briefing/html/plots.ts';
import { coloursOf } from '#engine/briefing/pptx/layout.ts';
import { plotChart } from '#engine/briefing/pptx/plots.ts';
import { sheetColumns } from '#engine/briefing/pptx/native-chart.ts';
import { writeHtml } from '#engine/briefing/html/write-html.ts';
import { writePptx } from '#engine/briefing/pptx/write-pptx.ts';
import { houseTheme } from '#shared/model/briefing.ts';
import type { Plot } from '#shared/model/plot.ts';
import { plotDrawing } from '#shared/plots/plot-drawing.ts';
import { plotTable } from '#shared/plots/plot-table.ts';
import { aStory, written } from './a-story.ts';
import { cellsOf, openPackage } from './open-pptx.ts';

const words = (title: string) => ({ title, description: `${title}: what it shows, said in a whole sentence for those who cannot see it.` });
const month = (label: string, value: number, isSignal = false) => ({ label, value, n: 40, lcl: 0, ucl: 0.5, isSignal });
const bar = (label: string, value: number, [lo, hi]: readonly [number | null, number | null] = [null, null]) => ({ label, n: 31, value, lo, hi });

/** One of each kind, with what is hard about it: zeros, gaps, a sum that falls below zero, names that are no words. */
const plots: Plot[] = [
  { kind: 'control', ...words('By month'), unit: 'share', centre: 0.2, months: [month('2026-01', 0), month('2026-02', 0.25), month('2026-03', 0.75, true)] },
  { kind: 'quadrant', ...words('Right and warm'), threshold: 62.5, groups: [{ label: 'North', n: 40, technical: 74, emotional: 68 }, { label: 'South', n: 41, technical: 74.5, emotional: 68 }] },
  { kind: 'waterfall', ...words('Fee'), currency: 'GBP', steps: [
    { label: 'Fee charged', amount: 100, from: 0, to: 100, kind: 'earned' }, { label: 'Contacts', amount: -140, from: 100, to: -40, kind: 'lost' },
    { label: 'Credits', amount: -10, from: -40, to: -50, kind: 'lost' }, { label: 'Left', amount: -50, from: 0, to: -50, kind: 'left' },
  ] },
  { kind: 'survival', ...words('Still customers'), days: [0, 30, 60], groups: [
    { label: 'after a bad contact', n: 50, shares: [1, 0.8, null], at: [{ day: 30, share: 0.8, lo: 0.7, hi: 0.9, atRisk: 40 }] }, { label: 'after a good contact', n: 60, shares: [1, 0.9, 0.9], at: [] },
  ] },
  { kind: 'pareto', ...words('Cost'), currency: 'GBP', rows: [{ label: '=1+1', owner: null, amount: 60, share: 0.6, cumulative: 0.6 }, { label: '<b>Meter</b>', owner: 'Metering', amount: 40, share: 0.4, cumulative: 1 }] },
  { kind: 'bars', ...words('NPS'), unit: 'points', of: 'Queue', rows: [bar('Billing', -12, [-20, -4]), bar('Outages', 0), bar('Tariffs', 33, [20, 44])] },
  { kind: 'square', ...words('Square'), both: 100, companyOnly: 190, customerOnly: 0, neither: 80 },
];
const kindOf = (plot: Plot) => [plot.kind, plot] as const;

describe.each(plots.map(kindOf))('a %s', (kind, plot) => {
  it('says in its sheet exactly what it draws, zeros too', async () => {
    const base = aStory();
    const [slide] = base.slides;
    if (slide === undefined) throw new Error('The story has no slide.');
    const deck = openPackage(await written(writePptx, { ...base, slides: [{ ...slide, figure: null, plot }] }));
    const chart = plotChart(plot, coloursOf(houseTheme), { size: 12, width: 7.5 });
    const cells = cellsOf(openPackage(deck.parts['ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'] ?? new Uint8Array()), 'xl/worksheets/sheet1.xml');
    sheetColumns(chart).forEach((column, at) => {
      const letter = String.fromCodePoint(66 + at);
      expect(cells.get(`${letter}1`)?.value).toBe(column.name);
      expect(column.values.map((_value, row) => cells.get(`${letter}${row + 2}`)?.value ?? null)).toEqual(column.values);
    });
    expect(chart.rows.map((_row, at) => cells.get(`A${at + 2}`)?.value)).toEqual(chart.rows);
    expect([...cells.values()].filter((cell) => cell.formula !== null)).toEqual([]);
    // What the picture shows before anybody opens the sheet is the same.
    const xml = deck.text('ppt/charts/chart1.xml');
    for (const [at, series] of chart.series.entries()) {
      const own = [...xml.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)].map(([whole]) => whole).find((whole) => whole.startsWith(`<c:ser><c:idx val="${at}"/>`)) ?? '';
      const cached = [...(/<c:(?:val|yVal)>[\s\S]*?<\/c:(?:val|yVal)>/.exec(own)?.[0] ?? '').matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)/g)].map(([, index, value]) => [Number(index), Number(value)]);
      expect(cached).toEqual(series.values.flatMap((value, index) => value === null ? [] : [[index, value]]));
    }
    expect(deck.elements('ppt/slides/slide1.xml').some(({ name, attributes }) => name === 'p:cNvPr' && attributes['descr'] === plot.description)).toBe(true);
  });

  it('is drawn on a page inside its box, with its words and its figures', async () => {
    const { width, height, marks } = plotDrawing(plot);
    expect(marks.length).toBeGreaterThan(4);
    for (const mark of marks) {
      const points = mark.form === 'path' ? mark.points : mark.form === 'line' ? [[mark.x1, mark.y1], [mark.x2, mark.y2]] : mark.form === 'rect' ? [[mark.x, mark.y], [mark.x + mark.width, mark.y + mark.height]] : mark.form === 'circle' ? [[mark.cx, mark.cy]] : [[mark.x, mark.y]];
      for (const [x = Number.NaN, y = Number.NaN] of points) expect([kind, mark, x >= 0 && x <= width && y >= 0 && y <= height]).toEqual([kind, mark, true]);
    }
    const table = plotTable(plot);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    const [slide] = aStory().slides;
    const page = new TextDecoder().decode(await written(writeHtml, { ...aStory(), slides: slide === undefined ? [] : [{ ...slide, plot }] }));
    expect(page).toContain(`<svg role="img" aria-label="${plot.description.replaceAll("'", '&#39;')}"`);
    expect(page).toContain(plotRows(plot).source);
    expect(page).not.toContain('<b>Meter');
  });
});

it('lets a waterfall hang below zero: what lies under a step takes no room twice', () => {
  const [, , plot] = plots;
  if (plot === undefined) throw new Error('No waterfall.');
  const [base, above, below] = plotChart(plot, coloursOf(houseTheme), { size: 12, width: 7.5 }).series;
  expect(base?.values).toEqual([0, 0, -40, 0]);
  expect(above?.values).toEqual([100, 100, 0, 0]);
  expect(below?.values).toEqual([0, -40, -10, -50]);
});
