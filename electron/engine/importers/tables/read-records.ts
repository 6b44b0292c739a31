import type { Mapping, TableKind, TablePreview } from '#shared/model/import-mapping.ts';
import { UnreadableFileError, type Parsed, type SourceFile } from '../importer.ts';
import { suggestMapping, type MappingSuggestion } from '../mapping.ts';
import { recordKinds } from './index.ts';
import { createRowMapper, type RowMapper } from './map-row.ts';
import { createPacer } from './pacing.ts';
import { openTable, type OpenedTable, type TableOptions } from './read-table.ts';
import { RecordAssembler } from './record-assembler.ts';
import type { TableRecord } from './records.ts';
import { belowTableProblem } from './row-problems.ts';
import { profileTable, type TableProfile } from './table-profile.ts';
import { readExamples } from './read-examples.ts';
import { cellText, type TableRow } from './table-row.ts';
import { startsLikeNote, TailGuard } from './tail-guard.ts';

export type ReadOptions = {
  /** Stated by a person or a recipe; found from the content when absent. */
  mapping?: Mapping | undefined;
  kindHint?: TableKind | undefined;
  /** IANA zone for times without an offset, when no mapping says it; UTC when absent. */
  timeZone?: string | undefined;
  signal?: AbortSignal | undefined;
};

/** Below this a person has to say what a table is. */
const SURE_ENOUGH = 0.6;

function emptyTable(): UnreadableFileError {
  return new UnreadableFileError({
    row: null, column: null, code: 'EMPTY_TABLE', found: 'no rows below the header', expected: 'a header row and rows below it',
    message: 'This table has no rows below its header. Export it again with data.',
  });
}

function unknownKind(profile: TableProfile): UnreadableFileError {
  const names = profile.columns.slice(0, 12).map((column) => column.name);
  const more = profile.columns.length > names.length ? ` and ${profile.columns.length - names.length} more` : '';
  return new UnreadableFileError({
    row: profile.header.row || null, column: null, code: 'TABLE_KIND_UNKNOWN', found: names.join(', '), expected: 'column names that say what the rows are',
    message: `It is not clear what the rows of this table are. Its columns are ${names.join(', ')}${more}. Say what they are and where each column goes.`,
  });
}

function tableOptions(mapping: Mapping | undefined, signal: AbortSignal | undefined): TableOptions {
  return { sheet: mapping?.sheet, encoding: mapping?.encoding, delimiter: mapping?.delimiter, signal };
}

async function openProfile(source: SourceFile, options: TableOptions): Promise<TableProfile> {
  const profile = await profileTable(await openTable(source, options), { signal: options.signal });
  if (profile.rows === 0 || (profile.header.form === 'none' && profile.rows === 1)) throw emptyTable();
  return profile;
}

async function decideMapping(profile: TableProfile, options: ReadOptions): Promise<Mapping> {
  if (options.mapping) return options.mapping;
  const found = await suggestMapping(profile, { kind: options.kindHint, timeZone: options.timeZone, signal: options.signal });
  if (!found.mapping || found.confidence < SURE_ENOUGH) throw unknownKind(profile);
  return found.mapping;
}

function asNotes(rows: readonly TableRow[], mapper: RowMapper, file: string): Parsed<TableRecord>[] {
  return rows.map((row) => {
    const text = row.cells.map(cellText).filter((cell) => cell.trim() !== '').join(' ');
    return { problem: belowTableProblem({ file, row: row.row, record: mapper.rawRecord(row) }, text) };
  });
}

/** Sparse rows at the end are notes if half of them cannot be read as records; else they are what they say. */
function* readTail(rows: readonly TableRow[], mapper: RowMapper, context: { assembler: RecordAssembler; file: string }): Generator<Parsed<TableRecord>> {
  if (rows.length === 0) return;
  const unreadable = rows.filter((row) => startsLikeNote(row) || 'problems' in mapper.map(row));
  if (unreadable.length * 2 >= rows.length) yield* asNotes(rows, mapper, context.file);
  else for (const row of rows) yield* context.assembler.take(row);
}

/**
 * Reads a table as typed records and problems, in file order and with bounded memory. Nothing is written: a dry run is this
 * generator, counted. Rows that cannot be read for sure come as problems with the row itself; one row may have several.
 * @throws UnreadableFileError when the table cannot be read, is empty, or what it is cannot be told; the signal's reason
 */
export async function* readRecords(source: SourceFile, options: ReadOptions = {}): AsyncGenerator<Parsed<TableRecord>> {
  const profile = await openProfile(source, tableOptions(options.mapping, options.signal));
  const mapping = await decideMapping(profile, options);
  const mapper = createRowMapper(mapping, profile.header, source.name);
  const assembler = new RecordAssembler(mapper, { file: source.name, duplicates: mapping.duplicates });
  const guard = new TailGuard(profile.header.columns.length);
  const breathe = createPacer(options.signal);
  let seen = 0;
  for await (const batch of profile.table.batches()) {
    for (const row of batch) {
      if (row.row < profile.header.firstDataRow) continue;
      for (const sure of guard.next(row)) yield* assembler.take(sure);
      seen += 1;
      if (seen % 100 === 0) await breathe();
    }
  }
  yield* readTail(guard.rest(), mapper, { assembler, file: source.name });
  yield* assembler.finish();
}

function warningsOf(table: OpenedTable, profile: TableProfile): string[] {
  const warnings = [...table.warnings];
  if (profile.header.form === 'none') warnings.push('No row of column names was found, so the columns are called by their numbers.');
  if (table.sheets.length > 1) warnings.push(`This workbook has ${table.sheets.length} sheets; only "${table.sheet ?? ''}" is read. Import it again for another one.`);
  return warnings;
}

function previewOf(table: OpenedTable, profile: TableProfile, suggestion: MappingSuggestion): Omit<TablePreview, 'reads'> {
  return {
    format: table.format, encoding: table.encoding, delimiter: table.delimiter, sheet: table.sheet, sheets: [...table.sheets],
    header: { form: profile.header.form, row: profile.header.row, firstDataRow: profile.header.firstDataRow },
    headerFingerprint: profile.header.fingerprint, rows: profile.rows, isWhole: profile.isWhole,
    kind: suggestion.kind, kindConfidence: suggestion.confidence, columns: suggestion.columns, questions: suggestion.questions, missingRequired: suggestion.missingRequired,
    sample: profile.sample.slice(0, 20).map((row) => profile.columns.map((column) => cellText(row.cells[column.position]).slice(0, 200))),
    warnings: warningsOf(table, profile),
    targets: recordKinds.map((kind) => ({ kind: kind.kind, fields: kind.fields.map((spec) => ({ field: spec.field, label: spec.label, isRequired: spec.isRequired === true })) })),
  };
}

/** What a person may state before looking: how to open the file, what its rows are. */
export type PreviewOptions = TableOptions & { kind?: TableKind | undefined; timeZone?: string | undefined; /** The mapping that the person is looking at, if not the suggested one. */ shown?: Mapping | undefined };

/**
 * What a table is and how it would be read, for the import wizard; and the mapping under which it can be imported (once the
 * missing required fields are mapped), null when a person has to say first what the rows are.
 * @throws UnreadableFileError, or the signal's reason
 */
export async function previewTable(source: SourceFile, options: PreviewOptions = {}): Promise<{ table: TablePreview; mapping: Mapping | null }> {
  const profile = await openProfile(source, options);
  const stated = { sheet: options.sheet ?? null, encoding: options.encoding ?? null, delimiter: options.delimiter ?? null };
  const suggestion = await suggestMapping(profile, { kind: options.kind, timeZone: options.timeZone, stated, signal: options.signal });
  const isSure = suggestion.confidence >= SURE_ENOUGH || suggestion.missingRequired.length > 0;
  const shown = options.shown ?? suggestion.mapping;
  return { table: { ...previewOf(profile.table, profile, suggestion), reads: shown === null ? {} : readExamples(profile, shown) }, mapping: isSure ? suggestion.mapping : null };
}
