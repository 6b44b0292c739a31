import { create } from 'zustand';

type Judging = {
  /** The cue whose judgement is being made. */
  cue: { readonly interactionId: string; readonly turnSeq: number } | null;
  /** Counts the wishes that focus goes to the fields, which may be open already. */
  wishes: number;
  open: (cue: { interactionId: string; turnSeq: number }) => void;
  close: () => void;
};

/** Which cue is being judged. */
export const useJudging = create<Judging>()((set) => ({
  cue: null,
  wishes: 0,
  open: (cue) => set((state) => ({ cue, wishes: state.wishes + 1 })),
  close: () => set({ cue: null }),
}));
