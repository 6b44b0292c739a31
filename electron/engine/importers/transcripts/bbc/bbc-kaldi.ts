import { numberOf, recordOf, recordsOf, textOf, type JsonRecord } from '#engine/importers/json/shape.ts';
import { jsonImporter } from '#engine/importers/transcripts/json-importer.ts';
import { turnsOfTokens, type SpokenToken } from '#engine/importers/transcripts/word-turns.ts';

type Segment = { startMs: number; endMs: number; speaker: string };

/** Kaldi as the BBC's transcription service writes it: words with `punct`, speaker segments beside. */
export const bbcKaldi = jsonImporter({
  id: 'bbc-kaldi',
  label: 'Kaldi (BBC)',
  recognises(head) {
    const document = recordOf(head);
    const inner = recordOf(document?.['retval']) ?? document;
    const first = recordsOf(inner?.['words'])[0];
    return first !== undefined && 'punct' in first && 'word' in first;
  },
  drafts(document, name) {
    const outer = recordOf(document);
    const inner = recordOf(outer?.['retval']) ?? outer ?? {};
    const segments = recordsOf(recordOf(inner['segmentation'])?.['segments']).map(toSegment);
    return [{ externalId: name, channel: 'phone', turns: turnsOfTokens(recordsOf(inner['words']).map((word) => toToken(word, segments))) }];
  },
});

function toSegment(segment: JsonRecord): Segment {
  const startMs = (numberOf(segment['start']) ?? 0) * 1000;
  const speaker = recordOf(segment['speaker']);
  return { startMs, endMs: startMs + (numberOf(segment['duration']) ?? 0) * 1000, speaker: textOf(speaker?.['@id']) ?? textOf(speaker?.['name']) ?? '' };
}

/** The segment whose middle words are; segments leave small gaps, so the last one begun counts. */
function toToken(word: JsonRecord, segments: readonly Segment[]): SpokenToken {
  const startMs = (numberOf(word['start']) ?? 0) * 1000;
  const endMs = (numberOf(word['end']) ?? 0) * 1000;
  const middle = (startMs + endMs) / 2;
  const speaker = segments.findLast((segment) => segment.startMs <= middle)?.speaker ?? '';
  return { text: textOf(word['punct']) ?? textOf(word['word']) ?? '', startMs, endMs, speaker };
}
