import type { Mapping } from '#shared/model/import-mapping.ts';
import type { FilePreview } from '#shared/model/import-report.ts';
import type { JsonMapping } from '#shared/model/json-mapping.ts';
import { create } from 'zustand';

/** A file or folder that the person chose. `size` in bytes. */
export type ChosenFile = { id: string; name: string; size: number };
export type ImportStep = 'files' | 'columns' | 'check' | 'import' | 'result';

type ImportDraft = {
  step: ImportStep;
  files: readonly ChosenFile[];
  /** What the person changed about how a table is read, by file. */
  mappings: Readonly<Record<string, Mapping>>;
  /** Files looked at again after the person said how they are to be opened. */
  restated: Readonly<Record<string, FilePreview>>;
  /** How JSON of an unknown shape is read, by the mark of its shape: one answer for all files of that shape. */
  jsonMappings: Readonly<Record<string, JsonMapping>>;
  /** How recordings are named; null: the usual ways are tried. */
  fileNamePattern: string | null;
  /** Bytes handed over so far, while the host takes them; null otherwise. */
  handOver: { sent: number; total: number } | null;
  goTo: (step: ImportStep) => void;
  addFiles: (files: readonly ChosenFile[]) => void;
  removeFile: (id: string) => void;
  setMapping: (fileId: string, mapping: Mapping) => void;
  /** A file was opened anew; what the person chose for columns of the same name stays. */
  restate: (fileId: string, preview: FilePreview) => void;
  setJsonMapping: (mapping: JsonMapping) => void;
  setFileNamePattern: (pattern: string | null) => void;
  setHandOver: (progress: ImportDraft['handOver']) => void;
  reset: () => void;
};

const empty = { step: 'files', files: [], mappings: {}, restated: {}, jsonMappings: {}, fileNamePattern: null, handOver: null } as const satisfies Partial<ImportDraft>;

/** An import being prepared; nothing of it is in the project yet. */
export const useImportDraft = create<ImportDraft>()((set) => ({
  ...empty,
  goTo: (step) => set({ step }),
  addFiles: (files) => set((state) => {
    const known = new Set(state.files.map((file) => file.id));
    const before = state.step === 'result' ? [] : state.files;
    return { files: [...before, ...files.filter((file) => state.step === 'result' || !known.has(file.id))], step: 'files' };
  }),
  removeFile: (id) => set((state) => ({ files: state.files.filter((file) => file.id !== id) })),
  setMapping: (fileId, mapping) => set((state) => ({ mappings: { ...state.mappings, [fileId]: mapping } })),
  restate: (fileId, preview) => set(({ restated, mappings }) => {
    const { [fileId]: changed, ...others } = mappings;
    const fresh = preview.mapping;
    const kept = changed && fresh && changed.kind === fresh.kind
      ? { [fileId]: { ...fresh, noAnswer: changed.noAnswer, duplicates: changed.duplicates, columns: fresh.columns.map((column) => changed.columns.find(({ source }) => source === column.source) ?? column) } } : {};
    return { restated: { ...restated, [fileId]: preview }, mappings: { ...others, ...kept } };
  }),
  setJsonMapping: (mapping) => set((state) => ({ jsonMappings: { ...state.jsonMappings, [mapping.fingerprint]: mapping } })),
  setFileNamePattern: (fileNamePattern) => set({ fileNamePattern }),
  setHandOver: (handOver) => set({ handOver }),
  reset: () => set(empty),
}));
