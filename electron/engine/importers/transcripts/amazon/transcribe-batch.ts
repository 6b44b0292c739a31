import { recordOf, recordsOf, numberOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter, recordingName } from '#engine/importers/transcripts/json-importer.ts';
import { turnsOfChannels, turnsOfTokens, type SpokenToken } from '#engine/importers/transcripts/word-turns.ts';

/** Amazon Transcribe, ordinary jobs: words with or without speakers or channels. Numbers come as text, punctuation without times. */
export const amazonTranscribe = jsonImporter({
  id: 'amazon-transcribe',
  label: 'Amazon Transcribe',
  recognises(head) {
    const results = recordOf(recordOf(head)?.['results']);
    return results !== undefined && (Array.isArray(results['transcripts']) || Array.isArray(results['items'])) && !('channels' in results);
  },
  drafts: (document, name) => [toDraft(recordOf(document) ?? {}, name)],
});

function toDraft(document: JsonRecord, name: string): InteractionDraft {
  const results = recordOf(document['results']) ?? {};
  return {
    externalId: recordingName(textOf(document['jobName'])) ?? name,
    channel: 'phone',
    ...definedOnly({ language: textOf(results['language_code']) }),
    turns: turnsOf(results),
  };
}

function turnsOf(results: JsonRecord): DraftTurn[] {
  const channels = recordsOf(recordOf(results['channel_labels'])?.['channels']);
  if (channels.length > 0) return turnsOfChannels(channels.flatMap((channel) => tokensOf(channel['items'], () => textOf(channel['channel_label']) ?? '')));
  const speakers = speakersByStart(results);
  const tokens = tokensOf(results['items'], (item) => textOf(item['speaker_label']) ?? speakers.get(textOf(item['start_time']) ?? ''));
  if (tokens.length > 0) return turnsOfTokens(tokens);
  return recordsOf(results['transcripts']).map((transcript) => ({ speaker: 'Speaker', text: textOf(transcript['transcript']) ?? '' }));
}

/** Punctuation, and a word without a label, belong to whoever spoke last. */
function tokensOf(items: unknown, speakerOf: (item: JsonRecord) => string | undefined): SpokenToken[] {
  let speaker = '';
  return recordsOf(items).map((item) => {
    speaker = speakerOf(item) ?? speaker;
    return {
      speaker,
      text: textOf(recordsOf(item['alternatives'])[0]?.['content']) ?? '',
      startMs: milliseconds(item['start_time']),
      endMs: milliseconds(item['end_time']),
      joins: item['type'] === 'punctuation',
    };
  });
}

/** Segments name the speaker of each word by its start; segments without a label or without words say nothing. */
function speakersByStart(results: JsonRecord): Map<string, string> {
  const speakers = new Map<string, string>();
  for (const segment of recordsOf(recordOf(results['speaker_labels'])?.['segments'])) {
    for (const item of recordsOf(segment['items'])) {
      const label = textOf(item['speaker_label']) ?? textOf(segment['speaker_label']);
      const start = textOf(item['start_time']);
      if (label !== undefined && start !== undefined) speakers.set(start, label);
    }
  }
  return speakers;
}

function milliseconds(seconds: unknown): number | undefined {
  const value = numberOf(seconds);
  return value === undefined ? undefined : value * 1000;
}
