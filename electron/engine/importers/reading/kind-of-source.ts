import type { Mapping, TableKind, TablePreview } from '#shared/model/import-mapping.ts';
import type { JsonMapping, JsonPreview } from '#shared/model/json-mapping.ts';
import type { FilePreview } from '#shared/model/import-report.ts';
import { detectAudio } from '#engine/audio/audio-header.ts';
import { UnreadableFileError, type FileHead, type Problem, type SourceFile, type TranscriptImporter } from '../importer.ts';
import { outlineOf } from '../mapped-json/json-outline.ts';
import { previewJson } from '../mapped-json/preview-json.ts';
import { fits, mappedJsonImporter } from '../mapped-json/read-mapped-json.ts';
import { previewTable } from '../tables/read-records.ts';
import { sniffTable } from '../tables/read-table.ts';
import { detectTranscript, explainUnknown, readHead } from '../transcripts/detect.ts';
import { looksLikeJson } from '../transcripts/head-json.ts';
import { baseName, readSourceJson } from '../transcripts/source-text.ts';

export type SourceKind =
  | { kind: 'transcript'; importer: TranscriptImporter; head: FileHead }
  | { kind: 'table'; mapping: Mapping; preview: TablePreview | null; recipeName: string | null }
  | { kind: 'json'; importer: TranscriptImporter; mapping: JsonMapping; preview: JsonPreview; recipeName: string | null }
  | { kind: 'recording'; format: string }
  | { kind: 'unknown'; problem: Problem; preview: TablePreview | null; mapping?: Mapping | null; json?: { preview: JsonPreview; mapping: JsonMapping | null } };

/** What a project knows that decides how a file is read; plain, so that it can be handed to another thread. */
export type ProjectKnowledge = {
  /** IANA zone of times without an offset. */
  timeZone: string;
  /** The newest saved mapping for each header. */
  recipes: ReadonlyMap<string, { name: string; mapping: Mapping }>;
  /** How JSON of unknown shapes is read, what comes first going first; `name` is null for what a person chose just now. */
  jsonRecipes: readonly { name: string | null; mapping: JsonMapping }[];
};

export type Look = { knowledge: ProjectKnowledge; signal: AbortSignal; mapping?: Mapping | undefined; jsonMapping?: JsonMapping | undefined; stated?: StatedTable | undefined };

/** What a person said of a table before it was looked at again. */
export type StatedTable = { encoding?: Mapping['encoding']; delimiter?: Mapping['delimiter']; sheet?: string | null; kind?: TableKind | null; mapping?: Mapping };

/** Below this a list of words is no table to ask about. */
const askAboutTable = 0.5;

/** What a file is, by its content alone. A table's columns are matched by a saved recipe, else by suggestion. */
export async function kindOfSource(source: SourceFile, look: Look): Promise<SourceKind> {
  if (look.mapping) return { kind: 'table', mapping: look.mapping, preview: null, recipeName: null };
  const head = await readHead(source);
  const format = detectAudio(head.bytes);
  if (format !== null) return { kind: 'recording', format };
  const transcript = detectTranscript(head);
  const tableConfidence = sniffTable(head);
  if (transcript && transcript.confidence >= tableConfidence) return { kind: 'transcript', importer: transcript.importer, head };
  if (tableConfidence > 0) {
    const table = await tableOf(source, look);
    if (table.kind === 'table' || tableConfidence >= askAboutTable || !transcript) {
      return table.kind === 'unknown' && tableConfidence < askAboutTable && !table.preview
        ? unknownKind(source, head, look) : table;
    }
  }
  if (transcript) return { kind: 'transcript', importer: transcript.importer, head };
  return unknownKind(source, head, look);
}

async function unknownKind(source: SourceFile, head: FileHead, look: Look): Promise<SourceKind> {
  const json = await jsonOf(source, head, look);
  if (json?.kind === 'json') return json;
  const problem = await explainUnknown(source, head, look.signal);
  if (json === null) return { kind: 'unknown', problem, preview: null };
  return {
    kind: 'unknown', preview: null, json,
    problem: { ...problem, code: 'JSON_SHAPE_UNKNOWN', message: 'This is JSON in a shape that Earshot does not know. Open it in the import wizard and say where its turns are; the answer can be kept as a recipe.' },
  };
}

/** JSON of a shape that no importer knows: by a mapping that fits, or as something to be mapped; null for what is no such JSON. */
async function jsonOf(source: SourceFile, head: FileHead, { knowledge, signal, jsonMapping }: Look) {
  if (head.text === null || !looksLikeJson(head.text)) return null;
  const document = await readSourceJson(source, signal).catch((error: unknown) => {
    if (error instanceof UnreadableFileError) return null;
    throw error;
  });
  if (document === null) return null;
  const { value } = document;
  const { fingerprint } = outlineOf(value);
  const recipe = jsonMapping === undefined
    ? (knowledge.jsonRecipes.find(({ mapping }) => mapping.fingerprint === fingerprint && fits(value, mapping)) ?? knowledge.jsonRecipes.find(({ mapping }) => fits(value, mapping)))
    : { name: null, mapping: jsonMapping };
  const { json: preview, mapping } = previewJson(value, baseName(source.name), recipe?.mapping ?? null);
  if (recipe !== undefined) return { kind: 'json' as const, importer: mappedJsonImporter(recipe.mapping), mapping: recipe.mapping, preview, recipeName: recipe.name };
  return mapping === null && preview.lists.length === 0 ? null : { kind: 'open' as const, preview, mapping };
}

async function tableOf(source: SourceFile, { knowledge, signal, stated }: Look): Promise<SourceKind> {
  const unknown = (problem: Omit<Problem, 'file'>, preview: TablePreview | null, mapping: Mapping | null = null): SourceKind => ({ kind: 'unknown', problem: { file: source.name, ...problem }, preview, mapping });
  try {
    const { mapping: shown, kind, ...form } = stated ?? {};
    const { table: preview, mapping } = await previewTable(source, { signal, timeZone: knowledge.timeZone, ...form, kind: kind ?? undefined, shown });
    const recipe = kind ? undefined : knowledge.recipes.get(preview.headerFingerprint);
    if (recipe) return { kind: 'table', mapping: { ...recipe.mapping, ...formOf(stated) }, preview, recipeName: recipe.name };
    if (mapping && preview.missingRequired.length === 0) return { kind: 'table', mapping, preview, recipeName: null };
    return unknown({
      row: null, column: null, code: mapping ? 'COLUMNS_MISSING' : 'TABLE_KIND_UNKNOWN', found: preview.columns.map((column) => column.mapping.source).slice(0, 12).join(', '),
      expected: mapping ? preview.missingRequired.join(', ') : 'the columns of interactions, customers, surveys, quality scores, purchases or costs',
      message: mapping
        ? `This table looks like ${mapping.kind.replaceAll('_', ' ')}, but no column was found for: ${preview.missingRequired.join(', ')}. Open it in the import wizard and say which columns they are.`
        : 'This is a table, but not one that Earshot recognises by its columns. Open it in the import wizard and say what its rows are.',
    }, preview, mapping);
  } catch (error) {
    if (error instanceof UnreadableFileError) return unknown(error.problem, null);
    throw error;
  }
}

/** A recipe carries no file's form; what a person says of this file does. */
function formOf({ encoding, delimiter, sheet }: StatedTable = {}): Partial<Mapping> {
  return { ...(encoding ? { encoding } : {}), ...(delimiter ? { delimiter } : {}), ...(sheet ? { sheet } : {}) };
}

/** The same for the wizard: what the file is, and how its columns would be read. */
export async function previewSource(source: SourceFile, look: Look): Promise<Omit<FilePreview, 'fileId'>> {
  const base = { name: source.name, size: source.size, importer: null, message: null, table: null, mapping: null, recipeName: null, json: null, jsonMapping: null };
  const found = await kindOfSource(source, look);
  switch (found.kind) {
    case 'transcript': return { ...base, kind: 'transcript', importer: found.importer.id };
    case 'json': return { ...base, kind: 'transcript', importer: found.importer.id, json: found.preview, jsonMapping: found.mapping, recipeName: found.recipeName };
    case 'recording': return { ...base, kind: 'audio', importer: found.format };
    case 'table': return { ...base, kind: 'table', importer: `table:${found.mapping.kind}`, table: found.preview, mapping: found.mapping, recipeName: found.recipeName };
    case 'unknown': {
      const isTable = found.preview !== null;
      if (found.json) return { ...base, kind: 'unknown', message: found.problem.message, json: found.json.preview, jsonMapping: found.json.mapping };
      return { ...base, kind: isTable ? 'table' : found.problem.code.startsWith('FILE_KIND') ? 'unknown' : 'unreadable', message: found.problem.message, table: found.preview, mapping: found.mapping ?? null };
    }
  }
}
