import { create } from 'zustand';

type Position = { row: number; column: number };

type InteractionsView = {
  /** Where focus was in which list; a list is named by its filter and order. */
  positionOf: Readonly<Record<string, Position>>;
  /** Null until the person has decided; then wide windows show it. */
  isPanelOpen: boolean | null;
  selection: ReadonlySet<string>;
  setPosition: (list: string, position: Position) => void;
  setPanelOpen: (isOpen: boolean) => void;
  select: (ids: ReadonlySet<string>) => void;
};

const keptLists = 20;

/** What the person did to the list of interactions, so that coming back finds it as it was. */
export const useInteractionsView = create<InteractionsView>()((set) => ({
  positionOf: {},
  isPanelOpen: null,
  selection: new Set(),
  setPosition: (list, position) => set((state) => {
    const others = Object.entries(state.positionOf).filter(([key]) => key !== list).slice(-keptLists);
    return { positionOf: { ...Object.fromEntries(others), [list]: position } };
  }),
  setPanelOpen: (isPanelOpen) => set({ isPanelOpen }),
  select: (selection) => set({ selection }),
}));
