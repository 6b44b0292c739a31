import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { TableForm as Form, TableKind } from '#shared/model/import-mapping.ts';
import type { FilePreview } from '#shared/model/import-report.ts';
import type { TableInDraft } from './use-previews.ts';

const encodings = ['found', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
const delimiters = [',', ';', '\t', '|'] as const;

/** How a table's file is opened and what its rows are; every change looks at the file again. */
export function TableForm({ table: { key, preview, table, mapping } }: { table: TableInDraft }) {
  const { t } = useTranslation('import');
  const restate = useImportDraft((state) => state.restate);
  const look = useMutation({ mutationFn: (form: Form) => lookAgain(key, preview, form), onSuccess: (fresh) => fresh && restate(key, fresh) });
  const now: Form = { encoding: mapping?.encoding ?? null, delimiter: mapping?.delimiter ?? null, sheet: mapping?.sheet ?? null, kind: mapping?.kind ?? null };
  const say = (change: Form): void => look.mutate({ ...now, ...change });
  return (
    <>
      <Select<TableKind>
        label={t('columns.kind')}
        placeholder={t('columns.kindOpen')}
        options={table.targets.map(({ kind }) => ({ value: kind, label: t(`tableKind.${kind}`) }))}
        value={mapping?.kind ?? null}
        onChange={(kind) => say({ kind })}
      />
      {table.format === 'delimited' ? <TextForm table={table} mapping={mapping} onSay={say} /> : null}
      {table.sheets.length > 1 ? (
        <Select label={t('columns.sheetOf')} options={table.sheets.map((sheet) => ({ value: sheet, label: sheet }))} value={table.sheet} onChange={(sheet) => say({ sheet })} />
      ) : null}
      {look.error ? <ErrorState layout="bar" failure={failureOf(look.error)} /> : null}
    </>
  );
}

type TextFormProps = { table: TableInDraft['table']; mapping: TableInDraft['mapping']; onSay: (change: Form) => void };

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

function TextForm({ table, mapping, onSay }: TextFormProps) {
  const { t } = useTranslation('import');
  const delimiter = mapping?.delimiter ?? table.delimiter;
  return (
    <>
      <Select
        label={t('columns.encoding')}
        options={encodings.map((encoding) => ({ value: encoding, label: encoding === 'found' ? t('columns.encodingFound', { encoding: table.encoding ?? '' }) : encoding }))}
        value={mapping?.encoding ?? 'found'}
        onChange={(encoding) => onSay({ encoding: encoding === 'found' ? null : encoding })}
      />
      <Select
        label={t('columns.delimiter')}
        options={delimiters.map((one) => ({ value: one, label: t(`columns.separators.${separatorNames[one]}`) }))}
        value={delimiters.find((one) => one === delimiter) ?? null}
        onChange={(one) => onSay({ delimiter: one })}
      />
    </>
  );
}

async function lookAgain(key: string, preview: FilePreview, form: Form): Promise<FilePreview | null> {
  const { files } = await client.imports.preview({ fileIds: [preview.fileId], names: [preview.name], forms: { [key]: form } });
  const fresh = files[0];
  // A file that cannot be opened that way keeps its last table, with the reason beside it, so that there is a way back.
  return fresh === undefined ? null : fresh.table === null ? { ...preview, message: fresh.message } : fresh;
}
