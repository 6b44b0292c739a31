import type { Role } from '#shared/model/interaction.ts';
import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { speakerName } from '#engine/importers/transcripts/speaker-labels.ts';

const roles: Record<string, [Role, string]> = {
  AGENT: ['agent', 'Agent'], HUMAN_AGENT: ['agent', 'Agent'], CUSTOMER: ['customer', 'Customer'], END_USER: ['customer', 'Customer'],
  AUTOMATED_AGENT: ['bot', 'Automated agent'], VIRTUAL_AGENT: ['bot', 'Automated agent'],
};

/** Google Contact Center AI conversation files: entries with microseconds since 1970, a role and a user. */
export const googleCcaiConversation = jsonImporter({
  id: 'google-ccai',
  label: 'Google CCAI conversation',
  recognises(head) {
    const first = recordsOf(recordOf(head)?.['entries'])[0];
    return first !== undefined && 'text' in first && 'role' in first;
  },
  drafts: (document, name) => [toDraft(recordOf(document) ?? {}, name)],
});

function toDraft(document: JsonRecord, name: string): InteractionDraft {
  const entries = recordsOf(document['entries']);
  const times = entries.map((entry) => startMs(entry));
  const start = times.find((time) => time !== undefined);
  const last = times.at(-1);
  const category = textOf(recordsOf(recordOf(document['conversation_info'])?.['categories'])[0]?.['display_name']);
  return {
    externalId: name,
    channel: 'chat',
    ...definedOnly({
      startedAt: start === undefined || start < 1e11 || start > 8.64e15 ? undefined : new Date(start).toISOString(),
      durationMs: start === undefined || last === undefined || last < start ? undefined : last - start,
      reason: category,
    }),
    turns: entries.map((entry, index) => {
      const label = textOf(entry['role']) ?? '';
      const [role, speaker] = (Object.hasOwn(roles, label) ? roles[label] : undefined) ?? [undefined, speakerName(label === '' ? textOf(entry['user_id']) : label)];
      const at = times[index];
      return { speaker, role, text: textOf(entry['text']) ?? '', startMs: at === undefined || start === undefined ? undefined : at - start };
    }),
  };
}

function startMs(entry: JsonRecord): number | undefined {
  const micros = numberOf(entry['start_timestamp_usec']);
  return micros === undefined ? undefined : Math.round(micros / 1000);
}
