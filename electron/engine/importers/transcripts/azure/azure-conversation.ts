import type { Role } from '#shared/model/interaction.ts';
import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { speakerName } from '#engine/importers/transcripts/speaker-labels.ts';
import { locateTokens } from '#engine/importers/transcripts/word-spans.ts';

const ticksPerMs = 10_000;
const roles: Record<string, Role> = { agent: 'agent', customer: 'customer', bot: 'bot' };

/** Azure AI Language conversations, alone or as the input of an analysis: items with a participant, a role and a modality. */
export const azureConversation = jsonImporter({
  id: 'azure-conversation',
  label: 'Azure conversation',
  recognises: (head) => recordsOf(conversationsOf(head)[0]?.['conversationItems']).length > 0,
  drafts: (document, name) => conversationsOf(document).map((conversation, index) => toDraft(conversation, index === 0 ? name : `${name}-${index + 1}`)),
});

function conversationsOf(document: unknown): JsonRecord[] {
  const outer = recordOf(document) ?? {};
  const input = recordOf(outer['analysisInput']) ?? outer;
  if (Array.isArray(input['conversations'])) return recordsOf(input['conversations']);
  return Array.isArray(input['conversationItems']) ? [input] : [];
}

function toDraft(conversation: JsonRecord, name: string): InteractionDraft {
  const id = textOf(conversation['id']);
  return {
    externalId: id === undefined || /^\d{1,2}$/.test(id) ? name : id,
    channel: textOf(conversation['modality']) === 'text' ? 'chat' : 'phone',
    ...definedOnly({ language: textOf(conversation['language']) }),
    turns: recordsOf(conversation['conversationItems']).map(toTurn),
  };
}

function toTurn(item: JsonRecord): DraftTurn {
  const role = textOf(item['role'])?.toLowerCase() ?? '';
  const participant = textOf(item['participantId']);
  const text = textOf(item['text']) ?? textOf(item['itn']) ?? textOf(item['lexical']) ?? '';
  const words = recordsOf(item['audioTimings'] ?? item['wordLevelTimings']).map((word) => ({ text: textOf(word['word']) ?? '', ...timesOf(word) }));
  const own = recordOf(item['conversationItemLevelTiming']);
  return {
    speaker: speakerName(participant), role: Object.hasOwn(roles, role) ? roles[role] : undefined, text,
    ...(own === undefined ? { startMs: words[0]?.startMs, endMs: words.at(-1)?.endMs } : timesOf(own)),
    words: locateTokens(text, words),
  };
}

function timesOf(timing: JsonRecord): { startMs: number | undefined; endMs: number | undefined } {
  const offset = numberOf(timing['offset']);
  const duration = numberOf(timing['duration']);
  if (offset === undefined) return { startMs: undefined, endMs: undefined };
  return { startMs: offset / ticksPerMs, endMs: duration === undefined ? undefined : (offset + duration) / ticksPerMs };
}
