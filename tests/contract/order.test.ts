import { afterEach, describe, expect, it } from 'vitest';
import { openDesktopPipe, openMemoryPipe, openPortPipe, openWebPipe, type OpenPipe } from '#tests/support/hosts/pipes.ts';

const rounds = 10;
const code = (key: string) => ({ key, name: key, kind: 'cause' as const, dimension: null, parentId: null, owner: null, controllableBy: null, preventable: null, definition: '', examples: [], colour: 1, quickSlot: null });

let pipe: OpenPipe | null = null;
afterEach(async () => {
  await pipe?.close();
  pipe = null;
});

describe.each([['in memory', openMemoryPipe], ['over a message port', openPortPipe], ['over a WebSocket', () => openWebPipe()], ['through the desktop frame', openDesktopPipe]])('%s', (_what, open) => {
  it('changes and undos that come in one burst are carried out in their order', async () => {
    pipe = await open();
    const { client } = pipe;
    for await (const _step of await client.project.create({ name: 'Order', sample: false })) { /* to its end */ }
    await client.codebook.add(code('FIRST'));
    const before = (await client.codebook.list()).length;
    for (let round = 0; round < rounds; round += 1) {
      const [added, undone, again] = await Promise.all([
        client.codebook.add(code(`A${round}`)), client.project.undo(), client.codebook.add(code(`B${round}`)),
      ]);
      expect([added.key, undone.undone, again.key]).toEqual([`A${round}`, 'code.add', `B${round}`]);
    }
    const keys = (await client.codebook.list()).map(({ key }) => key);
    expect(keys).toHaveLength(before + rounds);
    expect(keys).toEqual(expect.arrayContaining(['FIRST', ...Array.from({ length: rounds }, (_unused, round) => `B${round}`)]));
    // Let the saved state settle before the pipe goes.
    expect((await client.project.info())?.undo).toMatchObject({ name: 'code.add' });
  });
});
