import { BookmarkPlus } from 'lucide-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { Table } from '#renderer/ui/table.tsx';
import type { Mapping, TableKind } from '#shared/model/import-mapping.ts';
import { isJsonMapping } from '#shared/model/saved-mapping.ts';
import { ColumnRow } from './column-row.tsx';
import { fieldName, missingFields, withColumn } from './column-targets.ts';
import { RecipeDialog } from './recipe-dialog.tsx';
import { TableForm } from './table-form.tsx';
import type { TableInDraft } from './use-previews.ts';

const headings = ['column', 'examples', 'goesTo', 'reading', 'confidence'] as const;

/** One table: what its rows are, how its file is read, where each column goes. */
export function TableMapping({ table: draft }: { table: TableInDraft }) {
  const { key, preview, table, mapping } = draft;
  const setMapping = useImportDraft((state) => state.setMapping);
  return (
    <section className="table-mapping" aria-label={preview.name}>
      <div className="mapping-head">
        <TableForm table={draft} />
        {mapping === null ? null : <Recipes kind={mapping.kind} mapping={mapping} onUse={(next) => setMapping(key, next)} />}
        <TableFacts table={table} recipeName={preview.recipeName} />
      </div>
      {preview.message === null || (mapping !== null && missingFields(table, mapping).length === 0 && preview.kind === 'table') ? null : <p className="mapping-warning">{preview.message}</p>}
      {mapping === null ? <RawTable name={preview.name} table={table} /> : <ColumnTable draft={draft} mapping={mapping} />}
    </section>
  );
}

function ColumnTable({ draft: { key, preview, table }, mapping }: { draft: TableInDraft; mapping: Mapping }) {
  const { t } = useTranslation('import');
  const { locale } = useWriting();
  const setMapping = useImportDraft((state) => state.setMapping);
  const missing = missingFields(table, mapping);
  const { data } = useQuery({
    ...orpc.imports.preview.queryOptions({ input: { fileIds: [preview.fileId], names: [preview.name], mappings: { [key]: mapping }, forms: { [key]: formOf(mapping) } } }), placeholderData: keepPreviousData,
  });
  const reads = data?.files[0]?.table?.reads ?? table.reads;
  return (
    <>
      {missing.length === 0 ? null : (
        <p className="mapping-missing" role="status">
          {t('columns.missing', { count: missing.length, fields: new Intl.ListFormat(locale).format(missing.map((field) => fieldName(t, mapping.kind, field))) })}
        </p>
      )}
      {table.warnings.map((warning) => <p key={warning} className="mapping-warning">{warning}</p>)}
      <div className="mapping-scroll">
        <table className="table mapping-table">
          <caption className="visually-hidden">{t('columns.caption', { name: preview.name })}</caption>
          <thead><tr>{headings.map((heading) => <th key={heading} scope="col">{t(`columns.heading.${heading}`)}</th>)}</tr></thead>
          <tbody>
            {mapping.columns.map((column) => (
              <ColumnRow
                key={column.source}
                column={column}
                suggestion={table.columns.find((suggestion) => suggestion.mapping.source === column.source) ?? null}
                reads={reads[column.source] ?? []}
                table={table}
                kind={mapping.kind}
                onChange={(next) => setMapping(key, withColumn(mapping, next))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const formOf = ({ encoding, delimiter, sheet, kind }: Mapping) => ({ encoding, delimiter, sheet, kind });

/** The rows as they are, while nobody has said what they are. */
function RawTable({ name, table }: { name: string; table: TableInDraft['table'] }) {
  const { t } = useTranslation('import');
  return (
    <div className="mapping-scroll">
      <Table
        caption={t('columns.raw', { name })}
        columns={table.columns.map(({ mapping: { source } }, at) => ({ id: source, label: source, cell: (row: readonly string[]) => row[at] ?? '' }))}
        rows={table.sample.slice(0, 8)}
        rowKey={(_row, at) => String(at)}
      />
    </div>
  );
}

function TableFacts({ table, recipeName }: { table: TableInDraft['table']; recipeName: string | null }) {
  const { t } = useTranslation('import');
  const { locale } = useWriting();
  const facts = [
    t(table.isWhole ? 'columns.rows' : 'columns.rowsSeen', { count: table.rows, n: countText(table.rows, locale) }),
    ...(table.delimiter === null ? [] : [t('columns.separator', { separator: table.delimiter === '\t' ? t('columns.tab') : table.delimiter })]),
    ...(table.sheet === null ? [] : [t('columns.sheet', { sheet: table.sheet })]),
    ...(recipeName === null ? [] : [t('columns.recipeUsed', { name: recipeName })]),
  ];
  return <p className="text-2 tabular grow mapping-facts">{facts.join(' · ')}</p>;
}

function Recipes({ kind, mapping, onUse }: { kind: TableKind; mapping: Mapping; onUse: (mapping: Mapping) => void }) {
  const { t } = useTranslation('import');
  const [isSaving, setSaving] = useState(false);
  const { data = [] } = useQuery(orpc.imports.recipes.queryOptions());
  const fitting = data.filter((recipe) => recipe.kind === kind);
  return (
    <>
      {fitting.length === 0 ? null : (
        <Select
          label={t('recipe.use')}
          placeholder={t('recipe.none')}
          options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(id) => {
            const recipe = fitting.find((candidate) => candidate.id === id);
            if (recipe && !isJsonMapping(recipe.mapping)) {
              const saved = recipe.mapping;
              const { encoding, delimiter, sheet } = mapping;
              onUse({ ...saved, encoding, delimiter, sheet, columns: mapping.columns.map((column) => saved.columns.find(({ source }) => source === column.source) ?? column) });
            }
          }}
        />
      )}
      <Button icon={BookmarkPlus} onPress={() => setSaving(true)}>{t('recipe.save')}</Button>
      {isSaving ? <RecipeDialog mapping={mapping} onClose={() => setSaving(false)} /> : null}
    </>
  );
}
