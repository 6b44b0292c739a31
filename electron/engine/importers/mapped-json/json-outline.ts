import { createHash } from 'node:crypto';
import type { JsonField, JsonList, JsonPath } from '#shared/model/json-mapping.ts';
import { recordOf } from '../json/shape.ts';

const looked = { depth: 8, elements: 200, lists: 30, fields: 100, examples: 4, exampleLength: 120 } as const;

/** What stands in a document: its lists of objects with the values in them, and the values outside lists. */
export type JsonOutline = { lists: JsonList[]; values: JsonField[]; fingerprint: string };

type Collected = { lists: Map<string, { path: JsonPath; count: number; fields: Map<string, JsonField> }>; values: Map<string, JsonField> };

/** Goes through a document and notes every list of objects by the names that lead to it; of long lists only the first elements are looked at. */
export function outlineOf(document: unknown): JsonOutline {
  const found: Collected = { lists: new Map(), values: new Map() };
  walk(document, { path: [], depth: 0, fields: found.values, found });
  const lists = [...found.lists.values()].slice(0, looked.lists).map(({ path, count, fields }) => ({ path, count, fields: [...fields.values()] }));
  const values = [...found.values.values()];
  return { lists, values, fingerprint: fingerprintOf(lists, values) };
}

type Place = { path: JsonPath; depth: number; fields: Map<string, JsonField>; found: Collected; base?: number };

function walk(value: unknown, place: Place): void {
  const { path, depth, found } = place;
  if (depth > looked.depth) return;
  if (Array.isArray(value)) return walkList(value, place);
  const record = recordOf(value);
  if (record === undefined) {
    note(value, place);
    return;
  }
  for (const [name, inner] of Object.entries(record)) walk(inner, { ...place, path: [...path, name], depth: depth + 1, found });
}

function walkList(list: readonly unknown[], { path, depth, found }: Place): void {
  const records = list.filter((element) => recordOf(element) !== undefined);
  if (records.length === 0) return;
  const key = JSON.stringify(path);
  const known = found.lists.get(key) ?? { path, count: 0, fields: new Map<string, JsonField>() };
  known.count += records.length;
  found.lists.set(key, known);
  for (const record of records.slice(0, looked.elements)) {
    for (const [name, inner] of Object.entries(record as object)) {
      walk(inner, { path: [...path, name], depth: depth + 1, fields: known.fields, found, base: path.length });
    }
  }
}

function note(value: unknown, { path, fields, base = 0 }: Place): void {
  if (value === null || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')) return;
  const own = path.slice(base);
  const key = JSON.stringify(own);
  if (!fields.has(key) && fields.size >= looked.fields) return;
  const field = fields.get(key) ?? { path: own, examples: [], isNumber: true };
  const example = String(value).slice(0, looked.exampleLength);
  if (field.examples.length < looked.examples && !field.examples.includes(example)) field.examples.push(example);
  field.isNumber &&= typeof value === 'number';
  fields.set(key, field);
}

/** The same names in the same places give the same mark, whatever the values and however long the lists. */
function fingerprintOf(lists: readonly JsonList[], values: readonly JsonField[]): string {
  const names = [...values.map(({ path }) => path.join('\u001f')), ...lists.flatMap(({ path, fields }) => fields.map((field) => [...path, '', ...field.path].join('\u001f')))];
  return `json:${createHash('sha256').update(names.toSorted().join('\n')).digest('hex').slice(0, 32)}`;
}
