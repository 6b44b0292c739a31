import { createHash } from 'node:crypto';
import type { Mapping } from '#shared/model/import-mapping.ts';
import type { ImportReport } from '#shared/model/import-report.ts';
import type { JobHandle } from '#engine/jobs.ts';
import type { Database } from '#engine/store/database.ts';
import { ImportTally } from './import-tally.ts';
import { UnreadableFileError, type FileHead, type ParsedInteraction, type Problem, type SourceFile, type TranscriptImporter } from './importer.ts';
import { kindOfSource } from './kind-of-source.ts';
import { RecordingWriter } from './write/recordings.ts';
import { takeInHand, type InHand } from './source-in-hand.ts';
import { orderOfKinds, TableWriter } from './write/tables.ts';
import { References } from './write/references.ts';
import { SurveyWriter } from './write/survey.ts';
import { writeTranscript } from './write/transcript.ts';
import type { WriteContext } from './write/upsert.ts';

export type ImportRunOptions = { db: Database; importId: string; newId: () => string; job: JobHandle; mappings: ReadonlyMap<string, Mapping> };

/** Turns in one transaction: some 50 ms of work, so that calls and cancels are heard in between. */
const turnsPerTransaction = 4000;
/** Small files wait for the disk more than for the processor: the next ones are fetched while one is read. */
const filesAhead = 8;

type Waiting = { parsed: ParsedInteraction; format: string; file: string };
type WaitingTable = { source: SourceFile; contentHash: string; mapping: Mapping };
type WaitingRecording = { source: SourceFile; contentHash: string };

/** One import: every file is looked at once; transcripts first, then tables in the order in which they need each other, then recordings. */
export class ImportRun {
  readonly #context: WriteContext;
  readonly #references: References;
  readonly #tally: ImportTally;
  readonly #surveys: SurveyWriter;
  readonly #tables: WaitingTable[] = [];
  readonly #recordings: WaitingRecording[] = [];
  #batch: Waiting[] = [];
  /** By external id: the file of this import that brought its turns, and what they say, as a digest. */
  readonly #toldBy = new Map<string, { file: string; words: string }>();
  #batchTurns = 0;

  constructor(private readonly options: ImportRunOptions) {
    let change = 0;
    this.#context = { db: options.db, importId: options.importId, newId: options.newId, nextChange: () => change++ };
    this.#references = new References(this.#context);
    this.#tally = new ImportTally(options.db, options.importId, options.newId);
    this.#surveys = new SurveyWriter(this.#context, this.#references);
  }

  report(about: { files: number; ms: number }): ImportReport {
    return this.#tally.report(about.files, about.ms);
  }

  /** Looks at every file; reads the transcripts and puts tables and recordings aside for later. */
  async readTranscripts(sources: readonly SourceFile[]): Promise<void> {
    const { job } = this.options;
    const ahead: Promise<InHand>[] = [];
    try {
      for (const [done, source] of sources.entries()) {
        job.report({ phase: 'reading', done, total: sources.length, item: source.name });
        await job.breathe();
        while (ahead.length < filesAhead && done + ahead.length < sources.length) {
          ahead.push(takeInHand(sources[done + ahead.length] ?? source, job.signal));
        }
        await this.#look(await (ahead.shift() ?? takeInHand(source, job.signal)));
      }
    } finally {
      // What was read ahead and is not wanted any more must not fail unheard.
      await Promise.allSettled(ahead);
    }
    this.#flush();
  }

  async #look({ source, contentHash }: InHand): Promise<void> {
    const { job, mappings } = this.options;
    if (this.#isKnown(contentHash)) {
      this.#file(source, { contentHash, importer: null, status: 'unchanged', read: 0 });
      this.#tally.unchangedFile();
      return;
    }
    const kind = await kindOfSource(source, { mapping: mappings.get(source.name), db: this.options.db, signal: job.signal });
    switch (kind.kind) {
      case 'transcript': return this.#readTranscript(source, { contentHash, importer: kind.importer, head: kind.head });
      case 'table': this.#tables.push({ source, contentHash, mapping: kind.mapping }); return;
      case 'recording': this.#recordings.push({ source, contentHash }); return;
      case 'unknown': return this.#refuse(source, contentHash, kind.problem);
    }
  }

  /** The same bytes went in before, and that import still stands. */
  #isKnown(contentHash: string): boolean {
    return this.options.db.get(
      `SELECT 1 AS found FROM source_file f JOIN import_batch b ON b.id = f.import_id
       WHERE f.content_hash = ? AND f.status = 'imported' AND (b.status = 'ready' OR b.id = ?)`, [contentHash, this.options.importId],
    ) !== undefined;
  }

  async #readTranscript(source: SourceFile, how: { contentHash: string; importer: TranscriptImporter; head: FileHead }): Promise<void> {
    const parsed: ParsedInteraction[] = [];
    const problems: Problem[] = [];
    try {
      for await (const item of how.importer.read(source, this.options.job.signal)) {
        if ('record' in item) parsed.push(item.record);
        else problems.push(item.problem);
        await this.options.job.breathe();
      }
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      this.#refuse(source, how.contentHash, { file: source.name, ...error.problem });
      return;
    }
    for (const problem of problems) this.#tally.setAside(problem);
    this.#file(source, { contentHash: how.contentHash, importer: how.importer.id, status: parsed.length > 0 ? 'imported' : 'set-aside', read: parsed.length });
    for (const interaction of parsed) {
      this.#batch.push({ parsed: interaction, format: how.importer.id, file: source.name });
      this.#batchTurns += interaction.turns.length + 1;
    }
    if (this.#batchTurns >= turnsPerTransaction) this.#flush();
  }

  #refuse(source: SourceFile, contentHash: string, problem: Problem): void {
    this.#file(source, { contentHash, importer: null, status: 'set-aside', read: 0 });
    this.#tally.setAside(problem);
  }

  #file(source: SourceFile, about: { contentHash: string; importer: string | null; status: string; read: number }): void {
    this.options.db.run(
      'INSERT INTO source_file (id, import_id, name, size, content_hash, importer, status, read_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      [this.options.newId(), this.options.importId, source.name, source.size, about.contentHash, about.importer, about.status, about.read],
    );
  }

  #flush(): void {
    const batch = this.#batch;
    this.#batch = [];
    this.#batchTurns = 0;
    this.options.db.transaction(() => {
      for (const { parsed, format, file } of batch) {
        if (this.#isToldTwice(parsed, file)) continue;
        const { written } = writeTranscript(this.#context, this.#references, { parsed, format });
        this.#tally.count('interactions', written);
        if (parsed.survey) this.#tally.count('surveys', this.#surveys.write(surveyOf(parsed, parsed.survey)));
      }
    });
  }

  /** Two files of one import that tell different words under one id: the second is set aside, not written over the first. */
  #isToldTwice({ externalId, turns }: ParsedInteraction, file: string): boolean {
    if (turns.length === 0) return false;
    const words = createHash('sha256').update(turns.map((turn) => turn.text).join('\n')).digest('base64');
    const first = this.#toldBy.get(externalId);
    if (first === undefined) this.#toldBy.set(externalId, { file, words });
    if (first === undefined || first.words === words) return false;
    this.#tally.setAside({
      file, row: null, column: null, code: 'SAME_ID_TWICE', found: externalId, expected: 'one transcript for each interaction',
      message: `"${externalId}" was already read from ${first.file}, with other words. Rename one of the two files, so that each interaction has a name of its own.`,
    });
    return true;
  }

  /** Reads the tables that were found, those first on which others depend. */
  async readTables(): Promise<void> {
    const { job } = this.options;
    const writer = new TableWriter(this.#context, { references: this.#references, surveys: this.#surveys, tally: this.#tally });
    const ordered = [...this.#tables].sort((a, b) => orderOfKinds.indexOf(a.mapping.kind) - orderOfKinds.indexOf(b.mapping.kind));
    for (const [done, table] of ordered.entries()) {
      job.report({ phase: 'writing', done, total: ordered.length, item: table.source.name });
      const outcome = await writer.read(table.source, table.mapping, job);
      this.#file(table.source, { contentHash: table.contentHash, importer: outcome.importer, status: outcome.read > 0 ? 'imported' : 'set-aside', read: outcome.read });
    }
  }

  /** Joins recordings to interactions by their names; the sound stays where it is. */
  async readRecordings(): Promise<void> {
    const { job } = this.options;
    const writer = new RecordingWriter(this.#context, this.#references, this.#tally);
    for (const [done, { source, contentHash }] of this.#recordings.entries()) {
      job.report({ phase: 'measuring', done, total: this.#recordings.length, item: source.name });
      await job.breathe();
      const status = await writer.write(source, contentHash);
      this.#file(source, { contentHash, importer: 'recording', status, read: status === 'imported' ? 1 : 0 });
    }
  }
}

function surveyOf(parsed: ParsedInteraction, survey: NonNullable<ParsedInteraction['survey']>) {
  return {
    externalId: survey.externalId, interactionExternalId: parsed.externalId, customerExternalId: parsed.customer?.externalId ?? null,
    sentAt: null, answeredAt: parsed.startedAt ?? null, comment: null,
    answers: survey.answers.map((answer) => ({
      key: answer.item, kind: 'rating' as const, label: answer.item, value: answer.value, text: null,
      scaleMin: answer.scaleMin, scaleMax: answer.scaleMax, direction: 'up' as const,
    })),
  };
}
