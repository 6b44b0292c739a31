import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileHead, Parsed, ParsedInteraction, Problem, SourceFile, TranscriptImporter } from '#engine/importers/importer.ts';
import { detectTranscript, readHead } from '#engine/importers/transcripts/detect.ts';

/** A file that only exists in memory. */
export function sourceOf(content: string | Uint8Array, name = 'call.txt'): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    reference: name,
    read: async () => bytes,
    stream: async function* () {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    },
  };
}

export function sourceAt(path: string): SourceFile {
  return sourceOf(new Uint8Array(readFileSync(path)), basename(path));
}

export type Import = { records: ParsedInteraction[]; problems: Problem[] };

/** Everything an importer yields for one file. */
export async function importWith(importer: TranscriptImporter, source: SourceFile): Promise<Import> {
  const result: Import = { records: [], problems: [] };
  for await (const item of importer.read(source, new AbortController().signal)) add(result, item);
  return result;
}

/** Detects, then imports; fails when nobody knows the file. */
export async function importDetected(source: SourceFile): Promise<Import & { importer: string }> {
  const detection = detectTranscript(await readHead(source));
  if (detection === null) throw new Error(`no importer knows ${source.name}`);
  return { importer: detection.importer.id, ...(await importWith(detection.importer, source)) };
}

/** The only record of a file. */
export async function importOne(source: SourceFile): Promise<ParsedInteraction> {
  const { records } = await importDetected(source);
  const [record] = records;
  if (record === undefined || records.length !== 1) throw new Error(`${source.name} gave ${records.length} records`);
  return record;
}

export async function headOf(content: string | Uint8Array, name = 'call.txt'): Promise<FileHead> {
  return readHead(sourceOf(content, name));
}

function add(result: Import, item: Parsed<ParsedInteraction>): void {
  if ('record' in item) result.records.push(item.record);
  else result.problems.push(item.problem);
}
