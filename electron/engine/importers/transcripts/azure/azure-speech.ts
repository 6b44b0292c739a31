import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter, recordingName } from '#engine/importers/transcripts/json-importer.ts';
import { speakerName } from '#engine/importers/transcripts/speaker-labels.ts';
import { locateTokens, type TimedToken } from '#engine/importers/transcripts/word-spans.ts';

/** Azure counts in ticks of 100 nanoseconds. */
const ticksPerMs = 10_000;

/** Azure AI Speech: batch transcription (`recognizedPhrases`) and fast transcription (`phrases`). */
export const azureSpeech = jsonImporter({
  id: 'azure-speech',
  label: 'Azure Speech transcription',
  recognises(head) {
    const document = recordOf(head);
    if (document === undefined) return false;
    return 'combinedRecognizedPhrases' in document || 'recognizedPhrases' in document || ('combinedPhrases' in document && ('phrases' in document || 'durationMilliseconds' in document));
  },
  drafts: (document, name) => [toDraft(recordOf(document) ?? {}, name)],
});

function toDraft(document: JsonRecord, name: string): InteractionDraft {
  const phrases = recordsOf(document['recognizedPhrases'] ?? document['phrases']);
  const channels = new Set(phrases.map((phrase) => numberOf(phrase['channel'])));
  return {
    externalId: recordingName(textOf(document['source'])?.replace(/[?#].*$/, '')) ?? name,
    channel: 'phone',
    ...definedOnly({ durationMs: lengthMs(document, 'duration'), language: textOf(phrases[0]?.['locale']) }),
    turns: phrases.filter((phrase) => (textOf(phrase['recognitionStatus']) ?? 'Success') === 'Success').map((phrase) => toTurn(phrase, channels.size > 1)),
  };
}

function toTurn(phrase: JsonRecord, hasChannels: boolean): DraftTurn {
  const best = recordsOf(phrase['nBest'])[0] ?? phrase;
  const text = textOf(best['display']) ?? textOf(best['text']) ?? textOf(best['lexical']) ?? '';
  const startMs = lengthMs(phrase, 'offset');
  const duration = lengthMs(phrase, 'duration');
  const words = recordsOf(best['displayWords'] ?? best['words']).map(toToken);
  const speaker = textOf(phrase['speaker']);
  return {
    speaker: speaker === undefined && hasChannels ? `Channel ${numberOf(phrase['channel']) ?? 0}` : speakerName(speaker),
    text, startMs, endMs: startMs === undefined || duration === undefined ? undefined : startMs + duration, words: locateTokens(text, words),
  };
}

function toToken(word: JsonRecord): TimedToken {
  const startMs = lengthMs(word, 'offset');
  const duration = lengthMs(word, 'duration');
  return { text: textOf(word['displayText']) ?? textOf(word['text']) ?? textOf(word['word']) ?? '', startMs, endMs: startMs === undefined || duration === undefined ? undefined : startMs + duration };
}

/** `offsetMilliseconds`, `offsetInTicks` or ISO 8601 (`PT1.2S`), whichever is there. */
function lengthMs(record: JsonRecord, key: 'offset' | 'duration'): number | undefined {
  const ms = numberOf(record[`${key}Milliseconds`]);
  if (ms !== undefined) return ms;
  const ticks = numberOf(record[`${key}InTicks`]);
  if (ticks !== undefined) return ticks / ticksPerMs;
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(textOf(record[key]) ?? '');
  if (iso === null) return undefined;
  return ((Number(iso[1] ?? 0) * 60 + Number(iso[2] ?? 0)) * 60 + Number(iso[3] ?? 0)) * 1000;
}
