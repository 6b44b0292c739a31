import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type KeyboardSettings = {
  /** Single letters and digits act while focus is in their region. Off: the menu, the palette and the Mod forms still do everything (WCAG 2.1.4). */
  areSingleKeysOn: boolean;
  setSingleKeys: (isOn: boolean) => void;
};

/** How the keyboard behaves. Kept on this computer. */
export const useKeyboardSettings = create<KeyboardSettings>()(
  persist((set) => ({ areSingleKeysOn: true, setSingleKeys: (isOn) => set({ areSingleKeysOn: isOn }) }), { name: 'earshot.keyboard' }),
);
