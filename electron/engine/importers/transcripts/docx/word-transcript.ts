import type { Parsed, ParsedInteraction, SourceFile, TranscriptImporter } from '#engine/importers/importer.ts';
import { turnsOfCaptions, type Caption } from '#engine/importers/transcripts/captions/caption-labels.ts';
import { readShortTime } from '#engine/importers/transcripts/captions/vtt-timestamp.ts';
import { readDocxText } from '#engine/importers/transcripts/docx/read-docx.ts';
import { finishInteraction, type InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { baseName, readBytes } from '#engine/importers/transcripts/source-text.ts';
import { labelledDraft } from '#engine/importers/transcripts/text/labelled-text.ts';
import { parseLabelledText } from '#engine/importers/transcripts/text/parse-labelled-text.ts';

/** Word documents: Teams transcripts of both kinds, and any labelled text. */
export const wordTranscript: TranscriptImporter = {
  id: 'word-transcript',
  label: 'Word document (Teams transcript)',
  sniff: (head) => (isWordDocument(head.bytes) ? 0.9 : 0),
  read: readWordTranscript,
};

function isWordDocument(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && Buffer.from(bytes).includes('word/');
}

async function* readWordTranscript(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const text = await readDocxText(await readBytes(source, signal), signal);
  yield* finishInteraction(source.name, cueDraft(source.name, text) ?? labelledDraft(source.name, parseLabelledText(text)));
}

/** The older Teams document: a line of times, a line with the name, then the words. */
function cueDraft(name: string, text: string): InteractionDraft | null {
  const captions: Caption[] = [];
  let hasName = false;
  for (const line of text.split('\n')) {
    const times = cueTimes(line.trim());
    const current = captions.at(-1);
    if (times !== null) {
      captions.push({ ...times, voice: null, text: '' });
      hasName = false;
    } else if (current !== undefined && line.trim() !== '') {
      if (!hasName) current.voice = line.trim();
      else current.text += `${current.text === '' ? '' : '\n'}${line.trim()}`;
      hasName = true;
    }
  }
  return captions.length === 0 ? null : { externalId: baseName(name), channel: 'phone', turns: turnsOfCaptions(captions.filter((caption) => caption.text !== '')) };
}

function cueTimes(line: string): { startMs: number; endMs: number } | null {
  const start = readShortTime(line, 0);
  const arrow = start === null ? null : /^\s*-->\s*/.exec(line.slice(start.end, start.end + 20));
  if (start === null || arrow === null) return null;
  const end = readShortTime(line, start.end + arrow[0].length);
  return end === null ? null : { startMs: start.ms, endMs: end.ms };
}
