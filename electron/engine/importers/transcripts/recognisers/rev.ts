import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import type { ParsedWord } from '#engine/importers/importer.ts';
import type { DraftTurn } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { speakerName } from '#engine/importers/transcripts/speaker-labels.ts';

/** Rev AI transcript objects: monologues of words and punctuation; blanks are elements too, though not in every file. */
export const rev = jsonImporter({
  id: 'rev',
  label: 'Rev',
  recognises: (head) => recordsOf(recordOf(head)?.['monologues'])[0]?.['elements'] !== undefined,
  drafts: (document, name) => [{ externalId: name, channel: 'phone', turns: recordsOf(recordOf(document)?.['monologues']).map(toTurn) }],
});

function toTurn(monologue: JsonRecord): DraftTurn {
  const words: ParsedWord[] = [];
  let text = '';
  let wasWord = false;
  for (const element of recordsOf(monologue['elements'])) {
    const value = typeof element['value'] === 'string' ? element['value'] : '';
    if (value === '') continue;
    const isWord = element['type'] === 'text';
    if (isWord && wasWord) text += ' ';
    const [start, end] = [seconds(element['ts']), seconds(element['end_ts'])];
    if (isWord && start !== undefined && end !== undefined && start >= 0 && end >= start) words.push([start, end, text.length, text.length + value.length]);
    text = text === '' ? value.trimStart() : text + value;
    wasWord = isWord;
  }
  const speaker = recordOf(monologue['speaker_info']);
  return {
    speaker: textOf(speaker?.['display_name']) ?? speakerName(textOf(monologue['speaker'])),
    text: text.trimEnd(), startMs: words[0]?.[0], endMs: words.at(-1)?.[1], words,
  };
}

function seconds(value: unknown): number | undefined {
  const number = numberOf(value);
  return number === undefined ? undefined : Math.round(number * 1000);
}
