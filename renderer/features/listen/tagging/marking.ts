import { create } from 'zustand';
import type { Tag } from '#shared/model/moment.ts';
import type { Place } from './anchor.ts';
import { noMarks, type Marks } from './marks.ts';

/** A tag on its way to the disk. It shows at once, but not as saved. */
export type PendingTag = Tag & { readonly isPending: true };
/** A note that is being written; it survives a look elsewhere. */
export type NoteDraft = { readonly interactionId: string; readonly place: Place; readonly text: string };

type Marking = {
  marks: Marks;
  pending: readonly PendingTag[];
  lastCodeId: string | null;
  isPaletteOpen: boolean;
  /** What stands in the palette's field. */
  paletteText: string;
  note: NoteDraft | null;
  isNoteOpen: boolean;
  /** Counts the wishes that focus goes to the note field, which may be open already. */
  noteWishes: number;
  setMarks: (marks: Marks) => void;
  addPending: (tag: PendingTag) => void;
  dropPending: (id: string) => void;
  use: (codeId: string) => void;
  openPalette: (isOpen: boolean) => void;
  typeInPalette: (text: string) => void;
  /** Opens the field with a note; the words stay when it is closed without saving. */
  openNote: (note: NoteDraft) => void;
  writeNote: (text: string) => void;
  closeNote: (isSaved: boolean) => void;
};

/** What is half done while marking: a range, a tag being saved, a note being typed. */
export const useMarking = create<Marking>()((set) => ({
  marks: noMarks,
  pending: [],
  lastCodeId: null,
  isPaletteOpen: false,
  paletteText: '',
  note: null,
  isNoteOpen: false,
  noteWishes: 0,
  setMarks: (marks) => set({ marks }),
  addPending: (tag) => set((state) => ({ pending: [...state.pending, tag] })),
  dropPending: (id) => set((state) => ({ pending: state.pending.filter((tag) => tag.id !== id) })),
  use: (lastCodeId) => set({ lastCodeId }),
  openPalette: (isPaletteOpen) => set({ isPaletteOpen, paletteText: '', isNoteOpen: false }),
  typeInPalette: (paletteText) => set({ paletteText }),
  openNote: (note) => set((state) => ({ note, isNoteOpen: true, isPaletteOpen: false, noteWishes: state.noteWishes + 1 })),
  writeNote: (text) => set((state) => (state.note ? { note: { ...state.note, text } } : {})),
  closeNote: (isSaved) => set(isSaved ? { note: null, isNoteOpen: false } : { isNoteOpen: false }),
}));
