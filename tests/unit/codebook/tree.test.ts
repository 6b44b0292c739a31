import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';

const noPlace = { endMs: null, turnSeq: null, charStart: null, charEnd: null };
const blank = {
  kind: 'cause' as const, dimension: null, parentId: null, owner: null, controllableBy: null, preventable: null, definition: '', examples: [], colour: 0, quickSlot: null,
};

let lab: EngineLab;
beforeEach(async () => {
  lab = await openLab();
  await lab.run(await lab.put({ 'C-1.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Agent>The fee on paper\n\n00:03.000 --> 00:05.000\n<v Customer>My meter\n' }));
});
afterEach(() => lab.close());

const add = async (key: string, fields: Partial<typeof blank> | { parentId: string } = {}) =>
  (await lab.client.codebook.add({ ...blank, key, name: `Code ${key}`, ...fields })).id;
const tag = async (codeId: string, marks: { startMs?: number; turnSeq?: number; note?: string; outcome?: 'taken' | 'missed' } = {}) =>
  (await lab.client.tags.add({ interactionId: 'C-1', codeId, severity: null, ...noPlace, startMs: marks.startMs ?? 0, turnSeq: marks.turnSeq ?? null, note: marks.note ?? null, outcome: marks.outcome ?? null })).id;
const list = () => lab.client.codebook.list();
const keys = async () => (await list()).map(({ key }) => key);
const codesOfTags = async () => Object.fromEntries((await lab.client.interactions.get({ id: 'C-1' })).tags.map(({ id, codeKey }) => [id, codeKey]));

describe('the tree', () => {
  test('a code goes before another or to the end, under another or to the top, and back by undo', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')];
    await lab.client.codebook.move({ id: c, parentId: null, beforeId: a });
    expect(await keys()).toEqual(['C', 'A', 'B']);
    await lab.client.codebook.move({ id: a, parentId: b, beforeId: null });
    expect((await list()).find(({ id }) => id === a)?.parentId).toBe(b);
    await lab.client.project.undo();
    expect((await list()).find(({ id }) => id === a)?.parentId).toBeNull();
    await lab.client.project.undo();
    expect(await keys()).toEqual(['A', 'B', 'C']);
    await lab.client.project.redo();
    expect(await keys()).toEqual(['C', 'A', 'B']);
  });

  test('has no rings', async () => {
    const a = await add('A');
    const b = await add('B', { parentId: a });
    const c = await add('C', { parentId: b });
    for (const id of [a, b]) await expect(lab.client.codebook.move({ id, parentId: c, beforeId: null })).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(lab.client.codebook.change({ ...blank, id: a, key: 'A', name: 'A', parentId: c })).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(lab.client.codebook.change({ ...blank, id: a, key: 'A', name: 'A', parentId: 'nowhere' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a merge', () => {
  test('says first what would move, moves tags and codes under it, and is one step back', async () => {
    const [a, b] = [await add('A', { quickSlot: 3 as unknown as null }), await add('B')];
    const child = await add('AC', { parentId: a });
    const [first, second, third] = [await tag(a), await tag(a, { startMs: 3000 }), await tag(b)];
    expect(await lab.client.codebook.mergePreview({ id: a, intoId: b })).toEqual({ tags: 2, interactions: 1, both: 1, codes: 1 });
    expect(await lab.client.codebook.merge({ id: a, intoId: b })).toEqual({ moved: 2 });
    expect(await codesOfTags()).toEqual({ [first]: 'B', [second]: 'B', [third]: 'B' });
    expect(await list()).toMatchObject([{ key: 'B', uses: 3 }, { id: child, parentId: b }]);
    await lab.client.project.undo();
    expect(await codesOfTags()).toEqual({ [first]: 'A', [second]: 'A', [third]: 'B' });
    expect(await list()).toMatchObject([{ key: 'A', quickSlot: 3 }, { key: 'B' }, { id: child, parentId: a }]);
    await lab.client.project.redo();
    expect((await list()).map(({ key, uses }) => [key, uses])).toEqual([['B', 3], ['AC', 0]]);
  });

  test('is refused into itself, into what stands under it, and with a code that is out of use', async () => {
    const a = await add('A');
    const b = await add('B', { parentId: a });
    await expect(lab.client.codebook.merge({ id: a, intoId: a })).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(lab.client.codebook.merge({ id: a, intoId: b })).rejects.toMatchObject({ code: 'REFUSED' });
    await lab.client.codebook.retire({ id: b });
    await expect(lab.client.codebook.merge({ id: a, intoId: b })).rejects.toMatchObject({ code: 'REFUSED' });
  });
});

describe('a split', () => {
  test('takes the tags that its words, its person and its outcome find, and gives them back', async () => {
    const a = await add('A');
    const [byText, byNote, other] = [await tag(a, { turnSeq: 0, outcome: 'missed' }), await tag(a, { note: 'A PAPER bill', outcome: 'taken' }), await tag(a, { turnSeq: 1 })];
    const rule = { words: 'paper', createdBy: 'tester', outcome: null };
    expect(await lab.client.codebook.splitPreview({ id: a, rule })).toMatchObject({
      tags: 3, moving: 2, coders: ['tester'],
      examples: expect.arrayContaining([expect.objectContaining({ text: 'The fee on paper' }), expect.objectContaining({ note: 'A PAPER bill' })]) as unknown,
    });
    expect(await lab.client.codebook.splitPreview({ id: a, rule: { ...rule, outcome: 'missed' } })).toMatchObject({ moving: 1 });
    expect(await lab.client.codebook.splitPreview({ id: a, rule: { ...rule, createdBy: 'somebody else' } })).toMatchObject({ moving: 0 });
    const { code, moved } = await lab.client.codebook.split({ id: a, rule, code: { ...blank, key: 'P', name: 'Paper' } });
    expect([moved, code.uses]).toEqual([2, 2]);
    expect(await codesOfTags()).toEqual({ [byText]: 'P', [byNote]: 'P', [other]: 'A' });
    await lab.client.project.undo();
    expect(await codesOfTags()).toEqual({ [byText]: 'A', [byNote]: 'A', [other]: 'A' });
    expect(await keys()).toEqual(['A']);
    await lab.client.project.redo();
    expect(await codesOfTags()).toEqual({ [byText]: 'P', [byNote]: 'P', [other]: 'A' });
  });

  test('needs to be told which', async () => {
    const a = await add('A');
    const nothing = { words: null, createdBy: null, outcome: null };
    await expect(lab.client.codebook.split({ id: a, rule: nothing, code: { ...blank, key: 'P', name: 'Paper' } })).rejects.toMatchObject({ code: 'REFUSED' });
  });
});

test('the history tells every step, who took it, and what it changed', async () => {
  const a = await add('A');
  const b = await add('B');
  await tag(a);
  await lab.client.codebook.change({ ...blank, id: a, key: 'A', name: 'Renamed', owner: 'Billing', parentId: b });
  await lab.client.codebook.retire({ id: b });
  await lab.client.codebook.restore({ id: b });
  await lab.client.codebook.merge({ id: a, intoId: b }).catch(() => undefined);
  await lab.client.project.undo();
  const history = await lab.client.codebook.history({ id: a, limit: 50 });
  expect(history.map(({ act, isUndo }) => [act, isUndo])).toEqual([['unmerge', true], ['merge', false], ['change', false], ['add', false]]);
  expect(history[1]).toMatchObject({ actor: 'tester', otherName: 'Code B', tags: 1 });
  expect(history[2]?.changes).toEqual([
    { field: 'name', before: 'Code A', after: 'Renamed' }, { field: 'parent', before: null, after: 'Code B' }, { field: 'owner', before: null, after: 'Billing' },
  ]);
  expect((await lab.client.codebook.history({ id: b, limit: 50 })).map(({ act }) => act)).toEqual(['unmerge', 'merge', 'restore', 'retire', 'add']);
});
