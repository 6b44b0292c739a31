import type { Plot, PlotOf } from '../model/plot.ts';
import { groupedCount, moneyText, percentText, rangeText, unitText } from './plot-figures.ts';

/** The figures of a plot in words: the first cell of a row heads it. */
export type PlotTable = { columns: readonly string[]; rows: readonly (readonly string[])[] };

/** The same figures that the picture draws, for a page, a preview and a screen reader. */
export function plotTable(plot: Plot): PlotTable {
  switch (plot.kind) {
    case 'control': return monthTable(plot);
    case 'quadrant': return { columns: ['Team', 'Technical', 'Emotional', 'n'], rows: plot.groups.map((group) => [group.label, group.technical.toFixed(0), group.emotional.toFixed(0), groupedCount(group.n)]) };
    case 'waterfall': return { columns: ['Step', 'Amount'], rows: plot.steps.map((step) => [step.label, moneyText(step.amount, plot.currency)]) };
    case 'survival': return survivalTable(plot);
    case 'pareto': return {
      columns: ['Cause', 'Owner', plot.currency === null ? 'Contacts' : 'Cost', 'Share', 'Together'],
      rows: plot.rows.map((row) => [row.label, row.owner ?? 'no owner yet', moneyText(row.amount, plot.currency), percentText(row.share), percentText(row.cumulative)]),
    };
    case 'bars': return { columns: [plot.of, 'Value', '95% interval', 'n'], rows: plot.rows.map((row) => [row.label, unitText(row.value, plot.unit), rangeText(row.lo, row.hi, plot.unit), groupedCount(row.n)]) };
    case 'square': return {
      columns: ['Interactions', 'Customers said good', 'Customers did not'],
      rows: [['We said good', groupedCount(plot.both), groupedCount(plot.companyOnly)], ['We did not', groupedCount(plot.customerOnly), groupedCount(plot.neither)]],
    };
  }
}

function monthTable({ months, unit }: PlotOf<'control'>): PlotTable {
  const isLimited = months.some((month) => month.ucl !== null);
  return {
    columns: ['Month', unit === 'share' ? 'Share' : 'Value', 'n', ...(isLimited ? ['Limits', 'Signal'] : [])],
    rows: months.map((month) => [month.label, unitText(month.value, unit), groupedCount(month.n), ...(isLimited ? [rangeText(month.lcl, month.ucl, unit), month.isSignal ? 'yes' : 'no'] : [])]),
  };
}

function survivalTable({ groups }: PlotOf<'survival'>): PlotTable {
  return {
    columns: ['After', 'Day', 'Share', '95% interval', 'At risk'],
    rows: groups.flatMap((group) => group.at.map((point) => [`${group.label} (n = ${groupedCount(group.n)})`, String(point.day), percentText(point.share), rangeText(point.lo, point.hi, 'share'), groupedCount(point.atRisk)])),
  };
}
