import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { conversationFacts, detectedFacts, redactedSpans } from '#engine/importers/transcripts/amazon/conversation-facts.ts';
import { amazonRole, amazonSpeaker } from '#engine/importers/transcripts/amazon/participant-roles.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';

/** Amazon Connect Contact Lens, voice. The Id of a turn is no key: the vendor's own sample has the same one everywhere. */
export const contactLensVoice = jsonImporter({
  id: 'contact-lens-voice',
  label: 'Amazon Connect Contact Lens (voice)',
  recognises(head) {
    const first = recordsOf(recordOf(head)?.['Transcript'])[0];
    return first !== undefined && 'BeginOffsetMillis' in first && ('ParticipantId' in first || isContact(head));
  },
  drafts: (document, name) => [voiceDraft(recordOf(document) ?? {}, name)],
});

/** Amazon Connect Contact Lens, chat: messages with the time of day; events have no words and stay facts. */
export const contactLensChat = jsonImporter({
  id: 'contact-lens-chat',
  label: 'Amazon Connect Contact Lens (chat)',
  recognises(head) {
    const first = recordsOf(recordOf(head)?.['Transcript'])[0];
    return first !== undefined && 'AbsoluteTime' in first && 'ContentType' in first;
  },
  drafts: (document, name) => [chatDraft(recordOf(document) ?? {}, name)],
});

function isContact(head: unknown): boolean {
  return recordOf(recordOf(head)?.['CustomerMetadata']) !== undefined;
}

function voiceDraft(document: JsonRecord, name: string): InteractionDraft {
  const items = recordsOf(document['Transcript']);
  const participants = participantsOf(document);
  const facts = conversationFacts(document);
  return {
    externalId: contactId(document) ?? name,
    channel: 'phone',
    ...definedOnly({ durationMs: numberOf(facts['totalDurationMs']), language: textOf(document['LanguageCode']) }),
    facts: {
      measuredBy: 'Amazon Connect Contact Lens', ...facts, ...detectedFacts(items), ...definedOnly({ redactedSpans: redactedSpans(items) }),
      turnSentiments: items.filter((item) => textOf(item['Content']) !== undefined).map((item) => textOf(item['Sentiment']) ?? null),
    },
    turns: items.map((item): DraftTurn => {
      const role = textOf(item['ParticipantRole']) ?? participants.get(textOf(item['ParticipantId'])) ?? textOf(item['ParticipantId']);
      return {
        speaker: amazonSpeaker(role), role: amazonRole(role), text: textOf(item['Content']) ?? '',
        startMs: numberOf(item['BeginOffsetMillis']), endMs: numberOf(item['EndOffsetMillis']),
      };
    }),
  };
}

function chatDraft(document: JsonRecord, name: string): InteractionDraft {
  const items = recordsOf(document['Transcript']);
  const times = items.map((item) => Date.parse(textOf(item['AbsoluteTime']) ?? '')).filter((time) => Number.isFinite(time));
  const start = times.length === 0 ? undefined : Math.min(...times.slice(0, 1000));
  const end = times.at(-1);
  return {
    externalId: contactId(document) ?? name,
    channel: 'chat',
    ...definedOnly({
      startedAt: start === undefined ? undefined : new Date(start).toISOString(),
      durationMs: start === undefined || end === undefined || end < start ? undefined : end - start,
      language: textOf(document['LanguageCode']),
    }),
    facts: { measuredBy: 'Amazon Connect Contact Lens', ...conversationFacts(document), ...responseFacts(document), events: items.flatMap((item) => eventOf(item, start ?? 0)) },
    turns: items.filter((item) => item['Type'] !== 'EVENT').map((item) => messageTurn(item, start)),
  };
}

function messageTurn(item: JsonRecord, start: number | undefined): DraftTurn {
  const role = textOf(item['ParticipantRole']);
  const name = textOf(item['DisplayName']);
  const at = Date.parse(textOf(item['AbsoluteTime']) ?? '');
  return {
    speaker: name === undefined || amazonRole(role) === 'system' ? amazonSpeaker(role) : name,
    role: amazonRole(role),
    text: textOf(item['Content']) ?? '',
    startMs: start === undefined || !Number.isFinite(at) ? undefined : at - start,
  };
}

/** `[milliseconds, "participant.joined", "AGENT"]`; the end of a chat belongs to nobody. */
function eventOf(item: JsonRecord, start: number): (number | string | null)[][] {
  if (item['Type'] !== 'EVENT') return [];
  const at = Date.parse(textOf(item['AbsoluteTime']) ?? '');
  const kind = (textOf(item['ContentType']) ?? '').replace('application/vnd.amazonaws.connect.event.', '');
  return [[Number.isFinite(at) ? at - start : null, kind, textOf(item['ParticipantRole']) ?? null]];
}

function responseFacts(document: JsonRecord): Record<string, unknown> {
  const response = recordOf(recordOf(document['ConversationCharacteristics'])?.['ResponseTime']);
  const by = recordOf(response?.['DetailsByParticipantRole']);
  const average = (role: string) => numberOf(recordOf(recordOf(by?.[role])?.['Average'])?.['ValueMillis']);
  const maximum = (role: string) => numberOf(recordOf(recordOf(by?.[role])?.['Maximum'])?.['ValueMillis']);
  return definedOnly({
    agentGreetingMs: numberOf(response?.['AgentGreetingTimeMillis']),
    agentResponseMeanMs: average('AGENT'), agentResponseMaxMs: maximum('AGENT'),
    customerResponseMeanMs: average('CUSTOMER'), customerResponseMaxMs: maximum('CUSTOMER'),
  });
}

function contactId(document: JsonRecord): string | undefined {
  return textOf(recordOf(document['CustomerMetadata'])?.['ContactId']);
}

/** The role of each participant, as far as it is stated. */
function participantsOf(document: JsonRecord): Map<unknown, string> {
  return new Map(recordsOf(document['Participants']).flatMap((person): [string, string][] => {
    const [id, role] = [textOf(person['ParticipantId']), textOf(person['ParticipantRole'])];
    return id === undefined || role === undefined ? [] : [[id, role]];
  }));
}
