import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { definedOnly } from '#engine/importers/transcripts/defined-only.ts';
import type { DraftTurn, InteractionDraft } from '#engine/importers/transcripts/interaction-draft.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { speakerName } from '#engine/importers/transcripts/speaker-labels.ts';

/** whisper.cpp (`--output-json`): stretches with offsets in milliseconds, with `--diarize` a speaker. */
export const whisperCpp = jsonImporter({
  id: 'whisper-cpp',
  label: 'whisper.cpp',
  recognises(head) {
    const first = recordsOf(recordOf(head)?.['transcription'])[0];
    return first !== undefined && recordOf(first['offsets'] ?? first['timestamps']) !== undefined;
  },
  drafts: (document, name) => [toDraft(recordOf(document) ?? {}, name)],
});

function toDraft(document: JsonRecord, name: string): InteractionDraft {
  const language = textOf(recordOf(document['result'])?.['language']);
  return { externalId: name, channel: 'phone', ...definedOnly({ language }), turns: recordsOf(document['transcription']).map(toTurn) };
}

/** Older versions write the speaker into the text: `(speaker 1) Hello`. */
function toTurn(stretch: JsonRecord): DraftTurn {
  const offsets = recordOf(stretch['offsets']);
  const raw = textOf(stretch['text']) ?? '';
  const written = /^\(speaker (\d+|\?)\)\s*/.exec(raw);
  return {
    speaker: speakerName(textOf(stretch['speaker']) ?? written?.[1]?.replace('?', '')),
    text: written === null ? raw : raw.slice(written[0].length),
    startMs: numberOf(offsets?.['from']), endMs: numberOf(offsets?.['to']),
  };
}
