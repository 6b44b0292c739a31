import type { Parsed, ParsedInteraction, SourceFile, TranscriptImporter } from '#engine/importers/importer.ts';
import { turnsOfCaptions, type Caption } from '#engine/importers/transcripts/captions/caption-labels.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import { finishInteraction, lastEndMs } from '#engine/importers/transcripts/interaction-draft.ts';
import { baseName, readSourceText } from '#engine/importers/transcripts/source-text.ts';

const timeLine = /^(\d{1,3}):(\d{2}):(\d{2})\.(\d{3}),(\d{1,3}):(\d{2}):(\d{2})\.(\d{3})\s*$/;

/** YouTube's SBV: both times on a line, the words below, an empty line between. */
export const sbv: TranscriptImporter = {
  id: 'sbv',
  label: 'SBV captions',
  sniff: (head) => (head.text !== null && timeLine.test(/^\s*([^\r\n]{0,60})/.exec(head.text)?.[1] ?? '') ? 1 : 0),
  read: readSbv,
};

async function* readSbv(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const { text, problems } = await readSourceText(source, signal);
  for (const problem of problems) yield { problem };
  const captions: Caption[] = [];
  for (const line of text.split('\n')) {
    const times = timeLine.exec(line);
    const current = captions.at(-1);
    if (times !== null) captions.push({ startMs: toMs(times, 1), endMs: toMs(times, 5), voice: null, text: '' });
    else if (current !== undefined && line.trim() !== '') current.text += `${current.text === '' ? '' : '\n'}${line.replaceAll('[br]', '\n')}`;
  }
  const turns = turnsOfCaptions(captions);
  yield* finishInteraction(source.name, { externalId: baseName(source.name), channel: 'phone', ...definedOnly({ durationMs: lastEndMs(turns) }), turns });
}

function toMs(times: RegExpExecArray, from: number): number {
  const [hours = 0, minutes = 0, seconds = 0, fraction = 0] = times.slice(from, from + 4).map(Number);
  return (hours * 3600 + minutes * 60 + seconds) * 1000 + fraction;
}
