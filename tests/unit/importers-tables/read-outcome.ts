import type { Problem } from '#engine/importers/importer.ts';
import { readRecords, type ReadOptions } from '#engine/importers/tables/read-records.ts';
import type { TableRecord } from '#engine/importers/tables/records.ts';
import { collect, sourceOf } from './source.ts';

export type Outcome = { records: TableRecord[]; problems: Problem[] };

/** Reads a table given as text; its records and problems apart. */
export async function read(content: string, options: ReadOptions = {}): Promise<Outcome> {
  const all = await collect(readRecords(sourceOf('t.csv', content), options));
  return {
    records: all.flatMap((item) => ('record' in item ? [item.record] : [])),
    problems: all.flatMap((item) => ('problem' in item ? [item.problem] : [])),
  };
}

/** A record without its kind and row. */
export const without = (record: TableRecord | undefined): unknown => {
  const { kind: _kind, row: _row, ...rest } = record ?? { kind: 'none', row: 0 };
  return rest;
};
