import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import { codeVersion, type Code } from '#shared/model/code.ts';
import { tagVersion } from '#shared/model/moment.ts';
import { versionOf } from '#shared/version.ts';
import { figure } from '#tests/support/figure.ts';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openWebPipe, type EngineClient, type OpenPipe } from '#tests/support/hosts/pipes.ts';
import { openWebLab, type WebLab } from '#tests/support/hosts/web-lab.ts';
import { effort } from '#tests/support/store/effort.ts';

const editsEach = effort(60, 500);
const blank = { key: 'X', name: 'X', kind: 'cause' as const, dimension: null, parentId: null, owner: null, controllableBy: null, preventable: null, definition: '0', examples: [], colour: 1, quickSlot: null };
const inWords = 'This was changed in another window meanwhile. Look at it as it is now, then change it again.';

describe('two windows on one project', () => {
  let web: WebLab;
  let pipe: OpenPipe;
  let other: OpenPipe;
  beforeAll(async () => {
    web = await openWebLab();
    pipe = await openWebPipe(web);
    for await (const _step of await pipe.client.project.create({ name: 'Two', sample: false, codebook: 'empty' })) { /* to its end */ }
    other = await openWebPipe(web);
  });
  afterAll(async () => {
    await other.close();
    await pipe.close();
    await web.close();
  });

  const theCode = async (client: EngineClient): Promise<Code> => {
    const [code] = await client.codebook.list();
    if (code === undefined) throw new Error('no code');
    return code;
  };

  /** Adds one to the number that stands there, `times` times. @returns how often the other window had been quicker */
  async function count(client: EngineClient, times: number, isChecked: boolean): Promise<number> {
    let refused = 0;
    for (let done = 0; done < times;) {
      const code = await theCode(client);
      const { uses: _uses, ...seen } = code;
      try {
        await client.codebook.change({ ...seen, definition: String(Number(code.definition) + 1), ...(isChecked ? { expectedVersion: codeVersion(code) } : {}) });
        done += 1;
      } catch (error) {
        expect(error).toMatchObject({ code: 'REFUSED', data: { message: inWords } });
        refused += 1;
      }
    }
    return refused;
  }

  test(`L-15: 2 windows with ${editsEach} edits each lose none`, async () => {
    await pipe.client.codebook.add(blank);
    const refused = await Promise.all([count(pipe.client, editsEach, true), count(other.client, editsEach, true)]);
    const { definition } = await theCode(pipe.client);
    expect(definition).toBe(String(2 * editsEach));
    expect(refused[0] + refused[1]).toBeGreaterThan(0);
    figure('L-15', `2 windows, ${editsEach} edits each, ${refused[0] + refused[1]} refused because the other was quicker and made again: ${2 * editsEach - Number(definition)} updates lost`);
  }, effort(60_000, 600_000));

  test('without saying what they saw they would have', async () => {
    const { definition: before } = await theCode(pipe.client);
    await Promise.all([count(pipe.client, 20, false), count(other.client, 20, false)]);
    expect(Number((await theCode(pipe.client)).definition) - Number(before)).toBeLessThan(40);
  });
});

describe('what is written over', () => {
  let lab: EngineLab;
  beforeAll(async () => {
    lab = await openLab({ codebook: 'default' });
    await lab.run(await lab.put({ 'C-1.vtt': vtt([['Agent', 'Hello, how can I help?'], ['Customer', 'My kettle broke.']]) }));
  });
  afterAll(() => lab.close());

  test('words of a turn', async () => {
    const { client } = lab;
    const expectedVersion = versionOf('My kettle broke.');
    expect(await client.interactions.correct({ id: 'C-1', turnSeq: 1, text: 'My cattle broke.', expectedVersion })).toEqual({ changed: true });
    await expect(client.interactions.correct({ id: 'C-1', turnSeq: 1, text: 'My kennel broke.', expectedVersion })).rejects.toThrow(inWords);
    expect(wholeInteraction(await client.interactions.get({ id: 'C-1' })).turns[1]?.text).toBe('My cattle broke.');
    // Undo and redo know nothing of versions: they take back what was there.
    await client.project.undo();
    await client.project.redo();
    expect(wholeInteraction(await client.interactions.get({ id: 'C-1' })).turns[1]?.text).toBe('My cattle broke.');
  });

  test('a tag', async () => {
    const { client } = lab;
    const [code] = await client.codebook.list();
    const marks = { codeId: code?.id ?? '', startMs: 0, endMs: null, turnSeq: null, charStart: null, charEnd: null, note: null, severity: null, outcome: null };
    const tag = await client.tags.add({ interactionId: 'C-1', ...marks });
    await client.tags.change({ ...marks, id: tag.id, note: 'one', expectedVersion: tagVersion(tag) });
    await expect(client.tags.change({ ...marks, id: tag.id, note: 'two', expectedVersion: tagVersion(tag) })).rejects.toThrow(inWords);
    await expect(client.tags.change({ ...marks, id: 'gone', expectedVersion: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('a version tells what stands in a thing, not in which order its keys were written', () => {
  expect(versionOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(versionOf({ b: { d: null, c: [1, 2] }, a: 1 }));
  const other = [{ a: 1 }, { a: '1' }, { a: [1] }, { a: null }, { b: 1 }, [], {}, '', 'a', 'ä', 'b a', 'a b'].map(versionOf);
  expect(new Set(other).size).toBe(other.length);
});
