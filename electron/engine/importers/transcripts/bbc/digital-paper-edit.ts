import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import type { DraftTurn } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { joinTokens, type TimedToken } from '#engine/importers/transcripts/word-spans.ts';

/** BBC Digital Paper Edit: words, and paragraphs that say who spoke from when to when (seconds). */
export const digitalPaperEdit = jsonImporter({
  id: 'digital-paper-edit',
  label: 'BBC Digital Paper Edit',
  recognises(head) {
    const document = recordOf(head);
    const first = recordsOf(document?.['words'])[0];
    const hasOnlyThis = document !== undefined && Object.keys(document).every((key) => ['words', 'paragraphs', 'id', '_id', 'title'].includes(key));
    return hasOnlyThis && first !== undefined && 'text' in first && 'start' in first && 'id' in first;
  },
  drafts: (document, name) => [{ externalId: name, channel: 'phone', turns: turnsOf(recordOf(document) ?? {}) }],
});

/** A word belongs to the paragraph in which it begins. Both lists are in time order. */
function turnsOf(document: JsonRecord): DraftTurn[] {
  const words = recordsOf(document['words']).map(toToken);
  const paragraphs = recordsOf(document['paragraphs']);
  let next = 0;
  return paragraphs.map((paragraph, index) => {
    const until = numberOf(paragraphs[index + 1]?.['start']);
    const own: TimedToken[] = [];
    while (next < words.length && (until === undefined || (words[next]?.startMs ?? 0) < until * 1000)) own.push(words[next++] ?? { text: '' });
    return { speaker: textOf(paragraph['speaker']) ?? 'Speaker', startMs: seconds(paragraph['start']), endMs: seconds(paragraph['end']), ...joinTokens(own) };
  });
}

function toToken(word: JsonRecord): TimedToken {
  return { text: textOf(word['text']) ?? '', startMs: seconds(word['start']), endMs: seconds(word['end']) };
}

function seconds(value: unknown): number | undefined {
  const number = numberOf(value);
  return number === undefined ? undefined : number * 1000;
}
