import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';

const files = {
  'C-1.vtt': vtt([['Agent', 'Good morning.'], ['Customer', 'It is broken again.']]), 'C-2.vtt': vtt([['Agent', 'Good morning.'], ['Customer', 'It is still broken.']]),
  'interactions.csv': 'interaction_id,channel,started_at,queue,customer_id\nC-1,phone,2026-10-01T09:00:00Z,Sales,K-1\nC-2,phone,2026-10-02T09:00:00Z,Care,K-1\nC-3,phone,2026-10-02T09:00:00Z,Care,K-2',
  'surveys.csv': 'response_id,interaction_id,customer_id,answered_at,csat,comment\nS-1,,K-1,2026-10-03T09:00:00Z,1,Never again\nS-2,C-9,,2026-10-03T09:00:00Z,5,All fine\nS-3,C-3,,2026-10-03T09:00:00Z,4,Quick',
};

let lab: EngineLab;
beforeAll(async () => {
  lab = await openLab({ now: '2026-12-01T12:00:00Z' });
  await lab.run(await lab.put(files));
}, 60_000);
afterAll(() => lab.close());

const open = async () => (await lab.client.surveys.unlinked({ offset: 0, limit: 50 })).rows.map(({ response, candidates }) => [response.externalId, response.linkState, response.comment, candidates.map(({ externalId }) => externalId)]);

test('an open survey is joined by hand to a candidate or any interaction, cut loose, and all of it taken back', async () => {
  expect(await open()).toEqual([['S-1', 'ambiguous', 'Never again', ['C-1', 'C-2']], ['S-2', 'unmatched', 'All fine', []]]);
  const [first, second] = (await lab.client.surveys.unlinked({ offset: 0, limit: 50 })).rows;
  await lab.client.surveys.link({ responseId: first?.response.id ?? '', interactionId: first?.candidates[1]?.interactionId ?? '' });
  await lab.client.surveys.link({ responseId: second?.response.id ?? '', interactionId: 'C-3' });
  await expect(lab.client.surveys.link({ responseId: second?.response.id ?? '', interactionId: 'C-77' })).rejects.toThrow();
  expect(await open()).toEqual([]);
  expect((await lab.client.interactions.get({ id: 'C-2' })).interaction.customerScore).toBe(0);
  const ofThird = (await lab.client.interactions.get({ id: 'C-3' })).surveys;
  expect(ofThird.map(({ externalId }) => externalId)).toEqual(['S-2', 'S-3']);
  await lab.client.surveys.link({ responseId: ofThird[0]?.id ?? '', interactionId: null });
  expect((await lab.client.surveys.linking()).reasons).toContainEqual({ state: 'cut', reason: 'cut by hand', n: 1 });
  for (let step = 0; step < 3; step += 1) await lab.client.project.undo();
  expect(await open()).toEqual([['S-1', 'ambiguous', 'Never again', ['C-1', 'C-2']], ['S-2', 'unmatched', 'All fine', []]]);
});

test('while a candidate waits to be evaluated blind, its words are not told here either', async () => {
  await lab.client.evaluations.draw({
    method: 'random', filter: { queue: 'Sales' }, rule: { skipsEvaluated: true, minSeconds: 0 }, strataField: null, size: 1, seed: 1, name: 'October', formVersionId: null, isBlind: true, hidesAgent: false,
  });
  expect((await open()).map(([number, , comment]) => [number, comment])).toEqual([['S-1', null], ['S-2', 'All fine']]);
  expect(JSON.stringify(await lab.client.surveys.unlinked({ offset: 0, limit: 50 }))).not.toContain('Never again');
});
