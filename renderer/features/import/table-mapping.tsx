import { BookmarkPlus } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Mapping, TableKind } from '#shared/model/import-mapping.ts';
import { ColumnRow } from './column-row.tsx';
import { fieldName, missingFields, withColumn, withKind } from './column-targets.ts';
import { RecipeDialog } from './recipe-dialog.tsx';
import type { TableInDraft } from './use-previews.ts';

const encodings = ['found', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
const headings = ['column', 'examples', 'goesTo', 'reading', 'confidence'] as const;

/** One table: what its rows are, how its file is read, where each column goes. */
export function TableMapping({ table: { key, preview, table, mapping } }: { table: TableInDraft }) {
  const { t } = useTranslation('import');
  const { locale } = useWriting();
  const setMapping = useImportDraft((state) => state.setMapping);
  const change = (next: Mapping): void => setMapping(key, next);
  const missing = missingFields(table, mapping);
  return (
    <section className="table-mapping" aria-label={preview.name}>
      <div className="mapping-head">
        <Select<TableKind>
          label={t('columns.kind')}
          options={table.targets.map(({ kind }) => ({ value: kind, label: t(`tableKind.${kind}`) }))}
          value={mapping.kind}
          onChange={(kind) => change(withKind(mapping, kind, table))}
        />
        {table.format === 'delimited' ? (
          <Select
            label={t('columns.encoding')}
            options={encodings.map((encoding) => ({ value: encoding, label: encoding === 'found' ? t('columns.encodingFound', { encoding: table.encoding ?? '' }) : encoding }))}
            value={mapping.encoding ?? 'found'}
            onChange={(encoding) => change({ ...mapping, encoding: encoding === 'found' ? null : encoding })}
          />
        ) : null}
        <Recipes kind={mapping.kind} mapping={mapping} onUse={change} />
        <TableFacts table={table} recipeName={preview.recipeName} />
      </div>
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
                table={table}
                kind={mapping.kind}
                onChange={(next) => change(withColumn(mapping, next))}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
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
            if (recipe) onUse({ ...recipe.mapping, columns: mapping.columns.map((column) => recipe.mapping.columns.find(({ source }) => source === column.source) ?? column) });
          }}
        />
      )}
      <Button icon={BookmarkPlus} onPress={() => setSaving(true)}>{t('recipe.save')}</Button>
      {isSaving ? <RecipeDialog mapping={mapping} onClose={() => setSaving(false)} /> : null}
    </>
  );
}
