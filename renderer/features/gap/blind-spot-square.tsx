import { useTranslation } from 'react-i18next';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { displayOf, figureOf } from '#renderer/charts/figure-display.ts';
import { mosaicCells, type SquareCell } from '#renderer/charts/mosaic/mosaic-cells.ts';
import { Mosaic } from '#renderer/charts/mosaic/mosaic.tsx';
import { byCustomerValue } from '#renderer/charts/open-evidence.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { GapQuestion } from './gap-question.ts';
import { periodText } from './period-text.ts';
import { remarksOfSquare, squareDescription, squareFinding, squareTable, type SquareReport } from './square-words.ts';

/** Who is unhappy and passed our check all the same: the 2 x 2 square of the matched gap. */
export function BlindSpotSquare({ report, asked }: { report: SquareReport; asked: GapQuestion }) {
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
      onAddToBriefing={report.gap.n >= 30 ? () => void addToBriefing(writing.t, { of: 'square', topBox: asked.topBox, filter: asked.filter }) : undefined}
      footnote={remarksOfSquare(report, writing).map((remark) => <p key={remark}>{remark}</p>)}
    >
      {isHidden ? null : <Mosaic cells={cells} listOf={listOf} />}
    </ChartFrame>
  );
}
