import type { Mapping } from '#shared/model/import-mapping.ts';
import { create } from 'zustand';

/** A file or folder that the person chose. `size` in bytes. */
export type ChosenFile = { id: string; name: string; size: number };
export type ImportStep = 'files' | 'columns' | 'check' | 'import' | 'result';

type ImportDraft = {
  step: ImportStep;
  files: readonly ChosenFile[];
  /** What the person changed about how a table is read, by file. */
  mappings: Readonly<Record<string, Mapping>>;
  /** Bytes handed over so far, while the host takes them; null otherwise. */
  handOver: { sent: number; total: number } | null;
  goTo: (step: ImportStep) => void;
  addFiles: (files: readonly ChosenFile[]) => void;
  removeFile: (id: string) => void;
  setMapping: (fileId: string, mapping: Mapping) => void;
  setHandOver: (progress: ImportDraft['handOver']) => void;
  reset: () => void;
};

const empty = { step: 'files', files: [], mappings: {}, handOver: null } as const satisfies Partial<ImportDraft>;

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
  setHandOver: (handOver) => set({ handOver }),
  reset: () => set(empty),
}));
