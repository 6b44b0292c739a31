import { type Parsed, type ParsedInteraction, type Problem, type SourceFile, type TranscriptImporter, UnreadableFileError } from '#engine/importers/importer.ts';
import { readJson } from '#engine/importers/json/read-json.ts';
import { recordOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { turnsOfCaptions, type Caption } from '#engine/importers/transcripts/captions/caption-labels.ts';
import { readCueText } from '#engine/importers/transcripts/captions/cue-text.ts';
import { hasVttSignature, parseWebVtt, type VttCue, type VttFile } from '#engine/importers/transcripts/captions/parse-webvtt.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import { finishInteraction, lastEndMs } from '#engine/importers/transcripts/interaction-draft.ts';
import { baseName, readSourceText } from '#engine/importers/transcripts/source-text.ts';

const maxProblems = 20;

/** WebVTT with voices, `Name: text` payloads, Teams' short times and Teams' metadata payloads. */
export const webVtt: TranscriptImporter = {
  id: 'webvtt',
  label: 'WebVTT captions',
  sniff: (head) => (head.text !== null && hasVttSignature(head.text) ? 1 : 0),
  read: readWebVtt,
};

async function* readWebVtt(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const { text, problems } = await readSourceText(source, signal, { allowNul: true });
  const file = parseWebVtt(text, 'tolerant');
  if (file === null) throw noSignature();
  if (file.cues.length === 0) throw noCues(file);
  for (const problem of [...problems, ...skippedCues(source.name, file)]) yield { problem };
  const metadata = file.cues.map(metadataOf);
  const first = metadata[0] ?? null;
  const turns = turnsOfCaptions(file.cues.flatMap((cue, index) => captionsOf(cue, metadata[index] ?? null)));
  yield* finishInteraction(source.name, {
    externalId: baseName(source.name),
    channel: 'phone',
    ...definedOnly({
      durationMs: lastEndMs(turns),
      language: textOf(first?.['spokenLanguage']) ?? languageOf(file),
      startedAt: first === null ? undefined : startedAt(textOf(first['startDateTime']), file.cues[0]?.startMs ?? 0),
    }),
    turns,
  });
}

function captionsOf(cue: VttCue, metadata: JsonRecord | null): Caption[] {
  const times = { startMs: cue.startMs, endMs: cue.endMs };
  if (metadata !== null) return [{ ...times, voice: textOf(metadata['speakerName']) ?? '', text: textOf(metadata['spokenText']) ?? '' }];
  return readCueText(cue.text).map((span) => ({ ...times, voice: span.voice, text: span.text.trim() })).filter((caption) => caption.text !== '');
}

/** Teams can write each payload as a JSON object instead of the words. */
function metadataOf(cue: VttCue): JsonRecord | null {
  if (!cue.text.startsWith('{') || !cue.text.includes('"spokenText"')) return null;
  try {
    return recordOf(readJson(cue.text).value) ?? null;
  } catch (error) {
    if (error instanceof UnreadableFileError) return null;
    throw error;
  }
}

/** The meeting began when its clock showed zero, which is before its first word. */
function startedAt(firstWordAt: string | undefined, firstWordMs: number): string | undefined {
  const at = firstWordAt === undefined ? Number.NaN : Date.parse(firstWordAt);
  return Number.isFinite(at) ? new Date(at - firstWordMs).toISOString() : undefined;
}

/** `NOTE language:en-us`, as Microsoft Stream writes it. */
function languageOf(file: VttFile): string | undefined {
  const note = file.notes.find((text) => /^language\s*:/i.test(text));
  return note === undefined ? undefined : /^language\s*:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)/i.exec(note)?.[1];
}

function skippedCues(file: string, vtt: VttFile): Problem[] {
  return vtt.skipped.slice(0, maxProblems).map(({ line, found }) => ({
    file, row: line, column: null, code: 'CUE_TIME_INVALID', found, expected: 'times like 00:01:02.345 --> 00:01:04.000',
    message: `Line ${line}: the times of this cue cannot be read ("${found}"), so the cue was left out (${vtt.skipped.length} such in the file). Write them like 00:01:02.345 --> 00:01:04.000.`,
  }));
}

function noCues(vtt: VttFile): UnreadableFileError {
  const first = vtt.skipped[0];
  return new UnreadableFileError({
    row: first?.line ?? null, column: null, code: 'TRANSCRIPT_EMPTY', found: first?.found ?? 'no cue', expected: 'at least one cue with times',
    message: first === undefined
      ? 'This WebVTT file holds no cue, so there is nothing to import. Check whether the export was complete.'
      : `Line ${first.line}: the times cannot be read ("${first.found}"), and no other cue is there. Write them like 00:01:02.345 --> 00:01:04.000.`,
  });
}

function noSignature(): UnreadableFileError {
  return new UnreadableFileError({
    row: 1, column: null, code: 'VTT_SIGNATURE_MISSING', found: null, expected: 'WEBVTT',
    message: 'Line 1: a WebVTT file begins with the word WEBVTT, and this one does not. Export it again.',
  });
}
