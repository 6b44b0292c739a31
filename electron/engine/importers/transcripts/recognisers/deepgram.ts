import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { speakerName } from '#engine/importers/transcripts/speaker-labels.ts';
import { locateTokens, type TimedToken } from '#engine/importers/transcripts/word-spans.ts';
import { turnsOfTokens } from '#engine/importers/transcripts/word-turns.ts';

/** Deepgram, pre-recorded audio. The same words stand in utterances, paragraphs and words: the best of these that is there is read, once. */
export const deepgram = jsonImporter({
  id: 'deepgram',
  label: 'Deepgram',
  recognises: (head) => recordsOf(recordsOf(recordOf(recordOf(head)?.['results'])?.['channels'])[0]?.['alternatives'])[0] !== undefined,
  drafts: (document, name) => [toDraft(recordOf(document) ?? {}, name)],
});

function toDraft(document: JsonRecord, name: string): InteractionDraft {
  const results = recordOf(document['results']) ?? {};
  const channels = recordsOf(results['channels']);
  const duration = numberOf(recordOf(document['metadata'])?.['duration']);
  const utterances = recordsOf(results['utterances']);
  return {
    externalId: name,
    channel: 'phone',
    ...definedOnly({ durationMs: duration === undefined ? undefined : Math.round(duration * 1000), language: textOf(channels[0]?.['detected_language']) }),
    turns: utterances.length > 0 ? utterances.map((utterance) => utteranceTurn(utterance, channels.length)) : channels.flatMap((channel, index) => channelTurns(channel, channels.length > 1 ? index : null)),
  };
}

function utteranceTurn(utterance: JsonRecord, channels: number): DraftTurn {
  const text = textOf(utterance['transcript']) ?? '';
  const speaker = numberOf(utterance['speaker']);
  const channel = numberOf(utterance['channel']);
  return {
    speaker: channels > 1 && channel !== undefined ? channelName(channel, speaker) : speakerName(speaker),
    text, startMs: milliseconds(utterance['start']), endMs: milliseconds(utterance['end']),
    words: locateTokens(text, recordsOf(utterance['words']).map(toToken)),
  };
}

function channelTurns(channel: JsonRecord, index: number | null): DraftTurn[] {
  const best = recordsOf(channel['alternatives'])[0] ?? {};
  const paragraphs = recordsOf(recordOf(best['paragraphs'])?.['paragraphs']);
  const nameOf = (speaker: number | undefined) => (index === null ? speakerName(speaker) : channelName(index, speaker));
  if (paragraphs.length > 0) {
    return paragraphs.map((paragraph) => ({
      speaker: nameOf(numberOf(paragraph['speaker'])), startMs: milliseconds(paragraph['start']), endMs: milliseconds(paragraph['end']),
      text: recordsOf(paragraph['sentences']).flatMap((sentence) => textOf(sentence['text']) ?? []).join(' '),
    }));
  }
  const words = recordsOf(best['words']).map((word) => ({ ...toToken(word), speaker: nameOf(numberOf(word['speaker'])) }));
  return words.length > 0 ? turnsOfTokens(words) : [{ speaker: nameOf(undefined), text: textOf(best['transcript']) ?? '' }];
}

/** Two people on one channel stay apart. */
function channelName(channel: number, speaker: number | undefined): string {
  return speaker === undefined || speaker === 0 ? `Channel ${channel}` : `Channel ${channel} speaker ${speaker}`;
}

function toToken(word: JsonRecord): TimedToken {
  return { text: textOf(word['punctuated_word']) ?? textOf(word['word']) ?? '', startMs: milliseconds(word['start']), endMs: milliseconds(word['end']) };
}

function milliseconds(seconds: unknown): number | undefined {
  const value = numberOf(seconds);
  return value === undefined ? undefined : value * 1000;
}
