import type { JsonField, JsonFact, JsonList, JsonMapping, JsonPath, JsonTimeUnit } from '#shared/model/json-mapping.ts';
import type { JsonOutline } from './json-outline.ts';

const names = {
  text: /^(text|transcript|utterance|utterance_text|message|content|body|words|sentence|said|display_?text|caption|line|payload)$/i,
  speaker: /^(by|speaker|speaker_?(name|label|id|tag)|participant|participant_?(role|id|name)|role|author|from|who|channel|user|name|sender|party|agent_or_customer)$/i,
  start: /^(start|begin|offset|from|start_?(time|ms|s|sec|seconds|offset|at)|begin_?(time|ms)|time|timestamp|time_?stamp|ts?|at|created_?at|sent_?at|date)$/i,
  end: /^(end|to|stop|end_?(time|ms|s|sec|seconds|offset|at)|stop_?time)$/i,
} as const;

const facts: readonly (readonly [JsonFact, RegExp])[] = [
  ['externalId', /^((call|conversation|interaction|session|contact|chat|ticket|recording)_?(id|number|ref)|case_?(id|number)|ref|reference|id|uuid|sid)$/i],
  ['startedAt', /^(started_?at|start_?(time|date)|date|created(_?at)?|begin_?(time|date)|call_?date|timestamp)$/i],
  ['channel', /^(channel|media_?type|medium)$/i],
  ['agentId', /^(agent|agent_?id|advisor_?id|user_?id)$/i], ['agentName', /^(agent_?name|advisor)$/i],
  ['customerId', /^(customer|customer_?id|client_?id|account(_?(id|number))?|caller_?id)$/i], ['customerName', /^(customer_?name|caller_?name)$/i],
  ['language', /^(language|lang|locale|language_?code)$/i], ['reason', /^(reason|topic|subject|category|intent)$/i],
];

const last = (path: JsonPath): string => path.at(-1) ?? '';

function bestField(list: JsonList, name: RegExp): JsonField | undefined {
  return list.fields.find(({ path }) => path.length === 1 && name.test(last(path))) ?? list.fields.find(({ path }) => name.test(last(path)));
}

/** Where the words are: by its name, else the longest texts. */
function textField(list: JsonList): JsonField | undefined {
  const long = list.fields.filter(({ isNumber }) => !isNumber).map((field) => ({ field, length: field.examples.reduce((sum, text) => sum + text.length, 0) / Math.max(1, field.examples.length) }));
  const named = bestField({ ...list, fields: long.map(({ field }) => field) }, names.text);
  return named ?? long.filter(({ length }) => length >= 12).toSorted((a, b) => b.length - a.length)[0]?.field;
}

/** Lists that look most like turns come first: words and speakers in them, many elements. */
export function rankedLists(lists: readonly JsonList[]): JsonList[] {
  const score = (list: JsonList): number =>
    (textField(list) === undefined ? 0 : 4) + (bestField(list, names.speaker) === undefined ? 0 : 2) + (bestField(list, names.start) === undefined ? 0 : 1) + Math.min(1, list.count / 1000);
  return lists.toSorted((a, b) => score(b) - score(a));
}

function unitOf(field: JsonField | undefined): JsonTimeUnit {
  const examples = field?.examples ?? [];
  if (examples.some((text) => /^\d{4}-\d{2}-\d{2}/.test(text))) return 'moment';
  if (examples.some((text) => text.includes(':'))) return 'clock';
  const numbers = examples.map(Number).filter((number) => Number.isFinite(number));
  if (/ms$|milli/i.test(last(field?.path ?? [])) || (numbers.length > 1 && numbers.every(Number.isInteger) && Math.max(...numbers) >= 1_000)) return 'ms';
  return 's';
}

/**
 * A mapping to begin with, from names and values; a person looks at what it reads before anything is imported.
 * @returns null when no list holds words
 */
export function suggestJsonMapping(outline: JsonOutline): JsonMapping | null {
  const [list] = rankedLists(outline.lists);
  const text = list && textField(list);
  if (!list || !text) return null;
  return jsonMappingFor(outline, { list, text: text.path });
}

/** The mapping for turns in this list. */
export function jsonMappingFor(outline: JsonOutline, { list, text }: { list: JsonList; text: JsonPath }): JsonMapping {
  const start = bestField(list, names.start);
  const outer = outerList(outline.lists, list.path);
  const around = outer === null ? outline.values : (outline.lists.find((one) => one.path.join() === outer.join())?.fields ?? []);
  const used = new Set<JsonFact>();
  return {
    version: 1, form: 'json', fingerprint: outline.fingerprint, interactions: outer, turns: list.path.slice(outer?.length ?? 0), text,
    speaker: bestField(list, names.speaker)?.path ?? null, start: start?.path ?? null, end: bestField(list, names.end)?.path ?? null, unit: unitOf(start), roles: {},
    facts: around.flatMap(({ path }) => {
      const fact = facts.find(([name, pattern]) => !used.has(name) && pattern.test(last(path)))?.[0];
      if (fact === undefined) return [];
      used.add(fact);
      return [{ fact, path }];
    }),
    kept: [],
  };
}

/** The nearest list that holds this one: its elements are the interactions. */
function outerList(lists: readonly JsonList[], path: JsonPath): JsonPath | null {
  const holding = lists.filter((one) => one.path.length < path.length && one.path.every((name, at) => name === path[at]));
  return holding.toSorted((a, b) => b.path.length - a.path.length)[0]?.path ?? null;
}
