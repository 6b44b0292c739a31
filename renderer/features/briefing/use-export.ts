import { useEffect, useRef, useState } from 'react';
import { client, shell } from '#renderer/app/connection.ts';
import type { BriefingFormat } from '#shared/model/briefing.ts';
import type { JobProgress } from '#shared/model/job.ts';

export type Exported = { exportId: string; name: string; size: number; slides: number };
export type ExportState =
  | { phase: 'idle' }
  | { phase: 'running'; progress: JobProgress | null }
  /** `isSaved`: the host took it; the web host hands it to the browser. */
  | { phase: 'done'; exported: Exported; isSaved: boolean }
  | { phase: 'cancelled' }
  | { phase: 'failed'; error: unknown };

/** One export: runs with progress, can be cancelled, and then goes to the host to be saved. Leaving cancels it; no half file stays. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ phase: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const save = async (exported: Exported): Promise<void> => {
    setState({ phase: 'done', exported, isSaved: await shell.saveExport(exported) });
  };
  const start = async (format: BriefingFormat): Promise<void> => {
    const controller = new AbortController();
    abort.current = controller;
    setState({ phase: 'running', progress: null });
    try {
      const events = await client.briefing.export({ format }, { signal: controller.signal });
      for (;;) {
        const { done, value } = await events.next();
        if (done === true) {
          await save(value);
          return;
        }
        setState({ phase: 'running', progress: value });
      }
    } catch (error) {
      setState(controller.signal.aborted ? { phase: 'cancelled' } : { phase: 'failed', error });
    }
  };
  return { state, start, save, cancel: () => abort.current?.abort() };
}
