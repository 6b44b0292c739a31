import { removeImport, saveRecipe } from '#shared/commands/imports.ts';
import type { Mapping } from '#shared/model/import-mapping.ts';
import type { FilePreview } from '#shared/model/import-report.ts';
import { importFiles } from '#engine/importers/import-job.ts';
import { openReader } from '#engine/importers/reading/open-reader.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import type { Session } from '#engine/session.ts';
import { importKnowledge } from '#engine/store/queries/import-knowledge.ts';
import { importList, recipes, setAsideRows } from '#engine/store/queries/imports.ts';
import { desk } from './desk.ts';
import { refusing } from './refusal.ts';

type RunInput = { fileIds: string[]; mappings: Record<string, Mapping>; dryRun: boolean };

/** Previews stop after this many files of a folder: the wizard shows kinds, not every file. */
const previewedFiles = 200;

async function sourcesOf(session: Session, fileIds: readonly string[]): Promise<{ fileId: string; source: SourceFile }[]> {
  const chosen = await Promise.all(fileIds.map(async (fileId) => (await session.options.files.chosen(fileId)).map((source) => ({ fileId, source }))));
  return chosen.flat();
}

async function* runImport(session: Session, input: RunInput, signal: AbortSignal | undefined) {
  const chosen = await sourcesOf(session, input.fileIds);
  const mappings = new Map(chosen.flatMap(({ fileId, source }): [string, Mapping][] => {
    const mapping = input.mappings[fileId] ?? input.mappings[source.name];
    return mapping ? [[source.name, mapping]] : [];
  }));
  return yield* session.jobs.run('import', signal, (job) =>
    importFiles(session, job, { sources: chosen.map(({ source }) => source), mappings, dryRun: input.dryRun }));
}

async function previewFiles(session: Session, input: { fileIds: string[] }, signal: AbortSignal | undefined): Promise<FilePreview[]> {
  const knowledge = importKnowledge(session.db);
  const chosen = (await sourcesOf(session, input.fileIds)).slice(0, previewedFiles);
  const sources = chosen.map(({ source }) => source);
  const reader = await openReader(sources, {
    thread: session.options.importThread ?? null, signal: signal ?? new AbortController().signal, onFallback: () => session.options.log({ level: 'warn', code: 'IMPORT_THREAD_FAILED' }),
  });
  const files: FilePreview[] = [];
  try {
    for await (const preview of reader.preview({ sources, knowledge })) files.push({ fileId: chosen[files.length]?.fileId ?? '', ...preview });
  } finally {
    await reader.close();
  }
  return files;
}

export function importProcedures(session: Session) {
  return desk.imports.router({
    preview: desk.imports.preview.handler(async ({ input, signal }) => ({ files: await previewFiles(session, input, signal) })),
    // What the sources themselves refuse (a file that is gone) has to become the contract's error too.
    run: desk.imports.run.handler(({ input, signal }) => refusing(runImport(session, input, signal))),
    list: desk.imports.list.handler(() => importList(session.db)),
    setAside: desk.imports.setAside.handler(({ input }) => setAsideRows(session.db, input)),
    remove: desk.imports.remove.handler(async ({ input }) => {
      await session.execute(removeImport, input, ['imports', 'project', 'interactions', 'codebook', 'surveys', 'gap', 'metrics', 'briefing']);
      return { removed: true };
    }),
    recipes: desk.imports.recipes.handler(() => recipes(session.db)),
    saveRecipe: desk.imports.saveRecipe.handler(async ({ input }) => {
      const id = session.options.newId();
      const { kind, headerFingerprint } = input.mapping;
      await session.execute(saveRecipe, { id, name: input.name, kind, headerFingerprint, mapping: input.mapping, createdAt: session.now() }, ['imports', 'project']);
      return { id };
    }),
  });
}
