import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter, recordingName } from '#engine/importers/transcripts/json-importer.ts';
import { turnsOfChannels, turnsOfTokens, type SpokenToken } from '#engine/importers/transcripts/word-turns.ts';

/** Speechmatics: 1.0 (all numbers as text, punctuation as words that last as long as the pause, speakers in a list of their own) and 2.x. */
export const speechmatics = jsonImporter({
  id: 'speechmatics',
  label: 'Speechmatics',
  recognises(head) {
    const document = recordOf(head);
    if (document === undefined) return false;
    const isFirst = recordOf(document['job']) !== undefined && (Array.isArray(document['speakers']) || Array.isArray(document['words']));
    const first = recordsOf(document['results'])[0];
    return isFirst || (first !== undefined && 'start_time' in first && 'alternatives' in first && 'type' in first);
  },
  drafts: (document, name) => [toDraft(recordOf(document) ?? {}, name)],
});

function toDraft(document: JsonRecord, name: string): InteractionDraft {
  const job = recordOf(document['job']);
  const seconds = numberOf(job?.['duration']);
  const config = recordOf(recordOf(document['metadata'])?.['transcription_config']);
  const isSecond = Array.isArray(document['results']);
  const tokens = isSecond ? recordsOf(document['results']).map(secondToken) : firstTokens(document);
  const hasChannels = isSecond && recordsOf(document['results']).some((result) => textOf(result['channel']) !== undefined);
  return {
    externalId: recordingName(textOf(job?.['data_name']) ?? textOf(job?.['name'])) ?? name,
    channel: 'phone',
    ...definedOnly({ durationMs: seconds === undefined ? undefined : Math.round(seconds * 1000), language: textOf(config?.['language']) ?? textOf(job?.['lang']) }),
    turns: hasChannels ? turnsOfChannels(tokens) : turnsOfTokens(tokens),
  };
}

function secondToken(result: JsonRecord): SpokenToken {
  const best = recordsOf(result['alternatives'])[0] ?? {};
  const speaker = textOf(result['channel']) ?? textOf(best['speaker']);
  return {
    text: textOf(best['content']) ?? '', speaker: speaker === undefined || speaker === 'UU' ? '' : speaker,
    startMs: milliseconds(result['start_time']), endMs: milliseconds(result['end_time']),
    joins: result['type'] === 'punctuation' && result['attaches_to'] !== 'next',
  };
}

function firstTokens(document: JsonRecord): SpokenToken[] {
  const speakers = recordsOf(document['speakers']).map((turn) => ({ startMs: milliseconds(turn['time']) ?? 0, name: textOf(turn['name']) ?? '' }));
  let current = -1;
  return recordsOf(document['words']).map((word) => {
    const startMs = milliseconds(word['time']);
    const lengthMs = milliseconds(word['duration']);
    while (current + 1 < speakers.length && (speakers[current + 1]?.startMs ?? 0) <= (startMs ?? 0)) current++;
    const text = textOf(word['name']) ?? '';
    const isMark = /^\p{P}+$/u.test(text);
    return { text, speaker: (speakers[current] ?? speakers[0])?.name ?? '', startMs: isMark ? undefined : startMs, endMs: isMark ? undefined : endOf(startMs, lengthMs), joins: isMark };
  });
}

function endOf(startMs: number | undefined, lengthMs: number | undefined): number | undefined {
  return startMs === undefined || lengthMs === undefined ? undefined : startMs + lengthMs;
}

function milliseconds(seconds: unknown): number | undefined {
  const value = numberOf(seconds);
  return value === undefined ? undefined : Math.round(value * 1000);
}
