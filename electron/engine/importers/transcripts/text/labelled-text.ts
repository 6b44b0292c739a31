import type { Channel } from '#shared/model/interaction.ts';
import type { FileHead, Parsed, ParsedInteraction, SourceFile, TranscriptImporter } from '#engine/importers/importer.ts';
import { unsupportedSubtitle } from '#engine/importers/transcripts/captions/unsupported-subtitle.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import { looksLikeJson } from '#engine/importers/transcripts/head-json.ts';
import { finishInteraction, lastEndMs } from '#engine/importers/transcripts/interaction-draft.ts';
import { baseName, readSourceText } from '#engine/importers/transcripts/source-text.ts';
import { statesVoice } from '#engine/importers/transcripts/speaker-labels.ts';
import { parseLabelledText, type LabelledText } from '#engine/importers/transcripts/text/parse-labelled-text.ts';

/** Plain text with a label in front of each turn, and chat logs. */
export const labelledText: TranscriptImporter = {
  id: 'labelled-text',
  label: 'Text with speaker labels',
  sniff: sniffLabelledText,
  read: readLabelledText,
};

/** Certain with roles in it, possible with names that come back; a single odd colon is nothing. */
function sniffLabelledText(head: FileHead): number {
  if (head.text === null || isOtherKind(head.text)) return 0;
  const { turns, unlabelledLines } = parseLabelledText(head.text);
  const speakers = new Set(turns.map((turn) => turn.speaker));
  const known = [...speakers].filter((speaker) => statesVoice(speaker));
  const labelledShare = turns.length / Math.max(1, turns.length + unlabelledLines);
  if (turns.length === 0 || labelledShare < 0.2) return 0;
  if (known.length >= 2 && turns.length >= 2) return 0.8;
  if (known.length === 1 && (turns.length >= 3 || turns.some((turn) => turn.stamp !== null))) return 0.7;
  if (speakers.size < 2 || turns.length < speakers.size * 1.5) return 0;
  if (turns.every((turn) => turn.stamp !== null)) return 0.7;
  return turns.length >= 4 && labelledShare >= 0.5 ? 0.5 : 0;
}

function isOtherKind(text: string): boolean {
  return text.startsWith('WEBVTT') || text.startsWith('<') || looksLikeJson(text) || unsupportedSubtitle(text) !== null;
}

async function* readLabelledText(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const { text, problems } = await readSourceText(source, signal);
  for (const problem of problems) yield { problem };
  yield* finishInteraction(source.name, labelledDraft(source.name, parseLabelledText(text)));
}

/** A parsed text as an interaction; the heading's own id wins over the file's name. */
export function labelledDraft(name: string, parsed: LabelledText): Parameters<typeof finishInteraction>[1] {
  const { turns, heading, times } = parsed;
  const agentName = turns.length > 0 ? heading.agent : undefined;
  return {
    externalId: heading.id ?? baseName(name),
    channel: channelOf(parsed),
    ...definedOnly({
      startedAt: times.startedAt ?? heading.startedAt,
      durationMs: times.kind === 'none' ? undefined : lastEndMs(turns),
      agent: agentName === undefined ? undefined : { externalId: agentName, name: agentName },
      customer: heading.customer === undefined ? undefined : { externalId: heading.customer, name: heading.customer },
      fields: Object.keys(heading.fields).length === 0 ? undefined : heading.fields,
    }),
    turns: turns.map(({ speaker, text, role, startMs, endMs }) => ({ speaker, text, role, startMs, endMs })),
  };
}

/** Clock times are typed messages, positions are speech; without times only the words can tell. */
function channelOf({ times, turns }: LabelledText): Channel {
  if (times.kind === 'clock') return 'chat';
  if (times.kind === 'offset') return 'phone';
  const opening = turns.slice(0, 12).map((turn) => turn.text).join('\n').slice(0, 4000);
  if (/\b(?:chat(?:ting)?|typing|live chat)\b/i.test(opening)) return 'chat';
  return /\b(?:call(?:ing|ed)?|phone|on the line|speaking|hold)\b|anruf|telefon|appel|llama|ligar|bellen/i.test(opening) ? 'phone' : 'other';
}
