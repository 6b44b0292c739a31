import { type Parsed, type ParsedInteraction, type SourceFile, type TranscriptImporter } from '#engine/importers/importer.ts';
import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { conversationFacts, detectedFacts, redactedSpans } from '#engine/importers/transcripts/amazon/conversation-facts.ts';
import { amazonRole, amazonSpeaker } from '#engine/importers/transcripts/amazon/participant-roles.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import { finishInteraction, type DraftTurn } from '#engine/importers/transcripts/interaction-draft.ts';
import { headJson } from '#engine/importers/transcripts/head-json.ts';
import { baseName, readSourceJson } from '#engine/importers/transcripts/source-text.ts';
import { locateTokens, type TimedToken } from '#engine/importers/transcripts/word-spans.ts';

/** Amazon Transcribe Call Analytics: the job's result file. */
export const amazonCallAnalytics: TranscriptImporter = {
  id: 'amazon-call-analytics',
  label: 'Amazon Transcribe Call Analytics',
  sniff: (head) => (isCallAnalytics(headJson(head)) ? 1 : 0),
  read: readCallAnalytics,
};

function isCallAnalytics(value: unknown): boolean {
  const document = recordOf(value);
  const first = recordsOf(document?.['Transcript'])[0];
  return first !== undefined && 'ParticipantRole' in first && 'BeginOffsetMillis' in first && document?.['CustomerMetadata'] === undefined;
}

async function* readCallAnalytics(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const { value, problems } = await readSourceJson(source, signal);
  for (const problem of problems) yield { problem };
  const document = recordOf(value) ?? {};
  const items = recordsOf(document['Transcript']);
  const facts = conversationFacts(document);
  const jobName = textOf(document['JobName'])?.replace(/\.(?:wav|mp3|mp4|m4a|ogg|flac|webm|amr)$/i, '');
  yield* finishInteraction(source.name, {
    externalId: jobName ?? baseName(source.name),
    channel: textOf(document['Channel']) === 'CHAT' ? 'chat' : 'phone',
    ...definedOnly({ durationMs: numberOf(facts['totalDurationMs']), language: textOf(document['LanguageCode']) }),
    facts: {
      measuredBy: 'Amazon Transcribe Call Analytics',
      ...facts,
      ...detectedFacts(items),
      ...definedOnly({ redactedSpans: redactedSpans(items) }),
      turnSentiments: items.filter((item) => textOf(item['Content']) !== undefined).map((item) => textOf(item['Sentiment']) ?? null),
    },
    turns: items.map(toTurn),
  });
}

function toTurn(item: JsonRecord): DraftTurn {
  const participant = textOf(item['ParticipantRole']);
  const text = textOf(item['Content']) ?? '';
  return {
    speaker: amazonSpeaker(participant),
    role: amazonRole(participant),
    text,
    startMs: numberOf(item['BeginOffsetMillis']),
    endMs: numberOf(item['EndOffsetMillis']),
    words: locateTokens(text, recordsOf(item['Items']).map(toToken)),
  };
}

function toToken(item: JsonRecord): TimedToken {
  return {
    text: textOf(item['Content']) ?? '',
    startMs: numberOf(item['BeginOffsetMillis']),
    endMs: numberOf(item['EndOffsetMillis']),
    joins: item['Type'] === 'punctuation',
  };
}
