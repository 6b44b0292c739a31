import type { Mapping, TablePreview } from '#shared/model/import-mapping.ts';
import type { FilePreview } from '#shared/model/import-report.ts';
import { detectAudio } from '#engine/audio/audio-header.ts';
import { UnreadableFileError, type FileHead, type Problem, type SourceFile, type TranscriptImporter } from '../importer.ts';
import { previewTable } from '../tables/read-records.ts';
import { sniffTable } from '../tables/read-table.ts';
import { detectTranscript, explainUnknown, readHead } from '../transcripts/detect.ts';

export type SourceKind =
  | { kind: 'transcript'; importer: TranscriptImporter; head: FileHead }
  | { kind: 'table'; mapping: Mapping; preview: TablePreview | null; recipeName: string | null }
  | { kind: 'recording'; format: string }
  | { kind: 'unknown'; problem: Problem; preview: TablePreview | null };

/** What a project knows that decides how a file is read; plain, so that it can be handed to another thread. */
export type ProjectKnowledge = {
  /** IANA zone of times without an offset. */
  timeZone: string;
  /** The newest saved mapping for each header. */
  recipes: ReadonlyMap<string, { name: string; mapping: Mapping }>;
};

export type Look = { knowledge: ProjectKnowledge; signal: AbortSignal; mapping?: Mapping | undefined };

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
        ? { kind: 'unknown', problem: await explainUnknown(source, head, look.signal), preview: null } : table;
    }
  }
  if (transcript) return { kind: 'transcript', importer: transcript.importer, head };
  return { kind: 'unknown', problem: await explainUnknown(source, head, look.signal), preview: null };
}

async function tableOf(source: SourceFile, { knowledge, signal }: Look): Promise<SourceKind> {
  const unknown = (problem: Omit<Problem, 'file'>, preview: TablePreview | null): SourceKind => ({ kind: 'unknown', problem: { file: source.name, ...problem }, preview });
  try {
    const { table: preview, mapping } = await previewTable(source, { signal, timeZone: knowledge.timeZone });
    const recipe = knowledge.recipes.get(preview.headerFingerprint);
    if (recipe) return { kind: 'table', mapping: recipe.mapping, preview, recipeName: recipe.name };
    if (mapping && preview.missingRequired.length === 0) return { kind: 'table', mapping, preview, recipeName: null };
    return unknown({
      row: null, column: null, code: mapping ? 'COLUMNS_MISSING' : 'TABLE_KIND_UNKNOWN', found: preview.columns.map((column) => column.mapping.source).slice(0, 12).join(', '),
      expected: mapping ? preview.missingRequired.join(', ') : 'the columns of interactions, customers, surveys, quality scores, purchases or costs',
      message: mapping
        ? `This table looks like ${mapping.kind.replaceAll('_', ' ')}, but no column was found for: ${preview.missingRequired.join(', ')}. Open it in the import wizard and say which columns they are.`
        : 'This is a table, but not one that Earshot recognises by its columns. Open it in the import wizard and say what its rows are.',
    }, preview);
  } catch (error) {
    if (error instanceof UnreadableFileError) return unknown(error.problem, null);
    throw error;
  }
}

/** The same for the wizard: what the file is, and how its columns would be read. */
export async function previewSource(source: SourceFile, look: Look): Promise<Omit<FilePreview, 'fileId'>> {
  const base = { name: source.name, size: source.size, importer: null, message: null, table: null, mapping: null, recipeName: null };
  const found = await kindOfSource(source, look);
  switch (found.kind) {
    case 'transcript': return { ...base, kind: 'transcript', importer: found.importer.id };
    case 'recording': return { ...base, kind: 'audio', importer: found.format };
    case 'table': return { ...base, kind: 'table', importer: `table:${found.mapping.kind}`, table: found.preview, mapping: found.mapping, recipeName: found.recipeName };
    case 'unknown': {
      const isTable = found.preview !== null;
      return { ...base, kind: isTable ? 'table' : found.problem.code.startsWith('FILE_KIND') ? 'unknown' : 'unreadable', message: found.problem.message, table: found.preview };
    }
  }
}
