import type { ImportReport, SetAsideRow } from '#shared/model/import-report.ts';
import type { Database } from '#engine/store/database.ts';
import type { Problem } from './importer.ts';
import type { Written } from './write/upsert.ts';

/** Rows of the report itself; the rest is read page by page from the project. */
const listedInReport = 1000;

/** Counts what an import read and wrote, and keeps what it set aside. */
export class ImportTally {
  readonly #byKind: Record<string, { read: number; new: number; updated: number }> = {};
  readonly #listed: SetAsideRow[] = [];
  #setAside = 0;
  #unchangedFiles = 0;

  constructor(private readonly db: Database, private readonly importId: string, private readonly newId: () => string) {}

  count(kind: string, written: Written): void {
    const entry = (this.#byKind[kind] ??= { read: 0, new: 0, updated: 0 });
    entry.read += 1;
    if (written !== 'same') entry[written] += 1;
  }

  unchangedFile(): void {
    this.#unchangedFiles += 1;
  }

  setAside({ record, ...problem }: Problem): void {
    this.#setAside += 1;
    if (this.#listed.length < listedInReport) this.#listed.push(problem);
    this.db.run(
      'INSERT INTO set_aside (id, import_id, file, row, column_name, code, found, expected, message, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [this.newId(), this.importId, problem.file, problem.row, problem.column, problem.code, problem.found, problem.expected, problem.message,
        record ? JSON.stringify(record) : null],
    );
  }

  report(files: number, ms: number): ImportReport {
    const sum = (part: 'read' | 'new' | 'updated') => Object.values(this.#byKind).reduce((total, kind) => total + kind[part], 0);
    const linked = this.db.get<ImportReport['linked']>(
      `SELECT count(*) AS surveys, coalesce(sum(link_state = 'matched'), 0) AS matched, coalesce(sum(link_state = 'ambiguous'), 0) AS ambiguous,
        coalesce(sum(link_state IN ('unmatched','cut')), 0) AS unmatched FROM survey_response`,
    ) ?? { surveys: 0, matched: 0, ambiguous: 0, unmatched: 0 };
    return {
      importId: this.importId, files, read: sum('read'), new: sum('new'), updated: sum('updated'), unchangedFiles: this.#unchangedFiles,
      setAside: this.#listed, setAsideTotal: this.#setAside, byKind: this.#byKind, linked, ms,
    };
  }
}
