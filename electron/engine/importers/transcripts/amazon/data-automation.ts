import { listOf, numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter, recordingName } from '#engine/importers/transcripts/json-importer.ts';
import { locateTokens } from '#engine/importers/transcripts/word-spans.ts';

/** Amazon Bedrock Data Automation, standard output of an audio file: segments by speaker and channel, words beside. */
export const amazonDataAutomation = jsonImporter({
  id: 'amazon-data-automation',
  label: 'Amazon Bedrock Data Automation (audio)',
  recognises(head) {
    const document = recordOf(head);
    const metadata = recordOf(document?.['metadata']);
    return metadata?.['semantic_modality'] === 'AUDIO' || (Array.isArray(document?.['audio_items']) && Array.isArray(document?.['audio_segments']));
  },
  drafts: (document, name) => [toDraft(recordOf(document) ?? {}, name)],
});

function toDraft(document: JsonRecord, name: string): InteractionDraft {
  const metadata = recordOf(document['metadata']);
  const items = recordsOf(document['audio_items']);
  const topics = recordsOf(document['topics']).flatMap((topic) => textOf(topic['summary']) ?? []);
  return {
    externalId: name,
    channel: 'phone',
    ...definedOnly({
      durationMs: numberOf(metadata?.['duration_millis']),
      language: textOf(metadata?.['dominant_asset_language'])?.toLowerCase(),
      fields: definedOnly({ recording: recordingName(textOf(metadata?.['s3_key'])) }) as Record<string, string>,
    }),
    facts: { measuredBy: 'Amazon Bedrock Data Automation', ...definedOnly({ summary: textOf(recordOf(document['audio'])?.['summary']) }), topics },
    turns: recordsOf(document['audio_segments']).map((segment) => toTurn(segment, items)),
  };
}

function toTurn(segment: JsonRecord, items: readonly JsonRecord[]): DraftTurn {
  const text = textOf(segment['text']) ?? '';
  const words = listOf(segment['audio_item_indices']).map((index) => items[numberOf(index) ?? -1] ?? {});
  return {
    speaker: textOf(recordOf(segment['speaker'])?.['speaker_label']) ?? textOf(recordOf(segment['channel'])?.['channel_label']) ?? 'Speaker',
    text,
    startMs: numberOf(segment['start_timestamp_millis']),
    endMs: numberOf(segment['end_timestamp_millis']),
    words: locateTokens(text, words.map((word) => ({ text: textOf(word['content']) ?? '', startMs: numberOf(word['start_timestamp_millis']), endMs: numberOf(word['end_timestamp_millis']) }))),
  };
}
