import type { Mapping } from '#shared/model/import-mapping.ts';
import type { JsonMapping } from '#shared/model/json-mapping.ts';
import type { ImportReport } from '#shared/model/import-report.ts';
import { runImport, removeImport } from '#shared/commands/imports.ts';
import type { JobHandle } from '#engine/jobs.ts';
import type { Session } from '#engine/session.ts';
import type { BulkLog } from '#engine/store/project-file.ts';
import type { Database } from '#engine/store/database.ts';
import { scoreSteps } from '#engine/store/queries/scores.ts';
import { runInBreaths } from '#engine/store/steps.ts';
import type { SourceFile } from './importer.ts';
import { linkSteps } from './linking.ts';
import { ImportRun } from './import-run.ts';
import type { SourceReader } from './reading/looked-at.ts';
import { openReader } from './reading/open-reader.ts';
import { assignQuickSlots } from './write/quick-slots.ts';
import { rowId } from './write/row-id.ts';

export type ImportRequest = {
  sources: readonly SourceFile[];
  /** Mapping of a table by the source's name; detected when absent. */
  mappings: ReadonlyMap<string, Mapping>;
  /** The same for JSON of unknown shape. */
  jsonMappings?: ReadonlyMap<string, JsonMapping>;
  /** How recordings are named; the usual patterns are tried when absent. */
  fileNamePattern?: string | null;
  dryRun: boolean;
  isSample?: boolean;
};

/** Thrown at the end of a dry run, so that the store puts everything back as it was. */
class DryRunDone extends Error {
  constructor(readonly report: ImportReport) {
    super('dry run');
  }
}

/**
 * Reads files, writes what is in them, links it, and answers with what went in, what did not and how well it is
 * joined. All or nothing: cancel, a failure or a dry run leave the project exactly as it was.
 */
export async function importFiles(session: Session, job: JobHandle, request: ImportRequest): Promise<ImportReport> {
  const startedAt = Date.now();
  try {
    const report = await session.project.file.bulk('import', (db, log) => readAll({ session, job, request, db, log, startedAt }));
    session.changed(['project', 'interactions', 'codebook', 'surveys', 'gap', 'metrics', 'imports', 'briefing', 'causes', 'coaching', 'calibration', 'training']);
    return report;
  } catch (error) {
    if (error instanceof DryRunDone) return error.report;
    throw error;
  }
}

type Work = { session: Session; job: JobHandle; request: ImportRequest; db: Database; log: BulkLog; startedAt: number };

async function readAll(work: Work): Promise<ImportReport> {
  const { session, job, request } = work;
  const reader = await openReader(request.sources, {
    thread: session.options.importThread ?? null, signal: job.signal, onFallback: () => session.options.log({ level: 'warn', code: 'IMPORT_THREAD_FAILED' }),
  });
  try {
    return await writeAll(work, reader);
  } finally {
    await reader.close();
  }
}

async function writeAll({ session, job, request, db, log, startedAt }: Work, reader: SourceReader): Promise<ImportReport> {
  const importId = rowId(session.options.newId());
  const at = session.now();
  db.run("INSERT INTO import_batch (id, at, actor, status) VALUES (?, ?, ?, 'importing')", [importId, at, session.options.actor]);
  const run = new ImportRun({ db, importId, newId: session.options.newId, job, reader, mappings: request.mappings, jsonMappings: request.jsonMappings ?? new Map(), sources: request.sources, fileNamePattern: request.fileNamePattern ?? null });
  await run.readTranscripts();
  await run.readTables();
  assignQuickSlots(db);
  await run.readRecordings();
  job.report({ phase: 'linking', done: 0, total: null, item: null });
  await runInBreaths(linkSteps(db), () => job.breathe());
  await runInBreaths(scoreSteps(db), () => job.breathe());
  const report = run.report({ files: request.sources.length, ms: Date.now() - startedAt });
  if (request.dryRun) throw new DryRunDone({ ...report, importId: null });
  const summary = { new: report.new, updated: report.updated, setAside: report.setAsideTotal, files: report.files, interactions: report.byKind['interactions']?.new ?? 0, ...(request.isSample ? { isSample: 1 } : {}) };
  db.run("UPDATE import_batch SET status = 'ready', summary = ? WHERE id = ?", [JSON.stringify(summary), importId]);
  job.report({ phase: 'saving', done: 0, total: null, item: null });
  log.record(
    { id: session.options.newId(), name: runImport.name, version: runImport.version, at, actor: session.options.actor, payload: { importId } },
    { inverse: { name: removeImport.name, payload: { importId } }, entityId: importId },
  );
  return report;
}
