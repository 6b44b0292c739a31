import type { JobProgress } from '#shared/model/job.ts';
import type { SalvageReport } from '#shared/model/salvage.ts';
import { create } from 'zustand';

/** A project that did not open because it is damaged. */
export type DamagedProject = { readonly id: string; readonly name: string; readonly passphrase: string | undefined };

/** What could be read of a damaged project; `passphrase` opens the new one as it opened the old. */
export type SalvagedProject = { readonly report: SalvageReport; readonly passphrase: string | undefined };

type Opening = {
  /** What is being opened, in words; null while nothing is. */
  label: string | null;
  progress: JobProgress | null;
  /** What went wrong with the last attempt. */
  error: unknown;
  cancel: (() => void) | null;
  /** Tries again with a passphrase, where the last attempt lacked one. */
  unlock: ((passphrase: string) => void) | null;
  /** The project that the last attempt was about, where going on from another state or saving what can be read may help. */
  damaged: DamagedProject | null;
  salvaged: SalvagedProject | null;
  begin: (label: string, cancel: (() => void) | null) => void;
  advance: (progress: JobProgress) => void;
  end: (error?: unknown, ways?: { unlock?: ((passphrase: string) => void) | null; damaged?: DamagedProject | null; salvaged?: SalvagedProject }) => void;
};

/** A project on its way in: created, filled with the sample, or read from disk. */
export const useOpening = create<Opening>()((set) => ({
  label: null,
  progress: null,
  error: null,
  cancel: null,
  unlock: null,
  damaged: null,
  salvaged: null,
  begin: (label, cancel) => set({ label, cancel, progress: null, error: null, unlock: null, damaged: null, salvaged: null }),
  advance: (progress) => set({ progress }),
  end: (error = null, { unlock = null, damaged = null, salvaged } = {}) => set({ label: null, cancel: null, progress: null, error, unlock, damaged, salvaged: salvaged ?? null }),
}));
