import { expect, test } from 'vitest';
import { openLab, vtt } from '#tests/support/engine/engine-lab.ts';

test('a transcript whose roles are unsure is left out of talk metrics until a person vouches for them, and by undo again', async () => {
  const lab = await openLab();
  try {
    const turns = (a: string, b: string) => vtt([[a, 'The meter shows twelve thousand.'], [b, 'It was read in March by somebody else.'], [a, 'That is what the letter says.'], [b, 'And the one before it as well.']]);
    await lab.run(await lab.put({ 'sure.vtt': turns('Agent', 'Customer'), 'open.vtt': turns('Speaker 1', 'Speaker 2') }));
    const open = await lab.client.interactions.get({ id: 'open' });
    expect(open.interaction.roleStatus).toBe('unsure');
    expect((await lab.client.interactions.get({ id: 'sure' })).interaction.roleStatus).toBe('sure');
    const talk = async () => (await lab.client.metrics.get({ names: ['talk-share'], filter: {} }))['talk-share'];
    expect((await talk())?.n).toBe(1);
    await lab.client.interactions.relabel({ id: 'open', speaker: 'Speaker 1', turnSeq: null, role: 'agent' });
    await lab.client.interactions.relabel({ id: 'open', speaker: 'Speaker 2', turnSeq: null, role: 'customer' });
    expect((await lab.client.interactions.get({ id: 'open' })).interaction.roleStatus).toBe('confirmed');
    expect((await talk())?.n).toBe(2);
    await lab.client.project.undo();
    await lab.client.project.undo();
    expect((await talk())?.n).toBe(1);
  } finally {
    await lab.close();
  }
});
