import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MendableFiles } from '#renderer/app/mendable-files.tsx';
import { saveText, setAsideCsv } from '#renderer/app/set-aside-csv.ts';
import { SetAsideTable } from '#renderer/app/set-aside-table.tsx';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { useImportRun } from '#renderer/stores/import-run.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { StatTile } from '#renderer/ui/stat-tile.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ImportReport } from '#shared/model/import-report.ts';

/** What went in, what did not, and how well it is joined. */
export function ResultStep() {
  const { t } = useTranslation('import');
  const report = useImportRun((state) => state.report);
  const more = (): void => {
    useImportRun.getState().reset();
    useImportDraft.getState().reset();
  };
  if (report === null) return null;
  const seeInteractions = (): void => {
    more();
    useNavigation.getState().go('interactions', report.importId === null ? {} : { filter: { importId: report.importId } });
  };
  return (
    <div className="step">
      <p className="result-line"><CircleCheck aria-hidden size={20} />{t(report.setAsideTotal === 0 ? 'result.allIn' : 'result.someAside')}</p>
      <Figures report={report} />
      <Kinds report={report} />
      <SetAside report={report} />
      <footer className="step-foot">
        <span className="grow text-2">{t('result.undoable')}</span>
        <Button onPress={more}>{t('result.more')}</Button>
        <Button variant="primary" onPress={seeInteractions}>{t('result.see')}</Button>
      </footer>
    </div>
  );
}

function Figures({ report }: { report: ImportReport }) {
  const { t } = useTranslation('import');
  const { locale } = useWriting();
  const n = (value: number): string => countText(value, locale);
  return (
    <div className="stat-grid">
      <StatTile label={t('result.new')} value={n(report.new)} />
      <StatTile label={t('result.updated')} value={n(report.updated)} />
      <StatTile label={t('result.setAside')} value={n(report.setAsideTotal)} />
      <StatTile label={t('result.unchanged')} value={n(report.unchangedFiles)} />
      {report.linked.surveys === 0 ? null : (
        <StatTile
          label={t('result.linked')}
          value={t('figure:of', { x: n(report.linked.matched), n: n(report.linked.surveys) })}
          note={t('result.linkedRest', { ambiguous: n(report.linked.ambiguous), unmatched: n(report.linked.unmatched) })}
        />
      )}
    </div>
  );
}

function Kinds({ report }: { report: ImportReport }) {
  const { t } = useTranslation('import');
  const { locale } = useWriting();
  const rows = Object.entries(report.byKind);
  if (rows.length < 2) return null;
  const count = (value: number): string => countText(value, locale);
  return (
    <Table
      caption={t('result.byKind')}
      columns={[
        { id: 'kind', label: t('result.kind'), isRowHeader: true, cell: ([kind]) => t(`tableKind.${kind}`, { defaultValue: kind }) },
        { id: 'read', label: t('result.read'), align: 'end', cell: ([, row]) => count(row.read) },
        { id: 'new', label: t('result.new'), align: 'end', cell: ([, row]) => count(row.new) },
        { id: 'updated', label: t('result.updated'), align: 'end', cell: ([, row]) => count(row.updated) },
        { id: 'same', label: t('result.same'), align: 'end', cell: ([, row]) => count(row.read - row.new - row.updated) },
      ]}
      rows={rows}
      rowKey={([kind]) => kind}
    />
  );
}

function SetAside({ report }: { report: ImportReport }) {
  const { t } = useTranslation('import');
  const show = useOverlays((state) => state.show);
  const { importId } = report;
  if (report.setAsideTotal === 0) return null;
  return (
    <section className="stack" aria-label={t('result.setAside')}>
      {importId === null ? null : <MendableFiles importId={importId} />}
      <SetAsideTable rows={report.setAside.slice(0, 50)} total={report.setAsideTotal} />
      <div className="row row-wrap">
        {importId === null
          ? <Button onPress={() => saveText('set-aside.csv', setAsideCsv(report.setAside))}>{t('result.save')}</Button>
          : <Button onPress={() => show('setAside', importId)}>{t('result.seeAll')}</Button>}
      </div>
    </section>
  );
}
