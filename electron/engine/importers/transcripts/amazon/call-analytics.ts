import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { conversationFacts, detectedFacts, redactedSpans } from '#engine/importers/transcripts/amazon/conversation-facts.ts';
import { amazonRole, amazonSpeaker } from '#engine/importers/transcripts/amazon/participant-roles.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter, recordingName } from '#engine/importers/transcripts/json-importer.ts';
import { locateTokens, type TimedToken } from '#engine/importers/transcripts/word-spans.ts';

/** Amazon Transcribe Call Analytics: the job's result file. */
export const amazonCallAnalytics = jsonImporter({
  id: 'amazon-call-analytics',
  label: 'Amazon Transcribe Call Analytics',
  recognises(head) {
    const document = recordOf(head);
    const first = recordsOf(document?.['Transcript'])[0];
    return first !== undefined && 'ParticipantRole' in first && 'BeginOffsetMillis' in first && document?.['CustomerMetadata'] === undefined;
  },
  drafts: (document, name) => [toDraft(recordOf(document) ?? {}, name)],
});

function toDraft(document: JsonRecord, name: string): InteractionDraft {
  const items = recordsOf(document['Transcript']);
  const facts = conversationFacts(document);
  return {
    externalId: recordingName(textOf(document['JobName'])) ?? name,
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
  };
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
