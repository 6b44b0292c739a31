import { create } from 'zustand';

export type Overlay = 'palette' | 'keys' | 'jobs' | 'about' | 'verify' | 'newProject' | 'openProject' | 'setAside';

type Overlays = {
  open: Overlay | null;
  /** The import whose set-aside rows are shown. */
  importId: string | null;
  show: (overlay: Overlay, importId?: string) => void;
  close: () => void;
};

/** Which window-wide dialog is open; one at a time. */
export const useOverlays = create<Overlays>()((set) => ({
  open: null,
  importId: null,
  show: (open, importId) => set({ open, importId: importId ?? null }),
  close: () => set({ open: null }),
}));
