import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { missingFields } from './column-targets.ts';
import { StepFoot } from './step-foot.tsx';
import { TableMapping } from './table-mapping.tsx';
import { usePreviews } from './use-previews.ts';

/** How the columns of each table are read. */
export function ColumnsStep() {
  const { t } = useTranslation('import');
  const goTo = useImportDraft((state) => state.goTo);
  const { tables, isFetching } = usePreviews();
  const [chosen, setChosen] = useState<string | null>(null);
  if (tables.length === 0 && isFetching) return <Delayed><Skeleton label={t('files.looking')} /></Delayed>;
  const incomplete = tables.filter(({ table, mapping }) => missingFields(table, mapping).length > 0);
  return (
    <div className="step">
      {tables.length === 0 ? <p className="text-2">{t('columns.none')}</p> : null}
      {tables.length === 1 && tables[0] ? <TableMapping table={tables[0]} /> : null}
      {tables.length > 1 ? (
        <Tabs
          label={t('columns.tables')}
          tabs={tables.map((table) => ({ id: table.key, label: table.preview.name, content: <TableMapping table={table} /> }))}
          selected={chosen ?? tables[0]?.key ?? ''}
          onSelect={setChosen}
        />
      ) : null}
      <StepFoot back="files" next={t('columns.check')} isReady={incomplete.length === 0} onNext={() => goTo('check')}>
        {incomplete.length === 0 ? t('columns.complete') : t('columns.incomplete', { count: incomplete.length })}
      </StepFoot>
    </div>
  );
}
