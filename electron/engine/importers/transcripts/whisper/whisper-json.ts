import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { speakerName } from '#engine/importers/transcripts/speaker-labels.ts';
import { locateTokens } from '#engine/importers/transcripts/word-spans.ts';

/** Keys of a segment that only the Whisper family writes. */
const ownKeys = ['tokens', 'seek', 'words', 'avg_logprob', 'no_speech_prob', 'compression_ratio', 'speaker'];

/** The Whisper family's JSON (seconds): OpenAI Whisper, its service, faster-whisper, WhisperX, whisper-timestamped. */
export const whisperJson = jsonImporter({
  id: 'whisper',
  label: 'Whisper',
  recognises(head) {
    const document = recordOf(head);
    const first = recordsOf(document?.['segments'])[0];
    if (document === undefined || first === undefined || !('text' in first) || numberOf(first['start']) === undefined) return false;
    return 'language' in document || 'word_segments' in document || ownKeys.some((key) => key in first);
  },
  drafts: (document, name) => [toDraft(recordOf(document) ?? {}, name)],
});

function toDraft(document: JsonRecord, name: string): InteractionDraft {
  const seconds = numberOf(document['duration']);
  return {
    externalId: name,
    channel: 'phone',
    ...definedOnly({ durationMs: seconds === undefined ? undefined : Math.round(seconds * 1000), language: textOf(document['language']) }),
    turns: recordsOf(document['segments']).map(toTurn),
  };
}

/** A word is called `word` or `text`; one that could not be aligned has no times. */
function toTurn(segment: JsonRecord): DraftTurn {
  const text = textOf(segment['text']) ?? '';
  const words = recordsOf(segment['words']).map((word) => ({ text: textOf(word['word']) ?? textOf(word['text']) ?? '', startMs: milliseconds(word['start']), endMs: milliseconds(word['end']) }));
  return {
    speaker: speakerName(textOf(segment['speaker'])),
    text, startMs: milliseconds(segment['start']), endMs: milliseconds(segment['end']), words: locateTokens(text, words),
  };
}

function milliseconds(seconds: unknown): number | undefined {
  const value = numberOf(seconds);
  return value === undefined ? undefined : value * 1000;
}
