import { create } from 'zustand';

export type EditDialog = 'speaker' | 'times' | null;

type Editing = {
  /** The turn whose words are being put right; null when none is. */
  seq: number | null;
  /** Whether the words that came in stand under corrected ones. */
  showsOriginals: boolean;
  /** Whether what everybody else sees stands beside words that are hidden from them. */
  showsRedacted: boolean;
  dialog: EditDialog;
  edit: (seq: number | null) => void;
  toggleOriginals: () => void;
  toggleRedacted: () => void;
  open: (dialog: EditDialog) => void;
};

/** What is being put right in the transcript. */
export const useEditing = create<Editing>()((set) => ({
  seq: null,
  showsOriginals: false,
  showsRedacted: false,
  dialog: null,
  edit: (seq) => set({ seq }),
  toggleOriginals: () => set((state) => ({ showsOriginals: !state.showsOriginals })),
  toggleRedacted: () => set((state) => ({ showsRedacted: !state.showsRedacted })),
  open: (dialog) => set({ dialog }),
}));
