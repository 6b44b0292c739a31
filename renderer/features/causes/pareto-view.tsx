import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { openEvidence } from '#renderer/charts/open-evidence.ts';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { countText, shareText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { StatTile } from '#renderer/ui/stat-tile.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CauseReport, CauseWeight } from '#shared/model/cause.ts';
import { Waypoints } from 'lucide-react';
import { CausePanel } from './cause-panel.tsx';
import type { CausesQuestion } from './causes-question.ts';
import { ParetoBars } from './pareto-bars.tsx';
import { paretoDescription, paretoFinding, paretoSubtitle, paretoTable } from './pareto-words.ts';
import { ValueMatrix } from './value-matrix.tsx';

const weights: readonly CauseWeight[] = ['count', 'customers', 'cost', 'harm'];

type ParetoViewProps = { report: CauseReport; question: CausesQuestion; change: (part: Partial<CausesQuestion>) => void };

/** What stands behind contacts: the Pareto, one cause in depth, and where each stands between value and irritation. */
export function ParetoView({ report, question, change }: ParetoViewProps) {
  const { t } = useTranslation('causes');
  const { locale } = useWriting();
  if (report.causes.length === 0) {
    return (
      <EmptyState icon={Waypoints} title={t(report.total === 0 ? 'empty.nothingTitle' : 'empty.title')} action={<Button variant="primary" onPress={() => runCommand(report.total === 0 ? 'import.start' : 'go.interactions')}>{t(report.total === 0 ? 'cost.empty.action' : 'empty.action')}</Button>}>
        <p>{report.total === 0 ? t('empty.nothing') : t('empty.uncoded', { count: report.total, n: countText(report.total, locale) })}</p>
      </EmptyState>
    );
  }
  const code = report.causes.find((row) => row.code === question.code || row.key === question.code)?.code ?? report.causes[0]?.code ?? null;
  return (
    <>
      <Tiles report={report} />
      <Pareto report={report} code={code} question={question} change={change} />
      <div data-region="cause"><CausePanel code={code} filter={question.filter} /></div>
      <ValueMatrix causes={report.causes} />
    </>
  );
}

function Tiles({ report }: { report: CauseReport }) {
  const { t } = useTranslation('causes');
  const { locale } = useWriting();
  const { preventable, preventableContacts, uncoded, unknownShare, cannotTell, total } = report;
  const n = (value: number): string => countText(Math.round(value), locale);
  const isScaled = preventableContacts !== null && preventable.flags.includes('coded_not_drawn');
  return (
    <>
      <div className="cause-tiles">
        <StatTile label={t('coded')} value={t('figureOf', { x: n(report.coded), n: n(total) })} {...(uncoded.share.x === 0 || uncoded.share.evidence === null ? {} : { note: t('codedNote'), onOpen: () => openEvidence({ filter: uncoded.share.evidence ?? {} }) })} />
        <StatTile label={t('preventable')} envelope={preventable} note={cannotTell > 0 ? t('cannotTell', { count: cannotTell, n: n(cannotTell) }) : t('preventableNote')} />
        {isScaled ? <StatTile label={t('preventableScaled')} value={t('range', { lo: n(preventableContacts.lo), hi: n(preventableContacts.hi) })} note={t('preventableScaledNote', { total: n(total) })} /> : null}
      </div>
      {unknownShare !== null && unknownShare > 0.2 ? <p role="note" className="cause-banner">{t('unknownBanner', { share: shareText(unknownShare, locale) })}</p> : null}
    </>
  );
}

function Pareto({ report, code, question, change }: { report: CauseReport; code: string | null } & Pick<ParetoViewProps, 'question' | 'change'>) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const table = useMemo(() => paretoTable(report, writing), [report, writing]);
  const finding = paretoFinding(report, writing);
  const subtitle = paretoSubtitle(report, writing);
  const vital = report.causes.filter((row) => row.isVital).length;
  return (
    <ChartFrame
      kind="controls" title={finding} subtitle={subtitle} description={paretoDescription(report, finding, writing)} table={table}
      onAddToBriefing={report.isRanked ? () => void addToBriefing(writing.t, { of: 'pareto', weight: report.weight, method: report.method, filter: question.filter }) : undefined}
      tools={<Select label={t('weight.label')} value={report.weight} options={weights.map((weight) => ({ value: weight, label: t(`weight.${weight}`) }))} onChange={(weight) => change({ weight })} />}
      footnote={(
        <>
          {report.weight === 'customers' ? <p>{t('noSum')}</p> : report.isRanked ? <p>{t('vital', { count: vital, n: countText(report.causes.length, writing.locale) })}</p> : null}
          <p>{t('rule.bars')} {t(`rule.${report.weight}`)} {t('rule.trend')} {t('rule.association')}</p>
        </>
      )}
    >
      <ParetoBars report={report} selected={code} onSelect={(next) => change({ code: next })} />
    </ChartFrame>
  );
}
