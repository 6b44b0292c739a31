import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/connection.ts';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import type { FilePreview } from '#shared/model/import-report.ts';
import type { Mapping, TablePreview } from '#shared/model/import-mapping.ts';
import type { JsonMapping, JsonPreview } from '#shared/model/json-mapping.ts';

/** A table among the chosen files, and how it will be read; null until somebody says what its rows are. */
export type TableInDraft = { key: string; preview: FilePreview; table: TablePreview; mapping: Mapping | null };

/** JSON files of one unknown shape; the first stands for all of them. `mapping` is null until somebody says where the turns are. */
export type JsonInDraft = { preview: FilePreview; json: JsonPreview; names: readonly string[]; keys: readonly string[]; mapping: JsonMapping | null; isConfirmed: boolean };

/** What an import is told about how files are read. */
export type ChosenMappings = { mappings: Record<string, Mapping>; jsonMappings: Record<string, JsonMapping> };

/** Files inside one chosen folder share its handle; then the name tells them apart. */
export function mappingKey(preview: FilePreview, all: readonly FilePreview[]): string {
  return all.filter((other) => other.fileId === preview.fileId).length > 1 ? preview.name : preview.fileId;
}

/** The tables with the mapping that holds now: the person's, else the recipe's or the detected one. */
export function tablesOf(previews: readonly FilePreview[], changed: Readonly<Record<string, Mapping>>): TableInDraft[] {
  return previews.flatMap((preview) => {
    const key = mappingKey(preview, previews);
    return preview.table ? [{ key, preview, table: preview.table, mapping: changed[key] ?? preview.mapping }] : [];
  });
}

/** The JSON files that need a mapping, by shape. One that a recipe reads is confirmed already. */
export function jsonsOf(previews: readonly FilePreview[], chosen: Readonly<Record<string, JsonMapping>>): JsonInDraft[] {
  const shapes = new Map<string, JsonInDraft>();
  for (const preview of previews) {
    if (preview.json === null) continue;
    const { fingerprint } = preview.json;
    const known = shapes.get(fingerprint);
    const key = mappingKey(preview, previews);
    if (known) shapes.set(fingerprint, { ...known, names: [...known.names, preview.name], keys: [...known.keys, key] });
    else {
      shapes.set(fingerprint, {
        preview, json: preview.json, names: [preview.name], keys: [key],
        mapping: chosen[fingerprint] ?? preview.jsonMapping, isConfirmed: chosen[fingerprint] !== undefined || preview.recipeName !== null,
      });
    }
  }
  return [...shapes.values()];
}

/** Every mapping in force, as the engine wants them. */
export function mappingsOf(tables: readonly TableInDraft[], jsons: readonly JsonInDraft[]): ChosenMappings {
  return {
    mappings: Object.fromEntries(tables.flatMap(({ key, mapping }) => (mapping === null ? [] : [[key, mapping]]))),
    jsonMappings: Object.fromEntries(jsons.flatMap(({ keys, mapping, isConfirmed }) => (mapping === null || !isConfirmed ? [] : keys.map((key) => [key, mapping])))),
  };
}

/** What the chosen files are; asked again when files are added or removed. */
export function usePreviews() {
  const { files, mappings: changed, restated, jsonMappings } = useImportDraft();
  const fileIds = files.map((file) => file.id);
  const { data, error, isFetching, refetch } = useQuery({
    ...orpc.imports.preview.queryOptions({ input: { fileIds } }), enabled: fileIds.length > 0, placeholderData: keepPreviousData,
  });
  const found = fileIds.length === 0 ? [] : (data?.files.filter((file) => fileIds.includes(file.fileId)) ?? []);
  const previews = found.map((preview) => restated[mappingKey(preview, found)] ?? preview);
  return { previews, tables: tablesOf(previews, changed), jsons: jsonsOf(previews, jsonMappings), hasRecordings: previews.some(({ kind }) => kind === 'audio'), error, isFetching, retry: () => void refetch() };
}
