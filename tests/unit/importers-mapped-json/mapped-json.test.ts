import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import { follow } from '#engine/importers/mapped-json/read-mapped-json.ts';
import { previewJson } from '#engine/importers/mapped-json/preview-json.ts';
import type { JsonMapping } from '#shared/model/json-mapping.ts';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';

/* Shapes made up by hand: forms that no vendor's importer knows. */
const deskExport = {
  export: { vendor: 'Nobody' },
  cases: [
    { ref: 'T-1', who: { csr: 'A7', client_id: 'K-9' }, opened: '2026-03-01T10:00:00Z', topic: 'Bill', lines: [
      { by: 'Agent', said: 'Good morning, how can I help you?', t: '0:00:01' }, { by: 'Customer', said: 'The bill is wrong.', t: '0:00:04' }, { by: 'Agent', said: 'Leave it with me.', t: '0:00:09' },
    ] },
    { ref: 'T-2', who: { csr: 'A8', client_id: 'K-9' }, opened: '2026-03-02T10:00:00Z', topic: 'Move', lines: [{ by: 'Customer', said: 'I am moving house.', t: '0:00:02' }] },
    { ref: 'T-3', who: {}, opened: null, topic: 'Empty', lines: [] },
  ],
};
const bare = (words: string) => JSON.stringify({ note: 'x', bits: [{ w: { inner: words }, kind: 'Agent', at: 1500 }, { w: { inner: 'Thank you very much.' }, kind: 'Customer', at: 4200 }] });
const deskMapping = (): JsonMapping => {
  const { mapping } = previewJson(deskExport, 'desk', null);
  if (mapping === null) throw new Error('no mapping was suggested');
  return { ...mapping, text: ['said'], speaker: ['by'], start: ['t'], unit: 'clock', facts: [{ fact: 'externalId', path: ['ref'] }, { fact: 'agentId', path: ['who', 'csr'] }, { fact: 'customerId', path: ['who', 'client_id'] }, { fact: 'startedAt', path: ['opened'] }, { fact: 'reason', path: ['topic'] }], kept: [{ name: 'topic', path: ['topic'] }] };
};

describe('what stands in a JSON file', () => {
  test('lists of objects with their values, the likeliest turns first; values outside lists', () => {
    const { json } = previewJson(deskExport, 'desk', null);
    expect(json.lists.map(({ path, count }) => [path.join('.'), count])).toEqual([['cases.lines', 4], ['cases', 3]]);
    expect(json.lists[0]?.fields.map(({ path }) => path.join('.'))).toEqual(['by', 'said', 't']);
    expect(json.values).toEqual([{ path: ['export', 'vendor'], examples: ['Nobody'], isNumber: false }]);
  });

  test('a suggestion is made of names and values, and reads', () => {
    const { mapping, json } = previewJson(deskExport, 'desk', null);
    expect(mapping).toMatchObject({ interactions: ['cases'], turns: ['lines'], text: ['said'] });
    expect(json.read).toMatchObject({ interactions: 3, total: 3, problem: null });
  });

  test('the same names give the same mark, whatever the values', () => {
    const mark = (document: unknown) => previewJson(document, 'x', null).json.fingerprint;
    expect(mark(JSON.parse(bare('One.')))).toBe(mark(JSON.parse(bare('Two, quite different.'))));
    expect(mark(JSON.parse(bare('One.')))).not.toBe(mark(deskExport));
  });

  test('paths go through lists, and never into what an object inherits', () => {
    expect(follow({ a: [{ b: 1 }, { b: [2, 3] }] }, ['a', 'b'])).toEqual([1, 2, 3]);
    expect(follow({}, ['constructor'])).toEqual([]);
    expect(follow([{ b: 1 }], ['b'])).toEqual([1]);
  });

  test.each([['ms', 1500, 1500], ['s', 1.5, 1500], ['min', 0.5, 30_000], ['clock', '0:01:02.5', 62_500]] as const)('times in %s', (unit, at, expected) => {
    const document = { bits: [{ text: 'Hello there, good morning.', at }] };
    const { json } = previewJson(document, 'x', { ...deskMapping(), interactions: null, turns: ['bits'], text: ['text'], speaker: null, start: ['at'], unit, facts: [], kept: [] });
    expect(json.read?.turns[0]?.startMs).toBe(expected);
  });

  test('moments count from the first one', () => {
    const document = { bits: [{ text: 'Hello.', at: '2026-03-01T10:00:05Z' }, { text: 'Hi.', at: '2026-03-01T10:00:09.5Z' }] };
    const { json } = previewJson(document, 'x', { ...deskMapping(), interactions: null, turns: ['bits'], text: ['text'], speaker: null, start: ['at'], unit: 'moment', facts: [], kept: [] });
    expect(json.read?.turns.map(({ startMs }) => startMs)).toEqual([0, 4500]);
  });
});

describe('importing by a mapping', () => {
  let lab: EngineLab;
  beforeEach(async () => {
    lab = await openLab();
  });
  afterEach(() => lab.close());
  const everything = { filter: {}, offset: 0, limit: 10, sort: { by: 'startedAt' as const, descending: false } };
  const run = async (ids: string[], jsonMappings: Record<string, JsonMapping> = {}) => {
    const job = await lab.client.imports.run({ fileIds: ids, mappings: {}, jsonMappings, dryRun: false });
    for (;;) {
      const step = await job.next();
      if (step.done === true) return step.value;
    }
  };

  test('without one the file is set aside with the way out, and the wizard is offered its shape', async () => {
    const ids = await lab.put({ 'desk.json': JSON.stringify(deskExport) });
    const [file] = (await lab.client.imports.preview({ fileIds: ids })).files;
    expect(file).toMatchObject({ kind: 'unknown', jsonMapping: { turns: ['lines'] }, json: { read: { interactions: 3 } } });
    const report = await run(ids);
    expect(report.setAside).toMatchObject([{ code: 'JSON_SHAPE_UNKNOWN', file: 'desk.json' }]);
    expect(report.setAside[0]?.message).toContain('say where its turns are');
  });

  test('with one, interactions, people, times and words come in; an empty one is told', async () => {
    const ids = await lab.put({ 'desk.json': JSON.stringify(deskExport) });
    const report = await run(ids, { [ids[0] ?? '']: deskMapping() });
    expect(report.byKind['interactions']).toMatchObject({ new: 2 });
    expect(report.setAside).toHaveLength(1);
    const whole = wholeInteraction(await lab.client.interactions.get({ id: 'T-1' }));
    expect(whole.interaction).toMatchObject({ customer: 'K-9', agent: 'A7', reason: 'Bill', startedAt: '2026-03-01T10:00:00.000Z' });
    expect(whole.turns.map(({ speaker, role, startMs, text }) => [speaker, role, startMs, text])).toEqual([
      ['Agent', 'agent', 1000, 'Good morning, how can I help you?'], ['Customer', 'customer', 4000, 'The bill is wrong.'], ['Agent', 'agent', 9000, 'Leave it with me.'],
    ]);
  });

  test('a mapping chosen for one file reads every other of its form in the same import', async () => {
    const ids = await lab.put({ 'a.json': bare('The first words of all.'), 'b.json': bare('Other words, later on.') });
    const [file] = (await lab.client.imports.preview({ fileIds: ids.slice(0, 1) })).files;
    const suggested = file?.jsonMapping;
    if (!suggested) throw new Error('no mapping was suggested');
    const report = await run(ids, { [ids[0] ?? '']: { ...suggested, text: ['w', 'inner'], speaker: ['kind'], start: ['at'], unit: 'ms' } });
    expect(report.setAside).toEqual([]);
    expect((await lab.client.interactions.page(everything)).rows.map(({ externalId }) => externalId).sort()).toEqual(['a', 'b']);
  });

  test('saved as a recipe it is found again by the form of the file, in a later import', async () => {
    await lab.client.imports.saveRecipe({ name: 'Desk', mapping: deskMapping() });
    const ids = await lab.put({ 'desk-april.json': JSON.stringify(deskExport) });
    const [file] = (await lab.client.imports.preview({ fileIds: ids })).files;
    expect(file).toMatchObject({ kind: 'transcript', importer: 'mapped-json', recipeName: 'Desk' });
    expect((await run(ids)).byKind['interactions']).toMatchObject({ new: 2 });
    expect((await lab.client.imports.recipes()).map(({ name, kind }) => [name, kind])).toEqual([['Desk', 'json']]);
  });

  test('a mapping that finds nothing says where it looked', async () => {
    const ids = await lab.put({ 'other.json': JSON.stringify({ rows: [{ text: 'Some words here.' }] }) });
    const report = await run(ids, { [ids[0] ?? '']: deskMapping() });
    expect(report.setAside).toMatchObject([{ code: 'JSON_MAPPING_EMPTY', expected: 'text at cases › lines › said' }]);
  });
});

describe('a table looked at again', () => {
  let lab: EngineLab;
  beforeEach(async () => {
    lab = await openLab();
  });
  afterEach(() => lab.close());
  const look = async (id: string, said: Omit<Parameters<EngineLab['client']['imports']['preview']>[0], 'fileIds'> = {}) => (await lab.client.imports.preview({ fileIds: [id], ...said })).files[0];

  test('with another separator, encoding or kind of rows', async () => {
    const [id = ''] = await lab.put({ 't.csv': Buffer.from('interaction_id;channel;started_at;queue\nC-1;phone;2026-03-01T10:00:00Z;Störung\n', 'latin1') });
    expect((await look(id))?.table).toMatchObject({ delimiter: ';', encoding: 'windows-1252', kind: 'interactions' });
    expect((await look(id, { forms: { [id]: { delimiter: ',' } } }))?.table?.columns).toHaveLength(1);
    expect((await look(id, { forms: { [id]: { encoding: 'utf-8' } } }))?.message).toMatch(/not utf-8/i);
    const stated = await look(id, { forms: { [id]: { kind: 'tags', encoding: 'windows-1252' } } });
    expect(stated?.mapping).toMatchObject({ kind: 'tags', encoding: 'windows-1252' });
    expect(stated?.table?.missingRequired).toContain('codeKey');
  });

  test('under another order of dates the examples become other days', async () => {
    const [id = ''] = await lab.put({ 't.csv': 'interaction_id,channel,started_at\nC-1,phone,03/11/2026 09:00\nC-2,phone,04/11/2026 10:00\n' });
    const first = await look(id);
    expect(first?.table?.reads['started_at']).toEqual([null, null]);
    const mapping = first?.mapping;
    if (!mapping) throw new Error('no mapping');
    const as = (dateOrder: 'DMY' | 'MDY') => ({ ...mapping, columns: mapping.columns.map((column) => (column.source === 'started_at' ? { ...column, dateOrder } : column)) });
    expect((await look(id, { mappings: { [id]: as('DMY') } }))?.table?.reads['started_at']?.[0]).toBe('2026-11-03T09:00:00.000Z');
    expect((await look(id, { mappings: { [id]: as('MDY') } }))?.table?.reads['started_at']?.[0]).toBe('2026-03-11T09:00:00.000Z');
  });
});
