import type { ColumnMapping, Mapping } from '#shared/model/import-mapping.ts';
import { recordKindOf } from './index.ts';
import { rulesOf } from './map-row.ts';
import { readCell, readScaled } from './read-cell.ts';
import type { TableProfile } from './table-profile.ts';
import { isFault, type Reading } from './values/reading.ts';

/** What the examples of each column become under a mapping: the proof of a date order, a unit or a scale before anything is written. */
export function readExamples(profile: TableProfile, mapping: Mapping): Record<string, (string | null)[]> {
  const columns = new Map(mapping.columns.map((column) => [column.source, column]));
  return Object.fromEntries(profile.columns.flatMap(({ name, profile: seen }) => {
    const column = columns.get(name);
    const read = column && readerOf(column, mapping);
    return read ? [[name, seen.examples.map((example) => textOf(read(example)))]] : [];
  }));
}

function readerOf(column: ColumnMapping, mapping: Mapping): ((cell: string) => Reading) | null {
  const { target, scale } = column;
  const rules = rulesOf(column, mapping);
  if (target.to === 'field') {
    const spec = recordKindOf(mapping.kind).fields.find(({ field }) => field === target.field);
    return spec ? (cell) => readCell(cell, spec, rules) : null;
  }
  const isScaled = (target.to === 'survey_item' || target.to === 'score_item') && scale !== undefined;
  return isScaled ? (cell) => readScaled(cell, scale, rules.noAnswer) : null;
}

function textOf(reading: Reading): string | null {
  return isFault(reading) || reading === undefined ? null : String(reading);
}
