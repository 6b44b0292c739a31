import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/connection.ts';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import type { FilePreview } from '#shared/model/import-report.ts';
import type { Mapping, TablePreview } from '#shared/model/import-mapping.ts';

/** A table among the chosen files, and how it will be read. */
export type TableInDraft = { key: string; preview: FilePreview; table: TablePreview; mapping: Mapping };

/** Files inside one chosen folder share its handle; then the name tells them apart. */
export function mappingKey(preview: FilePreview, all: readonly FilePreview[]): string {
  return all.filter((other) => other.fileId === preview.fileId).length > 1 ? preview.name : preview.fileId;
}

/** The tables with the mapping that holds now: the person's, else the recipe's or the detected one. */
export function tablesOf(previews: readonly FilePreview[], changed: Readonly<Record<string, Mapping>>): TableInDraft[] {
  return previews.flatMap((preview) => {
    const key = mappingKey(preview, previews);
    const mapping = changed[key] ?? preview.mapping;
    return preview.table && mapping ? [{ key, preview, table: preview.table, mapping }] : [];
  });
}

/** Every mapping in force, as the engine wants them. */
export function mappingsOf(tables: readonly TableInDraft[]): Record<string, Mapping> {
  return Object.fromEntries(tables.map(({ key, mapping }) => [key, mapping]));
}

/** What the chosen files are; asked again when files are added or removed. */
export function usePreviews() {
  const files = useImportDraft((state) => state.files);
  const changed = useImportDraft((state) => state.mappings);
  const fileIds = files.map((file) => file.id);
  const { data, error, isFetching, refetch } = useQuery({
    ...orpc.imports.preview.queryOptions({ input: { fileIds } }), enabled: fileIds.length > 0, placeholderData: keepPreviousData,
  });
  const previews = fileIds.length === 0 ? [] : (data?.files.filter((file) => fileIds.includes(file.fileId)) ?? []);
  return { previews, tables: tablesOf(previews, changed), error, isFetching, retry: () => void refetch() };
}
