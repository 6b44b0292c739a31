import { type FileHead, type Problem, type SourceFile, type TranscriptImporter, UnreadableFileError } from '#engine/importers/importer.ts';
import { readJsonBytes } from '#engine/importers/json/read-json.ts';
import { decodeHead } from '#engine/importers/text-encoding.ts';
import { looksLikeJson } from '#engine/importers/transcripts/head-json.ts';
import { transcriptImporters } from '#engine/importers/transcripts/index.ts';
import { readBytes } from '#engine/importers/transcripts/source-text.ts';
import { unsupportedSubtitle } from '#engine/importers/transcripts/captions/unsupported-subtitle.ts';

export type Detection = { importer: TranscriptImporter; confidence: number };

/** How much of a file is looked at to tell its kind. */
export const headBytes = 64 * 1024;

/** Who can read this file, by its content; `null` when nobody can. The name decides nothing. */
export function detectTranscript(head: FileHead): Detection | null {
  let best: Detection | null = null;
  for (const importer of transcriptImporters) {
    const confidence = importer.sniff(head);
    if (confidence > (best?.confidence ?? 0)) best = { importer, confidence };
    if (confidence >= 1) break;
  }
  return best;
}

/** The importer with this id, for a recipe or a person's choice. */
export function transcriptImporter(id: string): TranscriptImporter | null {
  return transcriptImporters.find((importer) => importer.id === id) ?? null;
}

/** Reads the first 64 KiB of a file and decodes them once. */
export async function readHead(source: SourceFile): Promise<FileHead> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.stream()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= headBytes) break;
  }
  const bytes = new Uint8Array(Buffer.concat(pieces).subarray(0, headBytes));
  const isWhole = length <= headBytes && length >= source.size;
  return { name: source.name, bytes, text: decodeHead(bytes, isWhole), isWhole };
}

/**
 * Why a file that no importer knows was set aside. A broken JSON file (by content, or by its name) is told so with line
 * and column, so that a person does not look for a missing importer.
 */
export async function explainUnknown(source: SourceFile, head: FileHead, signal: AbortSignal): Promise<Problem> {
  const unknown = { file: source.name, row: null, column: null, code: 'FILE_KIND_UNKNOWN', found: null, expected: 'a transcript, a table or a recording' };
  if (source.size === 0) return { ...unknown, code: 'FILE_EMPTY', message: 'The file is empty, so there is nothing to import. Export it again.' };
  const isJson = /\.json$/i.test(source.name) || (head.text !== null && looksLikeJson(head.text));
  if (isJson) return explainJson(source, signal, unknown);
  if (head.text === null) return { ...unknown, message: 'This is neither text nor a recording that Earshot knows, so it was set aside.' };
  const subtitle = unsupportedSubtitle(head.text);
  if (subtitle !== null) {
    return { ...unknown, code: 'FILE_KIND_NOT_SUPPORTED', found: subtitle, message: `Earshot does not read ${subtitle} subtitles. Save them as SRT or WebVTT and import that file.` };
  }
  return { ...unknown, message: 'No transcript was recognised in this text: no captions, no speaker labels and no known export. It was set aside.' };
}

async function explainJson(source: SourceFile, signal: AbortSignal, unknown: Omit<Problem, 'message'>): Promise<Problem> {
  try {
    readJsonBytes(await readBytes(source, signal));
  } catch (error) {
    if (error instanceof UnreadableFileError) return { file: source.name, ...error.problem };
    throw error;
  }
  return { ...unknown, message: 'This is JSON, but not a transcript in a shape that Earshot knows, so it was set aside.' };
}
