import type { Parsed, ParsedInteraction, SourceFile, TranscriptImporter } from '#engine/importers/importer.ts';
import { turnsOfCaptions, type Caption } from '#engine/importers/transcripts/captions/caption-labels.ts';
import { finishInteraction } from '#engine/importers/transcripts/interaction-draft.ts';
import { baseName, readSourceText } from '#engine/importers/transcripts/source-text.ts';

const header = /^start\tend\ttext\r?\n/;

/** Whisper's TSV: start, end (milliseconds) and text, one line a stretch. */
export const whisperTsv: TranscriptImporter = {
  id: 'whisper-tsv',
  label: 'Whisper (TSV)',
  sniff: (head) => (head.text !== null && header.test(head.text) ? 1 : 0),
  read: readTsv,
};

async function* readTsv(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const { text, problems } = await readSourceText(source, signal);
  for (const problem of problems) yield { problem };
  const captions = text.split('\n').slice(1).flatMap((line): Caption[] => {
    const match = /^(\d{1,12})\t(\d{1,12})\t(.*)$/.exec(line);
    return match === null ? [] : [{ startMs: Number(match[1]), endMs: Number(match[2]), voice: null, text: (match[3] ?? '').trim() }];
  });
  yield* finishInteraction(source.name, { externalId: baseName(source.name), channel: 'phone', turns: turnsOfCaptions(captions) });
}
