import { describe, expect, test } from 'vitest';
import { UnreadableFileError, type ParsedInteraction } from '#engine/importers/importer.ts';
import { previewJson } from '#engine/importers/mapped-json/preview-json.ts';
import { mappedJsonImporter } from '#engine/importers/mapped-json/read-mapped-json.ts';
import type { JsonMapping } from '#shared/model/json-mapping.ts';
import { importWith, sourceOf } from '#tests/unit/importers-transcripts/source-file.ts';

const base: JsonMapping = {
  version: 1, form: 'json', fingerprint: 'json:x', interactions: ['calls'], turns: ['lines'], text: ['said'], speaker: ['by'], start: ['from'], end: ['to'], unit: 'ms', roles: {}, facts: [], kept: [],
};
const read = async (document: unknown, mapping: Partial<JsonMapping> = {}) => importWith(mappedJsonImporter({ ...base, ...mapping }), sourceOf(JSON.stringify(document), 'desk.json'));
const only = async (document: unknown, mapping: Partial<JsonMapping> = {}): Promise<ParsedInteraction> => {
  const { records } = await read(document, mapping);
  if (records[0] === undefined) throw new Error('nothing was read');
  return records[0];
};
const calls = (...all: readonly unknown[]) => ({ calls: all });
const line = (said: unknown, from?: unknown, to?: unknown) => ({ by: 'A', said, from, to });

describe('values that a mapping leads to', () => {
  test.each<[JsonMapping['unit'], unknown, number | null]>([
    ['ms', 'soon', null], ['s', null, null], ['clock', null, null], ['clock', '99:99', null], ['clock', 7, null], ['min', '1.5', 90_000], ['moment', 'soon', null], ['moment', 1_770_109_200_000, 0],
  ])('in %s, %j is %j', async (unit, from, startMs) => {
    expect((await only(calls({ lines: [line('Hello.', from)] }), { unit })).turns[0]?.startMs).toBe(startMs);
  });

  test.each([['WhatsApp', 'chat'], ['inbound e-mail', 'email'], ['Voice', 'phone'], ['fax', 'other'], [undefined, 'chat']])('a medium called %s is %s', async (medium, channel) => {
    expect((await only(calls({ medium, lines: [line('Hello.')] }), { facts: [{ fact: 'channel', path: ['medium'] }] })).channel).toBe(channel);
  });

  test('a length in the unit of its times; people by id or by name; what is kept, where it is there', async () => {
    const facts: JsonMapping['facts'] = [{ fact: 'durationMs', path: ['long'] }, { fact: 'customerName', path: ['client'] }, { fact: 'agentId', path: ['csr'] }];
    const kept = [{ name: 'queue', path: ['queue'] }, { name: 'skill', path: ['skill'] }];
    const call = { long: '90', client: 'Bo', csr: 'A7', queue: 'Billing', lines: [line('Hello.', 1, 2)] };
    expect(await only(calls(call), { unit: 's', facts, kept })).toMatchObject({ durationMs: 90_000, customer: { externalId: 'Bo', name: 'Bo' }, agent: { externalId: 'A7' }, fields: { queue: 'Billing' }, turns: [{ startMs: 1000, endMs: 2000 }] });
    expect(await only(calls({ ...call, long: 'an age' }), { facts })).not.toHaveProperty('durationMs');
    expect(await only(calls(call), { unit: 'moment', facts })).not.toHaveProperty('durationMs');
  });

  test('roles that a person gave, moments without one, and interactions that are none', async () => {
    const { records } = await read(calls('not a call', { lines: [line('Hello.', '2026-02-03T09:00:00Z', '2026-02-03T09:00:02Z'), { by: 'B', said: 'Hi.' }] }), { unit: 'moment', roles: { A: 'agent', B: 'customer' } });
    expect(records.map(({ externalId, turns }) => [externalId, turns.map(({ role, startMs, endMs }) => [role, startMs, endMs])])).toEqual([['desk-2', [['agent', 0, 2000], ['customer', null, null]]]]);
  });

  test('one empty conversation is told; a file without any is refused with the place that was looked at', async () => {
    const { records, problems } = await read(calls({ lines: [line('Hello.')] }, { lines: [line(' ')] }));
    expect([records.length, problems.map(({ code, file }) => [code, file])]).toEqual([1, [['TRANSCRIPT_EMPTY', 'desk.json']]]);
    await expect(read({ lines: [] }, { interactions: null })).rejects.toMatchObject(new UnreadableFileError({
      row: null, column: null, code: 'JSON_MAPPING_EMPTY', found: 'nothing at that place', expected: 'text at lines › said',
      message: 'This file has no text at lines › said, where the mapping looks for the turns. Choose where its turns are, and save that as a recipe.',
    }));
  });
});

describe('what the wizard shows of a document', () => {
  test('nothing at the place, no words in the first conversation, roles that look swapped', () => {
    const shown = (document: unknown, mapping: Partial<JsonMapping> = {}) => previewJson(document, 'desk', { ...base, ...mapping }).json.read;
    expect(shown({ calls: [] })).toEqual({ interactions: 0, externalId: '', turns: [], total: 0, problem: 'Nothing is found at this place.' });
    expect(shown(calls({ lines: [] }, { lines: [line('Hi.')] }))).toMatchObject({ interactions: 2, total: 0, problem: 'This transcript holds no spoken text, so there is nothing to import. Check whether the export was complete.' });
    const swapped = [{ by: 'Customer', said: 'Thank you for calling, how can I help?' }, { by: 'Agent', said: 'My order is late.' }];
    expect(shown(calls({ lines: swapped }))).toMatchObject({ total: 2, problem: null });
  });

  test('words without a telling name are the longest texts; dates and milliseconds are known by their looks; none of them, no suggestion', () => {
    const suggested = (document: unknown) => previewJson(document, 'x', null).mapping;
    const rows = (at: (index: number) => unknown) => ({ rows: [0, 1, 2].map((index) => ({ at: at(index), zz: 'Some rather long sentence.', yy: 'A longer sentence, which nobody would call short.' })) });
    expect(suggested(rows((index) => `2026-02-0${index + 1}T09:00:00Z`))).toMatchObject({ text: ['yy'], speaker: null, start: ['at'], unit: 'moment' });
    expect(suggested(rows((index) => index * 1500))).toMatchObject({ unit: 'ms' });
    expect(suggested({ rows: [{ n: 1 }, { n: 2 }] })).toBeNull();
    expect(suggested({ nothing: 'in lists' })).toBeNull();
  });

  test('a document of great depth and width is gone into so far and no farther', () => {
    const deep = Array.from({ length: 12 }).reduce<unknown>((inner) => ({ a: inner, note: 'x' }), { b: 'lost' });
    const wide = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`f${at}`, at]));
    expect(previewJson(deep, 'x', null).json.values.map(({ path }) => path.length)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(previewJson({ ...wide, none: null }, 'x', null).json.values).toHaveLength(100);
    expect(previewJson({ calls: [{ lines: [{ said: 'Hello there.', words: [{ w: 'Hello' }] }] }] }, 'x', null).json.lists.map(({ path }) => path.join('.'))).toEqual(['calls.lines', 'calls', 'calls.lines.words']);
  });
});
