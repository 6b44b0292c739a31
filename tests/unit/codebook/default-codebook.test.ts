import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultCodebook } from '#engine/codebook/default-codebook.ts';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';

const byId = new Map(defaultCodebook.map((code) => [code.id, code]));
const groupIds = new Set(defaultCodebook.map(({ parentId }) => parentId));
const leaves = defaultCodebook.filter(({ id }) => !groupIds.has(id));

describe('the codebook that a new project begins with', () => {
  test('has about forty codes to tag with, each defined and with two examples of its own', () => {
    expect(leaves.length).toBeGreaterThanOrEqual(38);
    expect(leaves.length).toBeLessThanOrEqual(44);
    expect(leaves.filter(({ definition, examples }) => definition.length < 20 || examples.length !== 2 || examples[0] === examples[1])).toEqual([]);
    const said = leaves.flatMap(({ examples }) => examples);
    expect(new Set(said).size).toBe(said.length);
    expect(new Set(leaves.map(({ definition }) => definition)).size).toBe(leaves.length);
  });

  test('gives every cause that we can own a unit, who controls it, and whether it can be prevented', () => {
    const causes = leaves.filter(({ kind }) => kind === 'cause');
    const units = ['Product', 'Billing', 'Policy', 'Logistics', 'Digital', 'Workforce', 'Marketing', 'Legal'];
    expect(new Set(causes.flatMap(({ owner }) => owner ?? []))).toEqual(new Set(units));
    expect(causes.filter(({ controllableBy, preventable }) => controllableBy === null || preventable === null)).toEqual([]);
    expect(causes.filter(({ owner, parentId }) => owner !== (parentId === null ? null : byId.get(parentId)?.name))).toEqual([]);
    expect(causes.filter(({ owner }) => owner === null).map(({ controllableBy }) => controllableBy)).toEqual(['customer']);
  });

  test('covers the behaviours and events that the workspace is about', () => {
    const named = (kind: string) => leaves.filter((code) => code.kind === kind).map(({ name }) => name);
    expect(named('behaviour')).toEqual(expect.arrayContaining([
      'Had to repeat', 'Customer known', 'Next issue foreseen', 'Took ownership', 'Sold before solved', 'Script empathy', 'Hurried ending', 'Over-familiar tone', 'Hid behind policy',
    ]));
    expect(named('event')).toEqual(expect.arrayContaining(['Hold', 'Transfer', 'Dead air', 'Promise made', 'Promise broken']));
    expect(leaves.filter(({ kind, dimension }) => (kind === 'behaviour') !== (dimension !== null))).toEqual([]);
  });

  test('can be tagged with one digit or two letters: every key is short and its own, every digit is a leaf', () => {
    const keys = defaultCodebook.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[A-Z]{1,2}$/u.test(key))).toEqual([]);
    const digits = leaves.flatMap(({ quickSlot }) => quickSlot ?? []);
    expect(digits.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('in a project', () => {
  let lab: EngineLab;
  beforeEach(async () => {
    lab = await openLab({ codebook: 'default' });
  });
  afterEach(() => lab.close());

  const keysInUse = async () => (await lab.client.codebook.list()).map(({ key }) => key);

  test('it is there at once, in its own order, and is nothing that undo takes away', async () => {
    expect(await keysInUse()).toEqual(defaultCodebook.map(({ key }) => key));
    expect((await lab.client.project.info())?.undo).toBeNull();
    await expect(lab.client.project.undo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  test('it steps aside for a company that brings its own, and comes back when that is undone', async () => {
    await lab.run(await lab.put({ 'codebook.csv': 'code,name,kind,parent\nRF,Refund late,cause,\nVH,Visit at home,event,\n' }));
    expect((await keysInUse()).toSorted()).toEqual(['RF', 'VH']);
    const visit = (await lab.client.codebook.list()).find(({ key }) => key === 'VH');
    expect(visit).toMatchObject({ name: 'Visit at home', definition: '', examples: [] });
    await lab.client.project.undo();
    expect(await keysInUse()).toEqual(defaultCodebook.map(({ key }) => key));
    expect((await lab.client.codebook.list()).find(({ key }) => key === 'VH')).toMatchObject({ name: 'Hold', quickSlot: 1 });
  });

  test('it stays beside an imported one as soon as somebody has worked with it', async () => {
    await lab.run(await lab.put({ 'C-1.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Agent>Hello\n' }));
    await lab.client.tags.add({ interactionId: 'C-1', codeId: 'VH', startMs: 0, endMs: null, turnSeq: null, charStart: null, charEnd: null, note: null, severity: null, outcome: null });
    await lab.run(await lab.put({ 'codebook.csv': 'code,name,kind\nRF,Refund late,cause\n' }));
    expect(await keysInUse()).toEqual([...defaultCodebook.map(({ key }) => key), 'RF']);
  });
});

test('without digits of its own, an imported codebook gives them to the codes that were used most and have none under them', async () => {
  const lab = await openLab();
  try {
    const codes = Array.from({ length: 11 }, (_, at) => `C${at},Code ${at},cause,${at === 0 ? '' : 'C0'}`);
    const tags = Array.from({ length: 11 }, (_, at) => Array.from({ length: at + 1 }, (__, second) => `C-1,C${at},00:${String(second).padStart(2, '0')}`)).flat();
    await lab.run(await lab.put({
      'C-1.vtt': 'WEBVTT\n\n00:00.000 --> 00:30.000\n<v Agent>Hello\n', 'codebook.csv': `code,name,kind,parent\n${codes.join('\n')}\n`,
      'tags.csv': `interaction_id,code,at\n${tags.join('\n')}\nC-1,C0,00:20\nC-1,C0,00:21\n`,
    }));
    const slots = Object.fromEntries((await lab.client.codebook.list()).flatMap(({ key, quickSlot }) => (quickSlot === null ? [] : [[quickSlot, key]])));
    expect(slots).toEqual({ 1: 'C10', 2: 'C9', 3: 'C8', 4: 'C7', 5: 'C6', 6: 'C5', 7: 'C4', 8: 'C3', 9: 'C2' });
  } finally {
    await lab.close();
  }
});
