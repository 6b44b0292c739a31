import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { speakerName } from '#engine/importers/transcripts/speaker-labels.ts';
import { locateTokens, tokenTimes } from '#engine/importers/transcripts/word-spans.ts';
import { turnsOfTokens, type SpokenToken } from '#engine/importers/transcripts/word-turns.ts';

/** Google Cloud Speech-to-Text, v1 and v2, plain or inside the answer of a long-running operation. */
export const googleSpeechToText = jsonImporter({
  id: 'google-speech-to-text',
  label: 'Google Speech-to-Text',
  recognises(head) {
    const first = resultsOf(head)[0];
    const alternative = recordsOf(first?.['alternatives'])[0];
    return alternative !== undefined && 'transcript' in alternative && !('timestamps' in alternative) && !('final' in (first ?? {}));
  },
  drafts: (document, name) => [toDraft(document, name)],
});

function resultsOf(document: unknown): JsonRecord[] {
  const outer = recordOf(document);
  return recordsOf(outer?.['results'] ?? recordOf(outer?.['response'])?.['results']);
}

function toDraft(document: unknown, name: string): InteractionDraft {
  const results = resultsOf(document);
  return { externalId: name, channel: 'phone', ...definedOnly({ language: textOf(results[0]?.['languageCode']) }), turns: diarizedTurns(results) ?? results.map(resultTurn) };
}

/**
 * With speaker diarization the last result repeats every word so far, now with its speaker: those words are the
 * transcript, the results before it say the same once more.
 */
function diarizedTurns(results: readonly JsonRecord[]): DraftTurn[] | null {
  const words = recordsOf(bestOf(results.at(-1) ?? {})?.['words']);
  const tokens = words.map((word): SpokenToken => ({ ...toToken(word), speaker: speakerOf(word) }));
  return tokens.some((token) => token.speaker !== '') ? turnsOfTokens(tokens) : null;
}

function speakerOf(word: JsonRecord): string {
  const tag = numberOf(word['speakerTag']);
  const label = textOf(word['speakerLabel']);
  if (label !== undefined) return speakerName(label);
  return tag === undefined || tag === 0 ? '' : speakerName(tag);
}

function resultTurn(result: JsonRecord): DraftTurn {
  const best = bestOf(result) ?? {};
  const text = textOf(best['transcript']) ?? '';
  const tokens = recordsOf(best['words']).map(toToken);
  const channel = numberOf(result['channelTag']);
  return {
    speaker: channel === undefined || channel === 0 ? 'Speaker' : `Channel ${channel}`,
    text,
    ...tokenTimes(tokens),
    ...(tokens.length === 0 ? { endMs: durationMs(result['resultEndTime'] ?? result['resultEndOffset']) } : {}),
    words: locateTokens(text, tokens),
  };
}

function bestOf(result: JsonRecord): JsonRecord | undefined {
  return recordsOf(result['alternatives'])[0];
}

function toToken(word: JsonRecord): { text: string; startMs: number | undefined; endMs: number | undefined } {
  return { text: textOf(word['word']) ?? '', startMs: durationMs(word['startTime'] ?? word['startOffset']) ?? 0, endMs: durationMs(word['endTime'] ?? word['endOffset']) };
}

/** `"12.900s"`, or seconds and nanos apart, either of which is left out when zero. */
function durationMs(duration: unknown): number | undefined {
  const parts = recordOf(duration);
  if (parts !== undefined) return (numberOf(parts['seconds']) ?? 0) * 1000 + (numberOf(parts['nanos']) ?? 0) / 1e6;
  const seconds = numberOf(typeof duration === 'string' ? duration.replace(/s$/, '') : duration);
  return seconds === undefined ? undefined : seconds * 1000;
}
