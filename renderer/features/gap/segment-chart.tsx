import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { dumbbellHeight, dumbbellOption } from '#renderer/charts/dumbbell/dumbbell-option.ts';
import { dumbbellRows, sortDumbbell, type DumbbellSort } from '#renderer/charts/dumbbell/dumbbell-rows.ts';
import { dumbbellDescription, dumbbellTable } from '#renderer/charts/dumbbell/dumbbell-words.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { fieldName, hasOwnOrder, segmentName, segmentOrder } from '#renderer/charts/segment-name.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { GapReport } from '#shared/model/gap.ts';
import type { SegmentField } from '#shared/model/interaction-filter.ts';
import { DumbbellKey } from './dumbbell-key.tsx';
import type { GapQuestion } from './gap-question.ts';
import { periodText } from './period-text.ts';
import { segmentFinding } from './segment-finding.ts';

const sorts: readonly DumbbellSort[] = ['gap', 'name', 'n'];
const shownAtFirst = 12;

/** The gap by part: one row per queue, team, cause ... */
export function SegmentChart({ report, by, asked }: { report: GapReport; by: SegmentField; asked: GapQuestion }) {
  const { t } = useTranslation('gap');
  const writing = useWriting();
  const [chosenSort, setSort] = useState<DumbbellSort | null>(null);
  const [isWhole, setWhole] = useState(false);
  const sort = chosenSort ?? (hasOwnOrder(by) ? 'name' : 'gap');
  const rows = useMemo(() => sortDumbbell(dumbbellRows(report.segments, {
    writing, few: 'words', nameOf: (segment) => segmentName(by, segment, writing), orderOf: (segment, name) => segmentOrder(by, segment, name),
  }), sort), [report.segments, by, sort, writing]);
  const shown = useMemo(() => (isWhole ? rows : rows.slice(0, shownAtFirst)), [rows, isWhole]);
  const unit = report.definition === 'mean' ? 'score' : 'percent';
  const build = useCallback((canvas: ChartCanvas) => dumbbellOption(shown, {
    gap: writing.t(canvas.width < 560 ? 'charts:dumbbell.gapShort' : 'charts:dumbbell.gapHeading'), n: writing.t('charts:n'), unit,
  }, canvas), [shown, unit, writing]);
  const names = { of: fieldName(by, writing), company: t(`figure.company.${report.definition}`), customer: t(`figure.customer.${report.definition}`) };
  const title = segmentFinding(rows, report.segments, { by, writing });
  const subtitle = t(unit === 'score' ? 'segments.subtitle.score' : 'segments.subtitle.share', { of: names.of, n: countText(report.gap.n, writing.locale), period: periodText(report, writing) });
  return (
    <ChartFrame
      title={title}
      subtitle={subtitle}
      description={`${title}. ${dumbbellDescription(rows, names, writing)}`}
      table={dumbbellTable(rows, names, writing)}
      evidence={evidenceOf(report.gap)}
      onAddToBriefing={by !== 'agent' && rows.some((row) => row.gap !== null) ? () => void addToBriefing(writing.t, { of: 'gapSegments', definition: report.definition, by, topBox: asked.topBox, filter: asked.filter }) : undefined}
      tools={(
        <>
          <DumbbellKey />
          <div className="grow" />
          <Select label={t('charts:dumbbell.sort')} isLabelHidden options={sorts.map((value) => ({ value, label: t(`charts:dumbbell.sortBy.${value}`) }))} value={sort} onChange={setSort} />
        </>
      )}
      footnote={(
        <>
          {rows.length > shownAtFirst ? <div><Button size="small" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>{isWhole ? t('segments.fewer') : t('segments.more', { count: rows.length - shownAtFirst })}</Button></div> : null}
          {rows.length > 5 ? <p>{t('segments.multiplicity')}</p> : null}
          {by === 'cause' ? <p>{t('segments.causes')}</p> : null}
        </>
      )}
    >
      {shown.length === 0 ? null : <Chart build={build} height={dumbbellHeight(shown.length)} onMark={(id) => openRow(rows, id)} />}
    </ChartFrame>
  );
}

function openRow(rows: readonly { id: string; evidence: Parameters<typeof openEvidence>[0] | null }[], id: string): void {
  const evidence = rows.find((row) => row.id === id)?.evidence;
  if (evidence) openEvidence(evidence);
}
