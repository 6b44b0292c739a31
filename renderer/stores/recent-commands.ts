import { create } from 'zustand';

type RecentCommands = { ids: readonly string[]; remember: (id: string) => void };

/** Commands last chosen in the palette, newest first. */
export const useRecentCommands = create<RecentCommands>()((set) => ({
  ids: [],
  remember: (id) => set((state) => ({ ids: [id, ...state.ids.filter((other) => other !== id)].slice(0, 6) })),
}));
