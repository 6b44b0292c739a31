import { create } from 'zustand';

/** A short message that leaves by itself. `action` is the one thing that can be done about it. */
export type Toast = {
  id: number;
  text: string;
  tone: 'neutral' | 'ok' | 'danger';
  action?: { label: string; run: () => void };
};

type Toasts = {
  toasts: readonly Toast[];
  show: (toast: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }) => number;
  dismiss: (id: number) => void;
};

let lastId = 0;

/** Messages in the corner: undo, finished jobs, refused acts. At most three, the newest last. */
export const useToasts = create<Toasts>()((set) => ({
  toasts: [],
  show: (toast) => {
    lastId += 1;
    const id = lastId;
    set((state) => ({ toasts: [...state.toasts.slice(-2), { tone: 'neutral', ...toast, id }] }));
    return id;
  },
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}));
