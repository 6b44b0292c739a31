import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { SetAsideTable } from '#renderer/app/set-aside-table.tsx';
import { failureOf } from '#renderer/engine/failure.ts';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { useImportRun } from '#renderer/stores/import-run.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { StatTile } from '#renderer/ui/stat-tile.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Repair } from '#shared/model/import-mapping.ts';
import type { ImportReport } from '#shared/model/import-report.ts';
import { groupProblems, repaired, tablesWith, type ProblemGroup } from './repairs.ts';
import { runImport } from './run-import.ts';
import { RunProgress } from './run-progress.tsx';
import { StepFoot } from './step-foot.tsx';
import { mappingsOf, usePreviews, type ChosenMappings, type TableInDraft } from './use-previews.ts';

/** Everything is read and nothing written: what would go in, what would not, and what mends it. */
export function CheckStep() {
  const { t } = useTranslation('import');
  const { locale } = useWriting();
  const { goTo, setMapping } = useImportDraft();
  const { tables, jsons, hasRecordings, isFetching } = usePreviews();
  const { phase, isDryRun, report, error } = useImportRun();
  const mappings = JSON.stringify(mappingsOf(tables, jsons));
  const isLooking = isFetching && tables.length === 0;
  useEffect(() => {
    if (!isLooking) void runImport(JSON.parse(mappings) as ChosenMappings, true);
    return () => {
      const run = useImportRun.getState();
      if (run.phase === 'running' && run.isDryRun) run.cancel?.();
    };
  }, [mappings, isLooking]);

  const back = tables.length + jsons.length > 0 || hasRecordings ? 'columns' : 'files';
  const mend = (group: ProblemGroup, repair: Repair, rows: ImportReport['setAside']): void => {
    for (const { key, mapping } of tablesWith(group, rows, tables)) {
      if (mapping === null) return goTo('columns');
      const next = repaired(mapping, repair, group.column);
      if (next === null) goTo('columns');
      else setMapping(key, next);
    }
  };
  const isChecked = phase === 'done' && isDryRun && report !== null;
  const records = report === null ? 0 : report.new + report.updated;
  return (
    <div className="step">
      <p className="text-2">{t('check.nothingWritten')}</p>
      {phase === 'running' && isDryRun ? <RunProgress label={t('check.running')} onCancel={() => goTo(back)} /> : null}
      {phase === 'failed' ? <ErrorState layout="bar" failure={failureOf(error)} onRetry={() => void runImport(mappingsOf(tables, jsons), true)} /> : null}
      {isChecked ? <CheckReport report={report} tables={tables} onMend={mend} /> : null}
      <StepFoot back={back} next={isChecked ? t('check.import', { count: records, n: countText(records, locale) }) : t('step.import')} isReady={isChecked && records > 0} onNext={() => goTo('import')}>
        {isChecked ? t('check.after', { new: countText(report.new, locale), updated: countText(report.updated, locale), aside: countText(report.setAsideTotal, locale) }) : null}
      </StepFoot>
    </div>
  );
}

type CheckReportProps = { report: ImportReport; tables: readonly TableInDraft[]; onMend: (group: ProblemGroup, repair: Repair, rows: ImportReport['setAside']) => void };

function CheckReport({ report, tables, onMend }: CheckReportProps) {
  const { t } = useTranslation('import');
  const { locale } = useWriting();
  const groups = groupProblems(report.setAside);
  return (
    <>
      <div className="stat-grid">
        <StatTile label={t('check.ready')} value={countText(report.new + report.updated, locale)} />
        <StatTile label={t('check.setAside')} value={countText(report.setAsideTotal, locale)} />
        <StatTile label={t('check.unchanged')} value={countText(report.unchangedFiles, locale)} />
      </div>
      {groups.length === 0 ? <p>{t('check.noProblems')}</p> : (
        <section className="stack" aria-labelledby="check-problems">
          <h2 id="check-problems">{t('check.problems')}</h2>
          <ul className="problem-groups">
            {groups.map((group) => (
              <li key={`${group.code} ${group.column}`} className="problem-group">
                <span className="grow">
                  <strong>{t([`problem.${group.code}`, 'problem.other'], { count: group.count, n: countText(group.count, locale) })}</strong>
                  <span className="text-2 problem-example">{group.example.message}</span>
                </span>
                <span className="row row-wrap">
                  {group.repairs.filter((repair) => tablesWith(group, report.setAside, tables).length > 0 || repair === 'set-aside').map((repair) => (
                    <Button key={repair} size="small" onPress={() => onMend(group, repair, report.setAside)}>{t(`repair.${repair}`)}</Button>
                  ))}
                </span>
              </li>
            ))}
          </ul>
          <SetAsideTable rows={report.setAside.slice(0, 200)} total={report.setAsideTotal} />
        </section>
      )}
    </>
  );
}
