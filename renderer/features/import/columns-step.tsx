import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { missingFields } from './column-targets.ts';
import { JsonMapping } from './json-mapping.tsx';
import { RecordingsPane } from './recordings-pane.tsx';
import { StepFoot } from './step-foot.tsx';
import { TableMapping } from './table-mapping.tsx';
import { usePreviews } from './use-previews.ts';

/** Beyond this many files a list to choose from is clearer than tabs. */
const mostTabs = 4;

/** Without the folders that the file was found in. */
const shortName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** How the columns of each table, and JSON of each unknown shape, are read. */
export function ColumnsStep() {
  const { t } = useTranslation('import');
  const goTo = useImportDraft((state) => state.goTo);
  const { tables, jsons, hasRecordings, isFetching } = usePreviews();
  const [chosen, setChosen] = useState<string | null>(null);
  if (tables.length + jsons.length === 0 && !hasRecordings && isFetching) return <Delayed><Skeleton label={t('files.looking')} /></Delayed>;
  const incomplete = tables.filter(({ table, mapping }) => mapping === null || missingFields(table, mapping).length > 0);
  const open = jsons.filter(({ isConfirmed }) => !isConfirmed);
  const tabs = [
    ...tables.map((table) => ({ id: table.key, label: shortName(table.preview.name), hint: incomplete.includes(table) ? t('columns.needsYou') : undefined, content: <TableMapping key={table.key} table={table} /> })),
    ...jsons.map((json) => ({ id: json.json.fingerprint, label: json.names.length === 1 ? shortName(json.preview.name) : t('json.files', { name: shortName(json.preview.name), count: json.names.length - 1 }), hint: json.isConfirmed ? undefined : t('columns.needsYou'), content: <JsonMapping key={json.json.fingerprint} draft={json} /> })),
    ...(hasRecordings ? [{ id: 'recordings', label: t('recordings.title'), hint: undefined, content: <RecordingsPane /> }] : []),
  ];
  const shown = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  return (
    <div className="step">
      {tabs.length === 0 ? <p className="text-2">{t('columns.none')}</p> : null}
      {tabs.length === 1 ? tabs[0]?.content : null}
      {tabs.length > 1 && tabs.length <= mostTabs ? <Tabs label={t('columns.tables')} tabs={tabs} selected={shown?.id ?? ''} onSelect={setChosen} /> : null}
      {tabs.length > mostTabs ? (
        <>
          <div className="mapping-head"><Select label={t('columns.file', { count: tabs.length })} options={tabs.map(({ id, label, hint }) => ({ value: id, label, hint }))} value={shown?.id ?? null} onChange={setChosen} /></div>
          {shown?.content}
        </>
      ) : null}
      <StepFoot back="files" next={t('columns.check')} isReady onNext={() => goTo('check')}>
        {incomplete.length > 0 ? t('columns.incomplete', { count: incomplete.length }) : open.length > 0 ? t('json.open', { count: open.length }) : t('columns.complete')}
      </StepFoot>
    </div>
  );
}
