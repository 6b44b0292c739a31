import type { Role } from '#shared/model/interaction.ts';
import { listOf, numberOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import { alignWords, type HeardWord } from '#engine/importers/transcripts/harper-valley/align-words.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { speakerName } from '#engine/importers/transcripts/speaker-labels.ts';

const roles: Record<string, Role> = { agent: 'agent', caller: 'customer' };

/**
 * `transcript/<sid>.json` of the HarperValleyBank corpus. The person's text is imported, the recogniser's is kept in
 * `facts.recogniserText`, turn by turn. Times are `offset_ms`, the clock both channels share (`start_ms` counts from
 * the start of a channel's own recording). Roles are `speaker_role`, since channels are swapped in some calls.
 */
export const harperValleyTranscript = jsonImporter({
  id: 'harper-valley-transcript',
  label: 'HarperValleyBank transcript',
  recognises(head) {
    const first = recordsOf(head)[0];
    return first !== undefined && 'human_transcript' in first && 'speaker_role' in first && 'offset_ms' in first;
  },
  drafts: (document, name) => [toDraft(recordsOf(document), name)],
});

function toDraft(all: readonly JsonRecord[], name: string): InteractionDraft {
  const segments = all.filter((segment) => textOf(segment['human_transcript']) !== undefined || textOf(segment['transcript']) !== undefined);
  return {
    externalId: name,
    channel: 'phone',
    ...definedOnly({ startedAt: startedAt(segments[0]) }),
    facts: {
      recogniserText: segments.map((segment) => textOf(segment['transcript']) ?? null),
      channels: segments.map((segment) => numberOf(segment['channel_index']) ?? null),
      emotions: segments.map(emotionOf),
      ...dialogActs(segments),
    },
    turns: segments.map(toTurn),
  };
}

function toTurn(segment: JsonRecord): DraftTurn {
  const label = textOf(segment['speaker_role']) ?? '';
  const startMs = numberOf(segment['offset_ms']);
  const durationMs = numberOf(segment['duration_ms']);
  const text = textOf(segment['human_transcript']) ?? textOf(segment['transcript']) ?? '';
  return {
    speaker: label === 'caller' ? 'Caller' : label === 'agent' ? 'Agent' : speakerName(label),
    role: Object.hasOwn(roles, label) ? roles[label] : undefined,
    text,
    startMs,
    endMs: startMs === undefined || durationMs === undefined ? undefined : startMs + durationMs,
    words: alignWords(text, heardWords(segment, startMs ?? 0)),
  };
}

/** The offsets belong to the words of `transcript`, which differ in number from the person's text. */
function heardWords(segment: JsonRecord, startMs: number): HeardWord[] {
  const words = (textOf(segment['transcript']) ?? '').split(/\s+/);
  const offsets = listOf(segment['word_offsets_ms']);
  const durations = listOf(segment['word_durations_ms']);
  if (words.length !== offsets.length || words.length !== durations.length) return [];
  return words.map((text, index) => {
    const from = startMs + (numberOf(offsets[index]) ?? 0);
    return { text, startMs: from, endMs: from + (numberOf(durations[index]) ?? 0) };
  });
}

/** When the shared clock stood at zero. */
function startedAt(segment: JsonRecord | undefined): string | undefined {
  const at = numberOf(segment?.['start_timestamp_ms']);
  const offset = numberOf(segment?.['offset_ms']);
  const zero = at === undefined || offset === undefined ? Number.NaN : at - offset;
  return zero > 0 && zero < 8.64e15 ? new Date(zero).toISOString() : undefined;
}

/** Two generations of the corpus: named scores, or a list of negative, neutral, positive. */
function emotionOf(segment: JsonRecord): Record<string, number | null> | null {
  const emotion = segment['emotion'];
  if (Array.isArray(emotion)) {
    const [negative, neutral, positive] = emotion;
    return { negative: numberOf(negative) ?? null, neutral: numberOf(neutral) ?? null, positive: numberOf(positive) ?? null };
  }
  if (typeof emotion !== 'object' || emotion === null) return null;
  const named = emotion as JsonRecord;
  return { negative: numberOf(named['negative']) ?? null, neutral: numberOf(named['neutral']) ?? null, positive: numberOf(named['positive']) ?? null };
}

function dialogActs(segments: readonly JsonRecord[]): Record<string, unknown> {
  const acts = segments.map((segment) => listOf(segment['dialog_acts']).flatMap((act) => textOf(act) ?? []));
  return acts.some((list) => list.length > 0) ? { dialogActs: acts } : {};
}
