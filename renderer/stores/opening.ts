import type { JobProgress } from '#shared/model/job.ts';
import { create } from 'zustand';

type Opening = {
  /** What is being opened, in words; null while nothing is. */
  label: string | null;
  progress: JobProgress | null;
  /** What went wrong with the last attempt. */
  error: unknown;
  cancel: (() => void) | null;
  /** Tries again with a passphrase, where the last attempt lacked one. */
  unlock: ((passphrase: string) => void) | null;
  begin: (label: string, cancel: (() => void) | null) => void;
  advance: (progress: JobProgress) => void;
  end: (error?: unknown, unlock?: ((passphrase: string) => void) | null) => void;
};

/** A project on its way in: created, filled with the sample, or read from disk. */
export const useOpening = create<Opening>()((set) => ({
  label: null,
  progress: null,
  error: null,
  cancel: null,
  unlock: null,
  begin: (label, cancel) => set({ label, cancel, progress: null, error: null, unlock: null }),
  advance: (progress) => set({ progress }),
  end: (error = null, unlock = null) => set({ label: null, cancel: null, progress: null, error, unlock }),
}));
