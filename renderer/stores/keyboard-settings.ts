import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** The keys that a person gave to a command in place of its own: chords, single keys or both. */
export type KeyChange = { readonly chords?: readonly string[]; readonly single?: readonly string[] };

/** A foot pedal types keys like a keyboard. It is heard everywhere on the Listen screen, while typing too. */
export type Pedal = { readonly isOn: boolean; readonly back: string; readonly play: string; readonly forward: string; /** Plays while it is held down; else every press plays or pauses. */ readonly holdsToPlay: boolean };

/** As most pedals are sold. */
export const usualPedal: Pedal = { isOn: false, back: 'F7', play: 'F9', forward: 'F8', holdsToPlay: false };

type KeyboardSettings = {
  /** Single letters and digits act while focus is in their region. Off: the menu, the palette and the Mod forms still do everything (WCAG 2.1.4). */
  areSingleKeysOn: boolean;
  /** By the id of the command. */
  changes: Readonly<Record<string, KeyChange>>;
  pedal: Pedal;
  setSingleKeys: (isOn: boolean) => void;
  /** Null gives the command its own keys back. */
  changeKeys: (commandId: string, change: KeyChange | null) => void;
  resetKeys: () => void;
  setPedal: (change: Partial<Pedal>) => void;
};

/** How the keyboard behaves. Kept on this computer. */
export const useKeyboardSettings = create<KeyboardSettings>()(
  persist((set) => ({
    areSingleKeysOn: true,
    changes: {},
    pedal: usualPedal,
    setSingleKeys: (isOn) => set({ areSingleKeysOn: isOn }),
    changeKeys: (commandId, change) => set(({ changes: { [commandId]: before, ...others } }) => ({ changes: change === null ? others : { ...others, [commandId]: { ...before, ...change } } })),
    resetKeys: () => set({ changes: {} }),
    setPedal: (change) => set(({ pedal }) => ({ pedal: { ...pedal, ...change } })),
  }), { name: 'earshot.keyboard' }),
);
