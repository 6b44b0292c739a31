import type { TFunction } from 'i18next';
import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { displayOf, figureOf, hiddenBelow } from '#renderer/charts/figure-display.ts';
import type { MosaicCell, SquareCell } from '#renderer/charts/mosaic/mosaic-cells.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import { countText, decimalText, envelopeValueText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import type { GapReport } from '#shared/model/gap.ts';

/** A report of matched interactions, which alone have a square. */
export type SquareReport = GapReport & { table: NonNullable<GapReport['table']> };

/** "Of N unhappy customers our own check passed M", or in words why that cannot be said. */
export function squareFinding({ gap, missRate }: GapReport, { t, locale }: Writing): string {
  if (gap.n < hiddenBelow) return t('gap:finding.hidden');
  if (gap.n < 30) return t('gap:square.few', { count: gap.n, n: countText(gap.n, locale) });
  if (missRate === null || missRate.value === null) return t('gap:square.none');
  return t('gap:square.title', { count: missRate.denominator, total: countText(missRate.denominator, locale), passed: countText(missRate.x ?? 0, locale) });
}

/** The four cells with count and share. */
export function squareTable(cells: readonly MosaicCell[], listOf: (cell: SquareCell) => ListContext, { t, locale }: Writing): ChartTable {
  return {
    columns: [{ id: 'cell', label: t('gap:square.cell') }, { id: 'n', label: t('gap:square.n'), align: 'end' }, { id: 'share', label: t('gap:square.share'), align: 'end' }],
    rows: cells.map(({ cell, n, share }) => ({ id: cell, cells: [t(`charts:mosaic.cell.${cell}`), countText(n, locale), shareText(share, locale)], evidence: n === 0 ? null : listOf(cell) })),
  };
}

/** Finding and counts in sentences. */
export function squareDescription(report: SquareReport, writing: Writing): string {
  const { t, locale } = writing;
  const counts = Object.fromEntries(Object.entries(report.table).map(([cell, n]) => [cell, countText(n, locale)]));
  return `${squareFinding(report, writing)}. ${t('gap:square.description', { ...counts, n: countText(report.gap.n, locale) })}`;
}

/** Shares with intervals and agreement beyond chance, from 30 on. */
export function remarksOfSquare({ gap, blindSpot, missRate, hiddenStrength, kappa, ac1 }: GapReport, writing: Writing): string[] {
  if (gap.n < 30) return [];
  const { t, locale } = writing;
  const share = (key: string, envelope: GapReport['blindSpot']): string[] => {
    if (envelope === null || displayOf(envelope) !== 'full') return [];
    const { value, interval } = figureOf(envelope, writing);
    return [t(key, { value, interval })];
  };
  return [
    ...share('gap:square.blindSpot', blindSpot), ...share('gap:square.missRate', missRate), ...share('gap:square.hiddenStrength', hiddenStrength),
    ...agreement(t, { kappa, ac1, locale, writing }),
  ];
}

function agreement(t: TFunction, { kappa, ac1, locale, writing }: Pick<GapReport, 'kappa' | 'ac1'> & { locale: string; writing: Writing }): string[] {
  if (kappa === null) return [];
  if (kappa.value === null || ac1?.value === null || ac1 === null) return [t('gap:square.noKappa', { reason: envelopeValueText(kappa, writing) })];
  const number = (value: number): string => decimalText(value, locale, 2).replace('-', '−');
  return [t('gap:square.kappa', { kappa: number(kappa.value), ac1: number(ac1.value) })];
}
