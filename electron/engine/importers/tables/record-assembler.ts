import type { Mapping } from '#shared/model/import-mapping.ts';
import type { Parsed } from '../importer.ts';
import type { RowMapper } from './map-row.ts';
import type { TableRecord } from './records.ts';
import { duplicateProblem } from './row-problems.ts';
import { SeenIds } from './seen-ids.ts';
import type { TableRow } from './table-row.ts';

function identityOf(record: TableRecord): string | undefined {
  return 'externalId' in record ? record.externalId : undefined;
}

/** Turns mapped rows into records: joins rows that belong together and watches over identifiers that come twice. */
export class RecordAssembler {
  private open: TableRecord | null = null;
  private openKey: string | null = null;
  private readonly seen = new SeenIds();

  constructor(private readonly mapper: RowMapper, private readonly options: { file: string; duplicates: Mapping['duplicates'] }) {}

  /** Takes the next row; gives back what is finished by it. */
  *take(row: TableRow): Generator<Parsed<TableRecord>> {
    const result = this.mapper.map(row);
    if ('problems' in result) {
      for (const problem of result.problems) yield { problem };
      return;
    }
    const { record } = result;
    if (!this.mapper.isGrouped) {
      yield this.single(record, row);
      return;
    }
    const key = this.mapper.kind.groupKey?.(record) ?? null;
    if (this.open && key !== null && key === this.openKey) {
      this.mapper.kind.merge?.(this.open, record);
      return;
    }
    yield* this.close();
    if (this.mapper.kind.alwaysGroups && key !== null && this.seen.has(key)) {
      yield { problem: duplicateProblem(this.place(row), this.mapper.identityColumn, key) };
      return;
    }
    this.open = record;
    this.openKey = key;
    if (key !== null) this.seen.add(key);
  }

  /** Gives back what is still open at the end of the file. */
  *finish(): Generator<Parsed<TableRecord>> {
    yield* this.close();
  }

  private *close(): Generator<Parsed<TableRecord>> {
    if (!this.open) return;
    const record = this.open;
    this.open = null;
    this.openKey = null;
    this.mapper.kind.finish?.(record);
    yield { record };
  }

  private single(record: TableRecord, row: TableRow): Parsed<TableRecord> {
    const id = this.mapper.kind.identity === undefined ? undefined : identityOf(record);
    if (id === undefined || this.options.duplicates === 'keep-last') return { record };
    const times = this.seen.add(id);
    if (times === 1) return { record };
    if (this.options.duplicates === 'ask') return { problem: duplicateProblem(this.place(row), this.mapper.identityColumn, id) };
    return { record: { ...record, externalId: `${id} (${times})` } as TableRecord };
  }

  private place(row: TableRow): { file: string; row: number; record: Record<string, string> } {
    return { file: this.options.file, row: row.row, record: this.mapper.rawRecord(row) };
  }
}
