import { listOf, numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';

/**
 * What Amazon measured on a conversation (Call Analytics and Contact Lens share these parts), flat and in milliseconds.
 * Kept beside Earshot's own figures, never instead of them. Loudness is left out.
 */
export function conversationFacts(document: JsonRecord): Record<string, unknown> {
  const traits = recordOf(document['ConversationCharacteristics']) ?? {};
  const nonTalk = recordOf(traits['NonTalkTime']);
  return definedOnly({
    totalDurationMs: numberOf(traits['TotalConversationDurationMillis']),
    ...talkFacts(traits),
    nonTalkMs: numberOf(nonTalk?.['TotalTimeMillis']),
    nonTalkSpans: nonTalk === undefined ? undefined : recordsOf(nonTalk['Instances']).map(spanOf),
    ...interruptionFacts(recordOf(traits['Interruptions'])),
    ...sentimentFacts(recordOf(traits['Sentiment'])),
    categories: categoriesOf(document),
    redaction: textOf(recordOf(document['ContentMetadata'])?.['Output']),
  });
}

/** Issues, outcomes and action items as the words they were found in. */
export function detectedFacts(turns: readonly JsonRecord[]): Record<string, unknown> {
  const found = (key: string) => turns.flatMap((turn) => recordsOf(turn[key]).map((item) => quoted(turn, item))).filter((quote) => quote !== '');
  const facts = { issues: found('IssuesDetected'), outcomes: found('OutcomesDetected'), actionItems: found('ActionItemsDetected') };
  return Object.fromEntries(Object.entries(facts).filter(([, quotes]) => quotes.length > 0));
}

/** Where speech was taken out of recording and text: [start, end] in milliseconds. */
export function redactedSpans(turns: readonly JsonRecord[]): number[][] | undefined {
  const spans = turns.flatMap((turn) => recordsOf(recordOf(turn['Redaction'])?.['RedactedTimestamps']).map(spanOf));
  return spans.length === 0 ? undefined : spans;
}

function talkFacts(traits: JsonRecord): Record<string, unknown> {
  const talk = recordOf(traits['TalkTime']);
  const talkBy = recordOf(talk?.['DetailsByParticipant']);
  const speedBy = recordOf(recordOf(traits['TalkSpeed'])?.['DetailsByParticipant']);
  return {
    talkMs: numberOf(talk?.['TotalTimeMillis']),
    agentTalkMs: numberOf(recordOf(talkBy?.['AGENT'])?.['TotalTimeMillis']),
    customerTalkMs: numberOf(recordOf(talkBy?.['CUSTOMER'])?.['TotalTimeMillis']),
    agentWordsPerMinute: numberOf(recordOf(speedBy?.['AGENT'])?.['AverageWordsPerMinute']),
    customerWordsPerMinute: numberOf(recordOf(speedBy?.['CUSTOMER'])?.['AverageWordsPerMinute']),
  };
}

function interruptionFacts(interruptions: JsonRecord | undefined): Record<string, unknown> {
  if (interruptions === undefined) return {};
  const by = recordOf(interruptions['InterruptionsByInterrupter']);
  return {
    interruptions: numberOf(interruptions['TotalCount']),
    interruptionsMs: numberOf(interruptions['TotalTimeMillis']),
    agentInterruptionSpans: by === undefined ? undefined : recordsOf(by['AGENT']).map(spanOf),
    customerInterruptionSpans: by === undefined ? undefined : recordsOf(by['CUSTOMER']).map(spanOf),
  };
}

function sentimentFacts(sentiment: JsonRecord | undefined): Record<string, unknown> {
  if (sentiment === undefined) return {};
  const overall = recordOf(sentiment['OverallSentiment']);
  const byRole = recordOf(overall?.['DetailsByParticipantRole']) ?? overall;
  const quarters = recordOf(recordOf(sentiment['SentimentByPeriod'])?.['QUARTER']);
  return {
    agentSentiment: numberOf(byRole?.['AGENT']),
    customerSentiment: numberOf(byRole?.['CUSTOMER']),
    agentSentimentQuarters: scoresOf(quarters?.['AGENT']),
    customerSentimentQuarters: scoresOf(quarters?.['CUSTOMER']),
  };
}

function scoresOf(periods: unknown): (number | null)[] | undefined {
  return Array.isArray(periods) ? recordsOf(periods).map((period) => numberOf(period['Score']) ?? null) : undefined;
}

function categoriesOf(document: JsonRecord): string[] | undefined {
  const names = listOf(recordOf(document['Categories'])?.['MatchedCategories']).flatMap((name) => textOf(name) ?? []);
  return names.length === 0 ? undefined : names;
}

function spanOf(instance: JsonRecord): number[] {
  return [numberOf(instance['BeginOffsetMillis']) ?? 0, numberOf(instance['EndOffsetMillis']) ?? 0];
}

/** Call Analytics gives offsets into the turn, Contact Lens the words as well. */
function quoted(turn: JsonRecord, item: JsonRecord): string {
  const offsets = recordOf(item['CharacterOffsets']);
  const begin = numberOf(offsets?.['Begin']) ?? numberOf(offsets?.['BeginOffsetChar']) ?? 0;
  const end = numberOf(offsets?.['End']) ?? numberOf(offsets?.['EndOffsetChar']);
  return textOf(item['Text']) ?? (textOf(turn['Content']) ?? '').slice(begin, end).trim();
}
