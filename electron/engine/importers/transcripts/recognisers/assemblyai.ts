import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { speakerName } from '#engine/importers/transcripts/speaker-labels.ts';
import { locateTokens, type TimedToken } from '#engine/importers/transcripts/word-spans.ts';
import { turnsOfTokens } from '#engine/importers/transcripts/word-turns.ts';

/** Keys that only this vendor writes; each generation has some of them before its long lists. */
const ownKeys = ['acoustic_model', 'language_model', 'audio_src_url', 'speech_model', 'audio_url', 'speaker_count'];

/** AssemblyAI, both generations: milliseconds, utterances where speakers were asked for, else words (`segments` repeats them). */
export const assemblyAi = jsonImporter({
  id: 'assemblyai',
  label: 'AssemblyAI',
  recognises(head) {
    const document = recordOf(head);
    return document !== undefined && 'status' in document && ('words' in document || 'text' in document) && ownKeys.some((key) => key in document);
  },
  drafts: (document, name) => [toDraft(recordOf(document) ?? {}, name)],
});

function toDraft(document: JsonRecord, name: string): InteractionDraft {
  const utterances = recordsOf(document['utterances']);
  const seconds = numberOf(document['audio_duration']);
  return {
    externalId: name,
    channel: 'phone',
    ...definedOnly({ durationMs: seconds === undefined ? undefined : Math.round(seconds * 1000), language: textOf(document['language_code']) }),
    turns: utterances.length > 0 ? utterances.map(utteranceTurn) : wordTurns(document),
  };
}

function utteranceTurn(utterance: JsonRecord): DraftTurn {
  const text = textOf(utterance['text']) ?? '';
  return {
    speaker: nameOf(utterance), text, startMs: numberOf(utterance['start']), endMs: numberOf(utterance['end']),
    words: locateTokens(text, recordsOf(utterance['words']).map(toToken)),
  };
}

function wordTurns(document: JsonRecord): DraftTurn[] {
  const words = recordsOf(document['words']);
  if (words.length === 0) return [{ speaker: 'Speaker', text: textOf(document['text']) ?? '' }];
  return turnsOfTokens(words.map((word) => ({ ...toToken(word), speaker: nameOf(word) })));
}

/** `A` is a voice; with a channel a side the channel tells them apart. */
function nameOf(spoken: JsonRecord): string {
  const channel = textOf(spoken['channel']);
  return channel === undefined ? speakerName(textOf(spoken['speaker'])) : `Channel ${channel}`;
}

function toToken(word: JsonRecord): TimedToken {
  return { text: textOf(word['text']) ?? '', startMs: numberOf(word['start']), endMs: numberOf(word['end']) };
}
