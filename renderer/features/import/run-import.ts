import { client } from '#renderer/app/connection.ts';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { useImportRun } from '#renderer/stores/import-run.ts';
import type { ImportReport } from '#shared/model/import-report.ts';
import type { JobProgress } from '#shared/model/job.ts';
import type { ChosenMappings } from './use-previews.ts';

type Input = ChosenMappings & { fileIds: string[]; fileNamePattern: string | null; dryRun: boolean };

/**
 * Checks (`dryRun`) or imports the chosen files. Lives outside the components, so that leaving the screen does not stop
 * it; a new run stops the one before.
 */
export async function runImport(chosen: ChosenMappings, dryRun: boolean): Promise<void> {
  const { begin, advance, finish, stop, cancel } = useImportRun.getState();
  cancel?.();
  const abort = new AbortController();
  const cancelThis = (): void => abort.abort();
  begin({ isDryRun: dryRun, cancel: cancelThis });
  // A later run owns the store; what an earlier one still reports is dropped.
  const isCurrent = (): boolean => useImportRun.getState().cancel === cancelThis;
  const { files, fileNamePattern } = useImportDraft.getState();
  const input: Input = { fileIds: files.map((file) => file.id), ...chosen, fileNamePattern, dryRun };
  try {
    const report = await follow(input, abort.signal, (progress) => {
      if (isCurrent()) advance(progress);
    });
    if (isCurrent()) finish(report);
  } catch (error) {
    if (!isCurrent()) return;
    if (abort.signal.aborted) stop('cancelled', null);
    else stop('failed', error);
  }
}

async function follow(input: Input, signal: AbortSignal, onProgress: (progress: JobProgress) => void): Promise<ImportReport> {
  const events = await client.imports.run(input, { signal });
  for (;;) {
    const { done, value } = await events.next();
    if (done === true) return value;
    onProgress(value);
  }
}
