import type { Mapping } from '#shared/model/import-mapping.ts';
import type { JsonMapping } from '#shared/model/json-mapping.ts';
import type { ImportReport } from '#shared/model/import-report.ts';
import type { JobHandle } from '#engine/jobs.ts';
import type { Database } from '#engine/store/database.ts';
import { keptByJoined } from '#engine/store/queries/identities.ts';
import { importKnowledge, knownFiles } from '#engine/store/queries/import-knowledge.ts';
import { ImportTally } from './import-tally.ts';
import type { ParsedInteraction, Problem, SourceFile } from './importer.ts';
import type { LookedAt, ReadInteraction, SourceReader } from './reading/looked-at.ts';
import { patternsFrom } from './recording-names.ts';
import { RecordingWriter } from './write/recordings.ts';
import { orderOfKinds, TableWriter } from './write/tables.ts';
import { References } from './write/references.ts';
import { writeInSlices } from './write/slices.ts';
import { SurveyWriter } from './write/survey.ts';
import { TurnIndex } from './write/turn-index.ts';
import { writeTranscript } from './write/transcript.ts';
import type { WriteContext } from './write/upsert.ts';

export type ImportRunOptions = {
  db: Database; importId: string; newId: () => string; job: JobHandle; mappings: ReadonlyMap<string, Mapping>; jsonMappings: ReadonlyMap<string, JsonMapping>; sources: readonly SourceFile[]; reader: SourceReader; fileNamePattern: string | null;
};

type Waiting = { interaction: ReadInteraction; format: string; file: string };
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
  /** By external id: the file of this import that brought its turns, and what they say, as a digest. */
  readonly #toldBy = new Map<string, { file: string; words: string }>();

  constructor(private readonly options: ImportRunOptions) {
    let change = 0;
    this.#context = { db: options.db, importId: options.importId, newId: options.newId, nextChange: () => change++, turnIndex: new TurnIndex(options.db), joinedCustomers: keptByJoined(options.db) };
    this.#references = new References(this.#context);
    this.#tally = new ImportTally(options.db, options.importId, options.newId);
    this.#surveys = new SurveyWriter(this.#context, this.#references);
  }

  report(about: { files: number; ms: number }): ImportReport {
    return this.#tally.report(about.files, about.ms);
  }

  /** Looks at every file; writes the transcripts as they are read and puts tables and recordings aside for later. */
  async readTranscripts(): Promise<void> {
    const { db, job, mappings, jsonMappings, sources, reader, importId } = this.options;
    const pieces = reader.look({ sources, mappings, jsonMappings, knowledge: importKnowledge(db, jsonMappings.values()), known: knownFiles(db, importId) });
    for await (const looked of pieces) {
      const first = sources[looked[0]?.at ?? 0];
      job.report({ phase: 'reading', done: looked[0]?.at ?? 0, total: sources.length, item: first?.name ?? null });
      await this.#write(db.transaction(() => looked.flatMap((found) => this.#take(sources[found.at], found))));
    }
  }

  /** Notes what a file turned out to be. @returns what is to be written of it now */
  #take(source: SourceFile | undefined, found: LookedAt): Waiting[] {
    if (source === undefined) return [];
    const { contentHash } = found;
    switch (found.kind) {
      case 'unchanged':
        this.#file(source, { contentHash, importer: null, status: 'unchanged', read: 0 });
        this.#tally.unchangedFile();
        return [];
      case 'table': this.#tables.push({ source, contentHash, mapping: found.mapping }); return [];
      case 'recording': this.#recordings.push({ source, contentHash }); return [];
      case 'refused': this.#refuse(source, contentHash, found.problem); return [];
      case 'transcript': {
        const { importer, interactions, problems } = found;
        for (const problem of problems) this.#tally.setAside(problem);
        this.#file(source, { contentHash, importer, status: interactions.length > 0 ? 'imported' : 'set-aside', read: interactions.length });
        return interactions.map((interaction) => ({ interaction, format: importer, file: source.name }));
      }
    }
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

  async #write(waiting: readonly Waiting[]): Promise<void> {
    await writeInSlices(this.#context, this.options.job, {
      items: waiting,
      write: ({ interaction, file, format }) => {
        if (!this.#isToldTwice(interaction, file)) this.#writeOne(interaction.parsed, format);
      },
    });
  }

  #writeOne(parsed: ParsedInteraction, format: string): void {
    const { written } = writeTranscript(this.#context, this.#references, { parsed, format });
    this.#tally.count('interactions', written);
    if (parsed.survey) this.#tally.count('surveys', this.#surveys.write(surveyOf(parsed, parsed.survey)));
  }

  /** Two files of one import that tell different words under one id: the second is set aside, not written over the first. */
  #isToldTwice({ parsed: { externalId, turns }, words }: ReadInteraction, file: string): boolean {
    if (turns.length === 0) return false;
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
      const outcome = await writer.read(table.source, this.options.reader.table({ sources: [table.source], mapping: table.mapping }), { mapping: table.mapping, job });
      this.#file(table.source, { contentHash: table.contentHash, importer: outcome.importer, status: outcome.read > 0 ? 'imported' : 'set-aside', read: outcome.read });
    }
  }

  /** Joins recordings to interactions by their names; the sound stays where it is. */
  async readRecordings(): Promise<void> {
    const { job } = this.options;
    const writer = new RecordingWriter(this.#context, this.#references, { tally: this.#tally, patterns: patternsFrom(this.options.fileNamePattern) });
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
