import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { DEFAULT_LAG_MS } from '../tagging/anchor.ts';

type ListenSettings = {
  /** Between hearing and pressing, at 1.0 x; 0-3,000 ms. */
  lagMs: number;
  /** What the customer said stays hidden until asked for, because seeing it first biases the listener. */
  hidesCustomer: boolean;
  sidePx: number;
  isSideShown: boolean;
  /** Size of the transcript's text, 0.9-2. */
  textScale: number;
  change: (changes: Partial<Omit<ListenSettings, 'change'>>) => void;
};

/** How this person listens. Kept on this computer; never part of a project. */
export const useListenSettings = create<ListenSettings>()(
  persist(
    (set) => ({ lagMs: DEFAULT_LAG_MS, hidesCustomer: true, sidePx: 340, isSideShown: true, textScale: 1, change: (changes) => set(changes) }),
    { name: 'earshot.listen' },
  ),
);
