import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';

let lab: EngineLab;
beforeEach(async () => {
  lab = await openLab();
});
afterEach(() => lab.close());

test('an item of the rubric that no code names has its name from the rubric, everywhere the same; any other keeps its own', async () => {
  const reviews = Array.from({ length: 5 }, (_, at) => at + 1);
  await lab.run(await lab.put({
    'interactions.csv': ['interaction_id,channel,started_at,agent_id,team', ...reviews.map((at) => `C-${at},phone,2026-03-0${at}T10:00:00Z,A-1,North`)].join('\n'),
    'quality_scores.csv': ['evaluation_id,interaction_id,evaluator,evaluated_at,score,t1,e5,zeal', ...reviews.map((at) => `Q-${at},C-${at},Ida,2026-03-09,80,3,2,4`)].join('\n'),
  }));
  const names = (await lab.client.training.items({ from: null, to: null })).map(({ item, name }) => [item, name]);
  expect(names).toEqual([['e5', 'Warmth and closing'], ['t1', 'Diagnosis'], ['zeal', 'zeal']]);
});
