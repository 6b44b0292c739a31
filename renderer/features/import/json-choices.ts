import type { TFunction } from 'i18next';
import type { SelectOption } from '#renderer/ui/select.tsx';
import type { JsonFact, JsonField, JsonList, JsonMapping, JsonPath, JsonPreview } from '#shared/model/json-mapping.ts';

/** A path as the value of a choice. */
export const pathValue = (path: JsonPath | null): string => JSON.stringify(path);

/** A path in words: names from the outer to the inner. */
export const pathText = (path: JsonPath): string => path.join(' › ');

/** Values to choose from, each with an example; `none` first where nothing is an answer. */
export function fieldOptions(fields: readonly JsonField[], none: string | null): SelectOption<string>[] {
  const options = fields.map(({ path, examples }) => ({ value: pathValue(path), label: pathText(path), hint: examples[0]?.slice(0, 40) }));
  return none === null ? options : [{ value: pathValue(null), label: none }, ...options];
}

export function listOptions(t: TFunction, lists: readonly JsonList[]): SelectOption<string>[] {
  return lists.map(({ path, count }) => ({ value: pathValue(path), label: path.length === 0 ? t('import:json.wholeFile') : pathText(path), hint: t('import:json.elements', { count }) }));
}

const samePath = (a: JsonPath, b: JsonPath): boolean => pathValue(a) === pathValue(b);
const begins = (path: JsonPath, start: JsonPath): boolean => samePath(path.slice(0, start.length), start);

/** The list that the mapping takes its turns from. */
export function turnList(json: JsonPreview, mapping: JsonMapping): JsonList | null {
  const whole = [...(mapping.interactions ?? []), ...mapping.turns];
  return json.lists.find(({ path }) => samePath(path, whole)) ?? null;
}

/** Values known of the whole interaction: those around its turns. */
export function factFields(json: JsonPreview, mapping: JsonMapping): readonly JsonField[] {
  const { interactions } = mapping;
  return interactions === null ? json.values : (json.lists.find(({ path }) => samePath(path, interactions))?.fields ?? []);
}

/** The lists whose elements could be interactions: those that hold the list of turns. */
export function interactionLists(json: JsonPreview, mapping: JsonMapping): JsonList[] {
  const whole = [...(mapping.interactions ?? []), ...mapping.turns];
  return json.lists.filter(({ path }) => path.length < whole.length && begins(whole, path));
}

/** The mapping with turns from another list; what that list does not have is chosen anew. */
export function withTurns(json: JsonPreview, mapping: JsonMapping, list: JsonList): JsonMapping {
  const has = (path: JsonPath | null): boolean => path !== null && list.fields.some((field) => samePath(field.path, path));
  const outer = json.lists.filter(({ path }) => path.length < list.path.length && begins(list.path, path)).toSorted((a, b) => b.path.length - a.path.length)[0]?.path ?? null;
  const keep = (path: JsonPath | null): JsonPath | null => (has(path) ? path : null);
  const longest = list.fields.filter(({ isNumber }) => !isNumber).toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  return {
    ...mapping, interactions: outer, turns: list.path.slice(outer?.length ?? 0), facts: [], kept: [],
    text: has(mapping.text) ? mapping.text : (longest?.path ?? []), speaker: keep(mapping.speaker), start: keep(mapping.start), end: keep(mapping.end),
  };
}

const lengthOf = ({ examples }: JsonField): number => examples.reduce((sum, text) => sum + text.length, 0);

/** The mapping with one fact from another place, or from none. */
export function withFact(mapping: JsonMapping, fact: JsonFact, path: JsonPath | null): JsonMapping {
  const others = mapping.facts.filter((entry) => entry.fact !== fact);
  return { ...mapping, facts: path === null ? others : [...others, { fact, path }] };
}
