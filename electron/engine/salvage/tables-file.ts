import { strToU8, Zip, ZipDeflate } from 'fflate';
import { csvText } from '#engine/briefing/csv-text.ts';
import type { ExportSink } from '#engine/files.ts';
import type { Database, SqlValue } from '#engine/store/database.ts';
import type { JournalEntry } from '#engine/store/salvage/log-again.ts';
import type { ReadResult } from '#engine/store/salvage/read-tables.ts';

const rowsAtOnce = 500;
/** A file of the same rows is the same, whenever it was written. */
const noTime = '1980-01-02T00:00:00';

/** A ZIP that is handed to the host while it is written, so that it need not fit into memory. */
export class TablesFile {
  readonly #zip: Zip;
  readonly #ready: Uint8Array[] = [];
  #failure: Error | null = null;

  constructor(private readonly sink: ExportSink) {
    this.#zip = new Zip((error, bytes) => {
      if (error !== null) this.#failure = error;
      else this.#ready.push(bytes);
    });
  }

  /** Adds a file in pieces. */
  async add(name: string, texts: Iterable<string>, breathe: () => Promise<void>): Promise<void> {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = noTime;
    this.#zip.add(file);
    for (const text of texts) {
      file.push(strToU8(text));
      await this.#hand();
      await breathe();
    }
    file.push(new Uint8Array(0), true);
    await this.#hand();
  }

  async end(): Promise<{ exportId: string; size: number }> {
    this.#zip.end();
    await this.#hand();
    return this.sink.finish();
  }

  async #hand(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    for (const bytes of this.#ready.splice(0)) await this.sink.write(bytes);
  }
}

/** Each table with rows as CSV, as it was read, and what nobody can say the table of. */
export async function addTables(file: TablesFile, db: Database, at: { read: ReadResult; breathe: () => Promise<void> }): Promise<void> {
  for (const { name, rows } of at.read.tables) if (rows > 0) await file.add(`tables/${name}.csv`, tableTexts(db, name), at.breathe);
  if (at.read.stray.length > 0) await file.add('tables/rows of unknown tables.csv', strayTexts(at.read.stray), at.breathe);
}

function* tableTexts(db: Database, table: string): Generator<string> {
  const columns = db.all<{ name: string }>(`PRAGMA table_info("${table}")`).map(({ name }) => name);
  yield csvText([columns]);
  let rows: CsvValue[][] = [];
  for (const row of db.iterate<Record<string, SqlValue>>(`SELECT * FROM "${table}"`)) {
    rows.push(columns.map((column) => asCsv(row[column] ?? null)));
    if (rows.length < rowsAtOnce) continue;
    yield continued(rows);
    rows = [];
  }
  if (rows.length > 0) yield continued(rows);
}

function* strayTexts(stray: ReadResult['stray']): Generator<string> {
  yield csvText([['page of the file', 'row', 'values']]);
  for (const { page, rows } of stray) yield continued(rows.map(({ rowid, values }) => [page, rowid === -1 ? null : rowid, ...values.map(asCsv)]));
}

type CsvValue = string | number | null;

function asCsv(value: SqlValue): CsvValue {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

/** Further rows of a file whose mark stands at its head. */
function continued(rows: readonly (readonly CsvValue[])[]): string {
  return csvText(rows).slice(1);
}

/** The changes of the journal, one JSON object a line, each with whether it stands in the new project. */
export function* journalTexts(entries: readonly JournalEntry[]): Generator<string> {
  for (const { entry, isDone } of entries) yield `${JSON.stringify({ ...entry, madeAgain: isDone })}\n`;
}
