import { listOf, numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { joinTokens, tokenTimes, type TimedToken } from '#engine/importers/transcripts/word-spans.ts';

/** PocketSphinx: a list of stretches, each a list of words with `accuracy`. No speakers, no punctuation. */
export const pocketSphinx = jsonImporter({
  id: 'pocketsphinx',
  label: 'PocketSphinx',
  recognises(head) {
    const first = recordOf(listOf(listOf(head)[0])[0]);
    return first !== undefined && 'accuracy' in first && 'text' in first && 'start' in first;
  },
  drafts: (document, name) => [{
    externalId: name,
    channel: 'phone',
    turns: listOf(document).map((stretch) => {
      const tokens = recordsOf(stretch).map(toToken);
      return { speaker: 'Speaker', ...tokenTimes(tokens), ...joinTokens(tokens) };
    }),
  }],
});

/** Seconds. Silence and fillers stand in angle brackets and are no words. */
function toToken(word: JsonRecord): TimedToken {
  const text = textOf(word['text']) ?? '';
  const start = numberOf(word['start']);
  const end = numberOf(word['end']);
  return { text: /^<.*>$/.test(text) ? '' : text, startMs: start === undefined ? undefined : start * 1000, endMs: end === undefined ? undefined : end * 1000 };
}
