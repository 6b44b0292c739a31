import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** Where listening stopped in a project. */
export type Listened = { interactionId: string; atMs: number | null };

type LastListened = {
  byProject: Readonly<Record<string, Listened>>;
  remember: (projectId: string, listened: Listened) => void;
};

/** What "Continue" on Home goes back to. Kept on this computer. */
export const useLastListened = create<LastListened>()(
  persist(
    (set) => ({
      byProject: {},
      remember: (projectId, listened) => set((state) => ({ byProject: { ...state.byProject, [projectId]: listened } })),
    }),
    { name: 'earshot.last-listened' },
  ),
);
