import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
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
import { usePreviews, type JsonInDraft, type TableInDraft } from './use-previews.ts';

/** Beyond this many files a list to choose from is clearer than tabs. */
const mostTabs = 4;

/** Without the folders that the file was found in. */
const shortName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** How the columns of each table, JSON of each unknown shape, and the names of recordings are read. */
export function ColumnsStep() {
  const { t } = useTranslation('import');
  const goTo = useImportDraft((state) => state.goTo);
  const { tables, jsons, hasRecordings, isFetching } = usePreviews();
  if (tables.length + jsons.length === 0 && !hasRecordings && isFetching) return <Delayed><Skeleton label={t('files.looking')} /></Delayed>;
  const tabs = [
    ...tables.map((table): FileTab => ({ id: table.key, label: shortName(table.preview.name), hint: isIncomplete(table) ? t('columns.needsYou') : undefined, content: <TableMapping key={table.key} table={table} /> })),
    ...jsons.map((json): FileTab => ({
      id: json.json.fingerprint, hint: json.isConfirmed ? undefined : t('columns.needsYou'), content: <JsonMapping key={json.json.fingerprint} draft={json} />,
      label: json.names.length === 1 ? shortName(json.preview.name) : t('json.files', { name: shortName(json.preview.name), count: json.names.length - 1 }),
    })),
    ...(hasRecordings ? [{ id: 'recordings', label: t('recordings.title'), hint: undefined, content: <RecordingsPane /> }] : []),
  ];
  return (
    <div className="step">
      <Files tabs={tabs} />
      <StepFoot back="files" next={t('columns.check')} isReady onNext={() => goTo('check')}>{stateText(t, tables, jsons)}</StepFoot>
    </div>
  );
}

type FileTab = { id: string; label: string; hint: string | undefined; content: ReactNode };

const isIncomplete = ({ table, mapping }: TableInDraft): boolean => mapping === null || missingFields(table, mapping).length > 0;

/** What still needs the person, in a sentence. */
function stateText(t: TFunction<'import'>, tables: readonly TableInDraft[], jsons: readonly JsonInDraft[]): string {
  const incomplete = tables.filter(isIncomplete).length;
  const open = jsons.filter(({ isConfirmed }) => !isConfirmed).length;
  if (incomplete > 0) return t('columns.incomplete', { count: incomplete });
  return open > 0 ? t('json.open', { count: open }) : t('columns.complete');
}

/** One file beside the others: nothing around it alone, tabs for a few, a list to choose from for many. */
function Files({ tabs }: { tabs: readonly FileTab[] }) {
  const { t } = useTranslation('import');
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  if (shown === undefined) return <p className="text-2">{t('columns.none')}</p>;
  if (tabs.length === 1) return shown.content;
  if (tabs.length <= mostTabs) return <Tabs label={t('columns.tables')} tabs={tabs} selected={shown.id} onSelect={setChosen} />;
  return (
    <>
      <div className="mapping-head">
        <Select label={t('columns.file', { count: tabs.length })} options={tabs.map(({ id, label, hint }) => ({ value: id, label, hint }))} value={shown.id} onChange={setChosen} />
      </div>
      {shown.content}
    </>
  );
}
