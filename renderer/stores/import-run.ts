import type { ImportReport } from '#shared/model/import-report.ts';
import type { JobProgress } from '#shared/model/job.ts';
import { create } from 'zustand';

export type RunPhase = 'idle' | 'running' | 'done' | 'cancelled' | 'failed';

type ImportRun = {
  phase: RunPhase;
  /** A look without writing, or the import itself. */
  isDryRun: boolean;
  progress: JobProgress | null;
  report: ImportReport | null;
  error: unknown;
  cancel: (() => void) | null;
  begin: (run: { isDryRun: boolean; cancel: () => void }) => void;
  advance: (progress: JobProgress) => void;
  finish: (report: ImportReport) => void;
  stop: (phase: 'cancelled' | 'failed', error: unknown) => void;
  reset: () => void;
};

const idle = { phase: 'idle', isDryRun: true, progress: null, report: null, error: null, cancel: null } as const satisfies Partial<ImportRun>;

/** The check or import that is running, or how the last one ended. It goes on while the person looks at other screens. */
export const useImportRun = create<ImportRun>()((set) => ({
  ...idle,
  begin: ({ isDryRun, cancel }) => set({ ...idle, phase: 'running', isDryRun, cancel }),
  advance: (progress) => set({ progress }),
  finish: (report) => set({ phase: 'done', report, cancel: null }),
  stop: (phase, error) => set({ phase, error, cancel: null }),
  reset: () => set(idle),
}));
