import { create } from 'zustand';
import type { GridCell } from '../layout/grid-keys.ts';
import { plainMix, type Mix } from '../player/channel-mix.ts';

/** The cell of the transcript that holds the grid's one tab stop. Columns from `TAG_COLUMN` on are the tags of the row. */
export type Cursor = GridCell;
export const TEXT_COLUMN = 2;
export const TAG_COLUMN = 3;

type Listening = {
  cursor: Cursor;
  /** Counts the wishes that focus goes to the cursor's cell. */
  focusWishes: number;
  /** Counts the wishes that the cursor's row is scrolled into view. */
  showWishes: number;
  isFollowing: boolean;
  /** The row that has just been tagged, for 400 ms. */
  flashedRow: string | null;
  /** The interaction whose survey the person asked to see. */
  revealedId: string | null;
  mix: Mix;
  moveCursor: (cursor: Cursor) => void;
  /** Moves the cursor and scrolls to it, while focus stays where it is. */
  showRow: (cursor: Cursor) => void;
  /** Moves the cursor and takes focus along. */
  focusCursor: (cursor?: Cursor) => void;
  follow: (isFollowing: boolean) => void;
  flash: (rowKey: string | null) => void;
  reveal: (interactionId: string | null) => void;
  setMix: (change: Partial<Mix>) => void;
  /** A fresh view for another interaction. */
  start: (cursor: Cursor) => void;
};

/** What the person does to the view of one interaction. The playhead is not here: the player has it. */
export const useListening = create<Listening>()((set) => ({
  cursor: { row: 0, column: TEXT_COLUMN },
  focusWishes: 0,
  showWishes: 0,
  isFollowing: true,
  flashedRow: null,
  revealedId: null,
  mix: plainMix,
  moveCursor: (cursor) => set({ cursor }),
  showRow: (cursor) => set((state) => ({ cursor, showWishes: state.showWishes + 1 })),
  focusCursor: (cursor) => set((state) => ({ cursor: cursor ?? state.cursor, focusWishes: state.focusWishes + 1 })),
  follow: (isFollowing) => set({ isFollowing }),
  flash: (flashedRow) => set({ flashedRow }),
  reveal: (revealedId) => set({ revealedId }),
  setMix: (change) => set((state) => ({ mix: { ...state.mix, ...change } })),
  start: (cursor) => set((state) => ({ cursor, isFollowing: true, flashedRow: null, revealedId: null, mix: { ...state.mix, customerChannel: 0 } })),
}));
