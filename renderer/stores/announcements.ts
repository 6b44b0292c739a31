import { create } from 'zustand';

type Announcements = {
  message: string;
  /** Counts messages, so that the same words are spoken again. */
  count: number;
  announce: (message: string) => void;
};

/** What the one polite live region of the window says: acts and counts, never the words of a call. */
export const useAnnouncements = create<Announcements>()((set) => ({
  message: '',
  count: 0,
  announce: (message) => set((state) => ({ message, count: state.count + 1 })),
}));

/** Says something to people who do not see the change. */
export const announce = (message: string): void => useAnnouncements.getState().announce(message);
