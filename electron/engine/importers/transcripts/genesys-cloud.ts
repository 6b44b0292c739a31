import type { Channel, Role } from '#shared/model/interaction.ts';
import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { locateTokens } from '#engine/importers/transcripts/word-spans.ts';

const speakers: Record<string, [Role, string]> = {
  internal: ['agent', 'Agent'], agent: ['agent', 'Agent'], user: ['agent', 'Agent'], external: ['customer', 'Customer'], customer: ['customer', 'Customer'],
  acd: ['ivr', 'Queue'], ivr: ['ivr', 'IVR'], workflow: ['system', 'Workflow'], bot: ['bot', 'Bot'], botflow: ['bot', 'Bot'], virtualagent: ['bot', 'Bot'],
};
const channels: Record<string, Channel> = { call: 'phone', voice: 'phone', callback: 'phone', chat: 'chat', message: 'chat', webmessaging: 'chat', email: 'email' };

/** Genesys Cloud speech and text analytics: phrases of the internal and the external side, times since 1970. */
export const genesysCloud = jsonImporter({
  id: 'genesys-cloud',
  label: 'Genesys Cloud transcript',
  recognises(head) {
    const document = recordOf(head);
    return document !== undefined && ('conversationId' in document || 'communicationId' in document) && (Array.isArray(document['transcripts']) || Array.isArray(document['phrases']));
  },
  drafts: (document, name) => [toDraft(recordOf(document) ?? {}, name)],
});

function toDraft(document: JsonRecord, name: string): InteractionDraft {
  const phrases = [...recordsOf(document['transcripts']).flatMap((transcript) => recordsOf(transcript['phrases'])), ...recordsOf(document['phrases'])];
  const start = numberOf(document['conversationStartTime']) ?? numberOf(document['startTime']) ?? numberOf(phrases[0]?.['startTimeMs']);
  const media = textOf(document['mediaType'])?.toLowerCase() ?? '';
  return {
    externalId: textOf(document['conversationId']) ?? name,
    channel: (Object.hasOwn(channels, media) ? channels[media] : undefined) ?? 'phone',
    ...definedOnly({
      startedAt: start === undefined || start < 1e11 || start > 8.64e15 ? undefined : new Date(start).toISOString(),
      durationMs: millisecondsOf(document['duration']),
      language: textOf(recordsOf(document['transcripts'])[0]?.['language']),
    }),
    turns: phrases.map((phrase) => toTurn(phrase, start ?? 0)),
  };
}

/** `decoratedText` has capitals and punctuation where `text` has neither. */
function toTurn(phrase: JsonRecord, start: number): DraftTurn {
  const purpose = textOf(phrase['participantPurpose'])?.toLowerCase() ?? '';
  const [role, speaker] = (Object.hasOwn(speakers, purpose) ? speakers[purpose] : undefined) ?? [undefined, purpose === '' ? 'Speaker' : purpose];
  const text = textOf(phrase['decoratedText']) ?? textOf(phrase['text']) ?? '';
  const times = timesOf(phrase, start);
  const words = recordsOf(phrase['decoratedWords'] ?? phrase['words']).map((word) => ({ text: textOf(word['word']) ?? '', ...timesOf(word, start) }));
  return { speaker, role, text, ...times, words: locateTokens(text, words) };
}

function timesOf(spoken: JsonRecord, start: number): { startMs: number | undefined; endMs: number | undefined } {
  const at = numberOf(spoken['startTimeMs']);
  const length = millisecondsOf(spoken['duration']);
  const startMs = at === undefined ? undefined : at - start;
  return { startMs, endMs: startMs === undefined || length === undefined ? undefined : startMs + length };
}

function millisecondsOf(duration: unknown): number | undefined {
  const record = recordOf(duration);
  return numberOf(record?.['totalMilliseconds']) ?? numberOf(record?.['milliseconds']) ?? numberOf(duration);
}
