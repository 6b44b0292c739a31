import { listOf, numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import type { DraftTurn } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { speakerName } from '#engine/importers/transcripts/speaker-labels.ts';
import { turnsOfTokens, type SpokenToken } from '#engine/importers/transcripts/word-turns.ts';

/** IBM Watson Speech to Text: words as [word, from, to], speakers in a parallel list that is joined by the start time. */
export const ibmWatson = jsonImporter({
  id: 'ibm-watson',
  label: 'IBM Watson Speech to Text',
  recognises(head) {
    const part = partsOf(head)[0];
    const first = recordsOf(part?.['results'])[0];
    return part !== undefined && ('speaker_labels' in part || (first !== undefined && 'final' in first && 'alternatives' in first));
  },
  drafts: (document, name) => [{ externalId: name, channel: 'phone', turns: partsOf(document).flatMap(turnsOfPart) }],
});

/** A finished job wraps its answers in one more list. */
function partsOf(document: unknown): JsonRecord[] {
  const outer = recordOf(document);
  const inner = recordsOf(outer?.['results']);
  if (outer === undefined || inner.length === 0) return [];
  return inner.some((part) => Array.isArray(part['results']) || Array.isArray(part['speaker_labels'])) ? inner : [outer];
}

/** Results end at pauses and so end turns; within one, speakers may change. Results that are not final are said again later. */
function turnsOfPart(part: JsonRecord): DraftTurn[] {
  const speakers = new Map(recordsOf(part['speaker_labels']).map((label) => [numberOf(label['from']), speakerName(textOf(label['speaker']))]));
  return recordsOf(part['results']).filter((result) => result['final'] !== false).flatMap((result) => {
    const best = recordsOf(result['alternatives'])[0] ?? {};
    const tokens = listOf(best['timestamps']).map((stamp) => toToken(listOf(stamp), speakers));
    return tokens.length > 0 ? turnsOfTokens(tokens) : [{ speaker: 'Speaker', text: textOf(best['transcript']) ?? '' }];
  });
}

function toToken([word, from, to]: readonly unknown[], speakers: ReadonlyMap<number | undefined, string>): SpokenToken {
  const start = numberOf(from);
  const end = numberOf(to);
  return {
    text: textOf(word) ?? '', speaker: speakers.get(start) ?? '',
    startMs: start === undefined ? undefined : start * 1000, endMs: end === undefined ? undefined : end * 1000,
  };
}
