import { create } from 'zustand';

type Finding = {
  isOpen: boolean;
  words: string;
  /** Which match is the current one; -1 for none. */
  index: number;
  /** Counts the wishes that focus goes to the field. */
  wishes: number;
  open: () => void;
  close: () => void;
  find: (words: string, index: number) => void;
  goTo: (index: number) => void;
};

/** What is looked for in the transcript. */
export const useFinding = create<Finding>()((set) => ({
  isOpen: false,
  words: '',
  index: -1,
  wishes: 0,
  open: () => set((state) => ({ isOpen: true, wishes: state.wishes + 1 })),
  close: () => set({ isOpen: false }),
  find: (words, index) => set({ words, index }),
  goTo: (index) => set({ index }),
}));
