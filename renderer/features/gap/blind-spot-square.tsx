import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { displayOf, figureOf, hiddenBelow } from '#renderer/charts/figure-display.ts';
import { mosaicCells, type SquareCell } from '#renderer/charts/mosaic/mosaic-cells.ts';
import { Mosaic } from '#renderer/charts/mosaic/mosaic.tsx';
import { byCustomerValue } from '#renderer/charts/open-evidence.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import { countText, decimalText, envelopeValueText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { GapReport } from '#shared/model/gap.ts';
import { periodText } from './period-text.ts';

type SquareReport = GapReport & { table: NonNullable<GapReport['table']> };

/** Who is unhappy and passed our check all the same: the 2 x 2 square of the matched gap. */
export function BlindSpotSquare({ report }: { report: SquareReport }) {
  const { t } = useTranslation('gap');
  const writing = useWriting();
  const cells = mosaicCells(report.table);
  const listOf = (cell: SquareCell): ListContext => ({ filter: { ...report.gap.evidence, cell }, sort: byCustomerValue });
  const isHidden = displayOf({ value: 1, n: report.gap.n }) === 'hidden';
  const title = squareFinding(report, writing);
  const subtitle = t('square.subtitle', { n: figureOf(report.gap, writing).n, period: periodText(report, writing) });
  return (
    <ChartFrame
      kind="controls"
      title={title}
      subtitle={subtitle}
      description={isHidden ? title : squareDescription(report, writing)}
      table={isHidden ? { columns: [], rows: [] } : squareTable(cells, listOf, writing)}
      evidence={listOf('companyOnly')}
      onAddToBriefing={report.gap.n >= 30 ? () => void addToBriefing(writing.t, { sentence: title, source: subtitle }) : undefined}
      footnote={remarksOfSquare(report, writing).map((remark) => <p key={remark}>{remark}</p>)}
    >
      {isHidden ? null : <Mosaic cells={cells} listOf={listOf} />}
    </ChartFrame>
  );
}

/** "Of N unhappy customers our own check passed M", or in words why that cannot be said. */
export function squareFinding({ gap, missRate }: GapReport, { t, locale }: Writing): string {
  if (gap.n < hiddenBelow) return t('gap:finding.hidden');
  if (gap.n < 30) return t('gap:square.few', { n: countText(gap.n, locale) });
  if (missRate === null || missRate.value === null) return t('gap:square.none');
  return t('gap:square.title', { total: countText(missRate.denominator, locale), passed: countText(missRate.x ?? 0, locale) });
}

export function squareTable(cells: ReturnType<typeof mosaicCells>, listOf: (cell: SquareCell) => ListContext, { t, locale }: Writing): ChartTable {
  return {
    columns: [{ id: 'cell', label: t('gap:square.cell') }, { id: 'n', label: t('gap:square.n'), align: 'end' }, { id: 'share', label: t('gap:square.share'), align: 'end' }],
    rows: cells.map(({ cell, n, share }) => ({ id: cell, cells: [t(`charts:mosaic.cell.${cell}`), countText(n, locale), shareText(share, locale)], evidence: n === 0 ? null : listOf(cell) })),
  };
}

export function squareDescription(report: SquareReport, writing: Writing): string {
  const { t, locale } = writing;
  const counts = Object.fromEntries(Object.entries(report.table).map(([cell, n]) => [cell, countText(n, locale)]));
  return `${squareFinding(report, writing)}. ${t('gap:square.description', { ...counts, n: countText(report.gap.n, locale) })}`;
}

/** Shares with intervals and agreement beyond chance, from 30 on. */
function remarksOfSquare({ gap, blindSpot, missRate, hiddenStrength, kappa, ac1 }: GapReport, writing: Writing): string[] {
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
