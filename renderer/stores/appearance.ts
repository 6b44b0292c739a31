import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';
/** The theme that is really shown; `tokens.css` has one block for each. */
export type Theme = 'light' | 'dark' | 'contrast';
export type Density = 'comfortable' | 'compact';
export type MotionChoice = 'system' | 'reduced';

type Appearance = {
  themeChoice: ThemeChoice;
  density: Density;
  motion: MotionChoice;
  isRailCollapsed: boolean;
  /** Resolved from the choice and the system; charts redraw when it changes. */
  theme: Theme;
  /** The system paints with its own colours (Windows contrast themes). */
  isForcedColours: boolean;
  choose: (choice: Partial<Pick<Appearance, 'themeChoice' | 'density' | 'motion' | 'isRailCollapsed'>>) => void;
  resolve: (resolved: Pick<Appearance, 'theme' | 'isForcedColours'>) => void;
};

/** How the window looks. Kept on this computer; never part of a project. */
export const useAppearance = create<Appearance>()(
  persist(
    (set) => ({
      themeChoice: 'system',
      density: 'comfortable',
      motion: 'system',
      isRailCollapsed: false,
      theme: 'light',
      isForcedColours: false,
      choose: (choice) => set(choice),
      resolve: (resolved) => set(resolved),
    }),
    {
      name: 'earshot.appearance',
      partialize: ({ themeChoice, density, motion, isRailCollapsed }) => ({ themeChoice, density, motion, isRailCollapsed }),
    },
  ),
);
