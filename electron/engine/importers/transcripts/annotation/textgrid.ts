import { type Parsed, type ParsedInteraction, type SourceFile, type TranscriptImporter, UnreadableFileError } from '#engine/importers/importer.ts';
import { finishInteraction, type DraftTurn } from '#engine/importers/transcripts/interaction-draft.ts';
import { baseName, readSourceText } from '#engine/importers/transcripts/source-text.ts';
import { turnsOfTokens } from '#engine/importers/transcripts/word-turns.ts';

type Interval = { startMs: number; endMs: number; text: string };
type Tier = { name: string; intervals: Interval[] };

const maxTiers = 1000;

/** Praat TextGrid, long and short form: a tier a speaker, an interval a turn. */
export const praatTextGrid: TranscriptImporter = {
  id: 'praat-textgrid',
  label: 'Praat TextGrid',
  sniff: (head) => (head.text !== null && /^\s*File type\s*=\s*"ooTextFile[^"]{0,20}"\s+(?:Object class\s*=\s*)?"TextGrid"/.test(head.text.slice(0, 300)) ? 1 : 0),
  read: readTextGrid,
};

async function* readTextGrid(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>> {
  const { text, problems } = await readSourceText(source, signal);
  for (const problem of problems) yield { problem };
  const tiers = tiersOf(text);
  yield* finishInteraction(source.name, { externalId: baseName(source.name), channel: 'phone', turns: turnsOfTiers(tiers) });
}

/** Tiers of single words or sounds repeat what a tier of utterances says; alone, words are put together. */
function turnsOfTiers(tiers: readonly Tier[]): DraftTurn[] {
  const utterances = tiers.filter((tier) => !/(?:^|[\s_-])(?:words?|phones?|phonemes?|syllables?|segments?|tones?|breaks?|notes?|comments?)$/i.test(tier.name));
  if (utterances.length > 0) return utterances.flatMap((tier) => tier.intervals.map((interval) => ({ speaker: tier.name, ...interval })));
  return tiers
    .filter((tier) => /words?$/i.test(tier.name))
    .flatMap((tier) => turnsOfTokens(tier.intervals.map((interval) => ({ ...interval, speaker: tier.name.replace(/[\s_-]*words?$/i, '') }))));
}

/** Praat reads only free-standing numbers, texts in quotes and flags; everything else is for people. */
function tiersOf(text: string): Tier[] {
  const values = new ValueReader(text);
  values.skipHeader();
  const count = values.number();
  const tiers: Tier[] = [];
  for (let index = 0; index < count && index < maxTiers; index++) tiers.push(readTier(values));
  return tiers;
}

function readTier(values: ValueReader): Tier {
  const kind = values.text();
  const name = values.text();
  values.number();
  values.number();
  const count = values.number();
  const intervals: Interval[] = [];
  for (let index = 0; index < count; index++) {
    const startMs = values.number() * 1000;
    const endMs = kind === 'IntervalTier' ? values.number() * 1000 : startMs;
    const text = values.text().trim();
    if (kind === 'IntervalTier' && text !== '') intervals.push({ startMs, endMs, text });
  }
  return { name, intervals };
}

class ValueReader {
  private at = 0;

  constructor(private readonly source: string) {}

  /** File type, object class, both ends of time and the flag that tiers exist. */
  skipHeader(): void {
    this.text();
    this.text();
    this.number();
    this.number();
    if (this.next(/<(?:exists|absent)>/y) !== '<exists>') throw this.damaged('the flag <exists>');
  }

  number(): number {
    const value = Number(this.next(/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![^\s])/y));
    if (!Number.isFinite(value)) throw this.damaged('a number');
    return value;
  }

  text(): string {
    return this.next(/"(?:[^"]|"")*"/y).slice(1, -1).replaceAll('""', '"');
  }

  /** Passes over words, equals signs and indices in brackets up to the next value. */
  private next(pattern: RegExp): string {
    const filler = /\s+|![^\n]*|[^\s"<\d-][^\s"]*|<(?!exists>|absent>)/y;
    for (;;) {
      pattern.lastIndex = this.at;
      const match = pattern.exec(this.source);
      if (match !== null) {
        this.at = pattern.lastIndex;
        return match[0];
      }
      filler.lastIndex = this.at;
      if (filler.exec(this.source) === null) throw this.damaged('a value');
      this.at = filler.lastIndex;
    }
  }

  private damaged(expected: string): UnreadableFileError {
    const line = this.source.slice(0, this.at).split('\n').length;
    return new UnreadableFileError({
      row: line, column: null, code: 'TEXTGRID_INVALID', found: this.source.slice(this.at, this.at + 20).trim() || 'the end of the file', expected,
      message: `Line ${line}: ${expected} was expected here, so this TextGrid is damaged or cut off. Save it again from Praat.`,
    });
  }
}
