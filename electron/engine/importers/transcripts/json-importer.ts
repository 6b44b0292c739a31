import { UnreadableFileError, type Parsed, type ParsedInteraction, type SourceFile, type TranscriptImporter } from '#engine/importers/importer.ts';
import { headJson } from '#engine/importers/transcripts/head-json.ts';
import { finishInteraction, type InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { baseName, readSourceJson } from '#engine/importers/transcripts/source-text.ts';

/** What differs between JSON formats. `name` is the file's name without folder and extension. */
export type JsonFormat = {
  id: string;
  label: string;
  /** Sees the start of the file only, cut off anywhere: ask for keys that come early. */
  recognises(head: unknown): boolean;
  /** One draft per interaction in the file. */
  drafts(document: unknown, name: string): Iterable<InteractionDraft>;
};

/** An importer for a JSON format: strict reading, clean turns, roles and problems are the same for all of them. */
export function jsonImporter(format: JsonFormat): TranscriptImporter {
  return {
    id: format.id,
    label: format.label,
    sniff: (head) => (format.recognises(headJson(head)) ? 1 : 0),
    read: (source, signal) => readDocument(format, source, signal),
  };
}

async function* readDocument(format: JsonFormat, source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const { value, problems } = await readSourceJson(source, signal);
  for (const problem of problems) yield { problem };
  let read = 0;
  let empty: UnreadableFileError | null = null;
  for (const draft of format.drafts(value, baseName(source.name))) {
    signal.throwIfAborted();
    try {
      yield* finishInteraction(source.name, draft);
      read += 1;
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      if (empty !== null || read > 0) yield { problem: { file: source.name, ...error.problem } };
      else empty = error;
    }
  }
  // One empty conversation among many is told, and does not keep the others out.
  if (empty !== null && read === 0) throw empty;
  if (empty !== null) yield { problem: { file: source.name, ...empty.problem } };
}

/** A job's or recording's name in the content, without its media extension: it names the call better than the file does. */
export function recordingName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const base = file.replace(/\.(?:wav|mp3|mp4|m4a|m4v|mov|mkv|ogg|oga|opus|flac|webm|amr|aac|wma|3gp|aiff?)$/i, '').trim();
  return base === '' ? undefined : base;
}
