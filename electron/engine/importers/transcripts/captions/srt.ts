import { type Parsed, type ParsedInteraction, type SourceFile, type TranscriptImporter } from '#engine/importers/importer.ts';
import { turnsOfCaptions, type Caption } from '#engine/importers/transcripts/captions/caption-labels.ts';
import { readCueText } from '#engine/importers/transcripts/captions/cue-text.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import { finishInteraction, lastEndMs } from '#engine/importers/transcripts/interaction-draft.ts';
import { baseName, readSourceText } from '#engine/importers/transcripts/source-text.ts';

/** Hours may be missing, the fraction may have one to three digits behind a comma, a point or nothing; positions behind the times are ignored. */
const timeLine = /^[ \t]*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[,.](\d{1,3}))?[ \t]*-->[ \t]*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[,.](\d{1,3}))?(?:[ \t].*)?$/;
const headTime = /^\s*(?:\d+[ \t]*\r?\n[ \t]*)?(?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[,.]\d{1,3})?[ \t]*-->[ \t]*(?:\d{1,4}:)?\d{1,2}:\d{1,2}/;

/** SubRip: numbered captions with times. */
export const srt: TranscriptImporter = {
  id: 'srt',
  label: 'SubRip captions (SRT)',
  sniff: (head) => (head.text !== null && headTime.test(head.text.slice(0, 400)) ? 0.95 : 0),
  read: readSrt,
};

async function* readSrt(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const { text, problems } = await readSourceText(source, signal);
  for (const problem of problems) yield { problem };
  const turns = turnsOfCaptions(parseSrt(text).flatMap(voicesOf));
  yield* finishInteraction(source.name, { externalId: baseName(source.name), channel: 'phone', ...definedOnly({ durationMs: lastEndMs(turns) }), turns });
}

/** Captions of an SRT text (LF-normalised). A line of times begins a caption whether or not an empty line or a number stands in front of it. */
export function parseSrt(text: string): Caption[] {
  const captions: Caption[] = [];
  let lines: string[] = [];
  let current: Caption | null = null;
  for (const line of text.split('\n')) {
    const times = line.includes('-->') ? timeLine.exec(line) : null;
    if (times === null) {
      lines.push(line);
      continue;
    }
    if (current !== null) captions.push({ ...current, text: payload(withoutNumber(lines)) });
    current = { startMs: toMs(times, 1), endMs: toMs(times, 5), voice: null, text: '' };
    lines = [];
  }
  if (current !== null) captions.push({ ...current, text: payload(lines) });
  return captions;
}

/** The number of the next caption stands alone at the end of the lines before its times. */
function withoutNumber(lines: readonly string[]): readonly string[] {
  return /^\s*\d+\s*$/.test(lines.at(-1) ?? '') ? lines.slice(0, -1) : lines;
}

function payload(lines: readonly string[]): string {
  return lines.join('\n').replace(/\n{2,}/g, '\n').trim();
}

/** SRT has no markup of its own; players read simple HTML tags and `{\an8}` positions, some tools write WebVTT voices. */
function voicesOf(caption: Caption): Caption[] {
  const text = caption.text.replace(/\{\\[^}\n]{1,60}\}/g, '').replace(/<(?![/a-zA-Z])/g, '&lt;');
  return readCueText(text).map((span) => ({ ...caption, voice: span.voice, text: span.text.trim() })).filter((span) => span.text !== '');
}

function toMs(times: RegExpExecArray, from: number): number {
  const [hours = '0', minutes = '0', seconds = '0', fraction = '0'] = times.slice(from, from + 4);
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}
