import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type ListenSettings = {
  /** Between hearing and pressing, at 1.0 x; 0-3,000 ms. */
  lagMs: number;
  /** How far a resume goes back, at 1.0 x; 0-5,000 ms. After a long pause it is twice as far. */
  backUpMs: number;
  /** What the customer said stays hidden until asked for, because seeing it first biases the listener. */
  hidesCustomer: boolean;
  sidePx: number;
  isSideShown: boolean;
  /** Where the side panel stands, in the direction of reading. */
  sideAt: 'start' | 'end';
  /** Recordings are put away: tags go to the turn in focus, as where there is none. */
  isReading: boolean;
  /** Size of the transcript's text, 0.9-2. */
  textScale: number;
  /** Possible cues stand under the words that offer them. */
  showsOffers: boolean;
  change: (changes: Partial<Omit<ListenSettings, 'change'>>) => void;
};

/** Hand and ear need 1.2 s between hearing and pressing; 1.5 s back is where most players resume. */
export const usualTimes = { lagMs: 1200, backUpMs: 1500 } as const;

/** How this person listens. Kept on this computer; never part of a project. */
export const useListenSettings = create<ListenSettings>()(
  persist(
    (set) => ({ ...usualTimes, hidesCustomer: true, sidePx: 340, isSideShown: true, sideAt: 'end', isReading: false, textScale: 1, showsOffers: true, change: (changes) => set(changes) }),
    { name: 'earshot.listen' },
  ),
);
