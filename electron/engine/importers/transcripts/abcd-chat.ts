import { listOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';

/**
 * Chats of the Action-Based Conversations Dataset: a list of conversations, or lists by split. A turn of `action` is
 * something the system did, not something said. `delexed` says the same with names replaced and is not read.
 */
export const abcdChat = jsonImporter({
  id: 'abcd-chat',
  label: 'ABCD chat',
  recognises: (head) => conversationsOf(head).some((chat) => 'convo_id' in chat && Array.isArray(chat['original'])),
  drafts: (document, name) => conversationsOf(document).map((chat, index) => toDraft(chat, `${name}-${index + 1}`)),
});

function conversationsOf(document: unknown): JsonRecord[] {
  if (Array.isArray(document)) return recordsOf(document);
  return Object.values(recordOf(document) ?? {}).flatMap((split) => recordsOf(split));
}

function toDraft(chat: JsonRecord, name: string): InteractionDraft {
  const scenario = recordOf(chat['scenario']) ?? {};
  const personal = recordOf(scenario['personal']) ?? {};
  const order = recordOf(scenario['order']) ?? {};
  const username = textOf(personal['username']);
  const customerName = textOf(personal['customer_name']);
  return {
    externalId: textOf(chat['convo_id']) ?? name,
    channel: 'chat',
    ...definedOnly({
      reason: textOf(scenario['subflow']) ?? textOf(scenario['flow']),
      customer: username === undefined ? undefined : { externalId: username, ...definedOnly({ name: customerName }) },
    }),
    fields: definedOnly({ flow: textOf(scenario['flow']), member_level: textOf(personal['member_level']), order_id: textOf(order['order_id']) }) as Record<string, string>,
    turns: listOf(chat['original']).map((turn) => toTurn(listOf(turn))),
  };
}

function toTurn([speaker, text]: readonly unknown[]): DraftTurn {
  const label = textOf(speaker) ?? '';
  if (label === 'action') return { speaker: 'Action', role: 'system', text: textOf(text) ?? '' };
  return { speaker: label === '' ? 'Speaker' : label.charAt(0).toUpperCase() + label.slice(1), text: textOf(text) ?? '' };
}
