import { removeImport, saveRecipe } from '#shared/commands/imports.ts';
import type { Mapping, TableForm } from '#shared/model/import-mapping.ts';
import type { JsonMapping } from '#shared/model/json-mapping.ts';
import { recipeKey } from '#shared/model/saved-mapping.ts';
import type { FilePreview } from '#shared/model/import-report.ts';
import { importFiles } from '#engine/importers/import-job.ts';
import type { StatedTable } from '#engine/importers/reading/kind-of-source.ts';
import { openReader } from '#engine/importers/reading/open-reader.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import { recordingNames } from '#engine/importers/recording-names.ts';
import { saveSetAside } from '#engine/importers/save-set-aside.ts';
import type { Session } from '#engine/session.ts';
import { importKnowledge } from '#engine/store/queries/import-knowledge.ts';
import { importList, recipes, setAsideRows } from '#engine/store/queries/imports.ts';
import { desk } from './desk.ts';
import { refusing } from './refusal.ts';

type RunInput = { fileIds: string[]; mappings: Record<string, Mapping>; jsonMappings?: Record<string, JsonMapping> | undefined; fileNamePattern?: string | null | undefined; dryRun: boolean };
type PreviewInput = { fileIds: string[]; names?: string[] | undefined; mappings?: Record<string, Mapping> | undefined; jsonMappings?: Record<string, JsonMapping> | undefined; forms?: Record<string, TableForm> | undefined };
type Chosen = { fileId: string; source: SourceFile };

/** Previews stop after this many files of a folder: the wizard shows kinds, not every file. */
const previewedFiles = 200;

async function sourcesOf(session: Session, fileIds: readonly string[]): Promise<Chosen[]> {
  const chosen = await Promise.all(fileIds.map(async (fileId) => (await session.options.files.chosen(fileId)).map((source) => ({ fileId, source }))));
  return chosen.flat();
}

/** What was said of a file, under its handle or (in a folder) its name. */
const saidOf = <T>(said: Record<string, T> | undefined, { fileId, source }: Chosen): T | undefined => said?.[fileId] ?? said?.[source.name];

function bySource<T>(said: Record<string, T> | undefined, chosen: readonly Chosen[]): Map<string, T> {
  return new Map(chosen.flatMap((one): [string, T][] => {
    const found = saidOf(said, one);
    return found === undefined ? [] : [[one.source.name, found]];
  }));
}

async function* runImport(session: Session, input: RunInput, signal: AbortSignal | undefined) {
  const chosen = await sourcesOf(session, input.fileIds);
  const request = {
    sources: chosen.map(({ source }) => source), mappings: bySource(input.mappings, chosen), jsonMappings: bySource(input.jsonMappings, chosen), dryRun: input.dryRun,
    fileNamePattern: input.fileNamePattern ?? null,
  };
  return yield* session.jobs.run('import', signal, (job) => importFiles(session, job, request));
}

async function previewFiles(session: Session, input: PreviewInput, signal: AbortSignal | undefined): Promise<FilePreview[]> {
  const names = input.names && new Set(input.names);
  const chosen = (await sourcesOf(session, input.fileIds)).filter(({ source }) => names === undefined || names.has(source.name)).slice(0, previewedFiles);
  const sources = chosen.map(({ source }) => source);
  const reader = await openReader(sources, {
    thread: session.options.importThread ?? null, signal: signal ?? new AbortController().signal, onFallback: () => session.options.log({ level: 'warn', code: 'IMPORT_THREAD_FAILED' }),
  });
  const stated = chosen.map((one) => {
    const [form, mapping] = [saidOf(input.forms, one), saidOf(input.mappings, one)];
    return { table: { ...form, ...(mapping ? { mapping } : {}) } as StatedTable, jsonMapping: saidOf(input.jsonMappings, one) };
  });
  const files: FilePreview[] = [];
  try {
    for await (const preview of reader.preview({ sources, stated, knowledge: importKnowledge(session.db) })) files.push({ fileId: chosen[files.length]?.fileId ?? '', ...preview });
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
    saveSetAside: desk.imports.saveSetAside.handler(({ input }) => saveSetAside(session, input)),
    recordingNames: desk.imports.recordingNames.handler(async ({ input }) =>
      recordingNames(session.db, (await sourcesOf(session, input.fileIds)).map(({ source }) => source), input.pattern ?? null)),
    remove: desk.imports.remove.handler(async ({ input }) => {
      await session.execute(removeImport, input, ['imports', 'project', 'interactions', 'codebook', 'surveys', 'gap', 'metrics', 'briefing']);
      return { removed: true };
    }),
    recipes: desk.imports.recipes.handler(() => recipes(session.db)),
    saveRecipe: desk.imports.saveRecipe.handler(async ({ input }) => {
      const id = session.options.newId();
      const { kind, headerFingerprint } = recipeKey(input.mapping);
      await session.edit({ definition: saveRecipe, payload: { id, name: input.name, kind, headerFingerprint, mapping: input.mapping, createdAt: session.now() }, seen: input.seen }, ['imports', 'project']);
      return { id };
    }),
  });
}
