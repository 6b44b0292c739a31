import { afterAll, beforeAll, expect, test } from 'vitest';
import { cueMatcher, newCueBudget } from '#engine/empathy/cue-matcher.ts';
import { figure } from '#tests/support/figure.ts';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { longestWork } from '#tests/support/engine/loop-delay.ts';

/** Nothing that a person may write into a list of phrases holds the engine longer (reliability.md U-10). */
const stopMs = 300;
/** None of these letters stands in the words, so that every phrase is tried to its end, everywhere. */
const letters = 'bcdefghijklmnopqrstuvwxyz';
const careless = Array.from({ length: 600 }, (_, at) => ({ kind: 'worry' as const, phrase: `${'aa* '.repeat(1 + Math.floor(at / 25))}... aa* ... aa* ... ${letters[at % 25] ?? ''}` }));
const evil = 'aa '.repeat(1600);

let lab: EngineLab;
beforeAll(async () => {
  lab = await openLab();
  const turns = Array.from({ length: 60 }, (_, at) => [at % 2 === 0 ? 'Agent' : 'Customer', at % 2 === 0 ? 'Go on.' : evil] as const);
  await lab.run(await lab.put({ 'E-1.vtt': vtt(turns), 'E-2.vtt': vtt([['Agent', 'Hello.'], ['Customer', 'I am worried.']]) }));
});
afterAll(() => lab.close());

test('U-10: while an evil list is looked for, other questions are answered, and it is stopped in time', async () => {
  const { client } = lab;
  await client.empathy.changeCueList({ phrases: careless });
  const order: string[] = [];
  const noted = async <T>(name: string, asked: Promise<T>): Promise<T> => {
    const answer = await asked;
    order.push(name);
    return answer;
  };
  const { value: [cues, page], workMs } = await longestWork(() => Promise.all([
    noted('cues', client.empathy.ofInteraction({ id: 'E-1' })), noted('page', client.interactions.page({ filter: {}, offset: 0, limit: 10 })),
  ]));
  // The patterns are made now, which took a moment of its own, with others heard in between.
  const again = await longestWork(() => client.empathy.ofInteraction({ id: 'E-1' }));
  expect(cues).toMatchObject({ candidates: [], isStopped: true });
  expect(page.total).toBe(2);
  expect(order).toEqual(['page', 'cues']);
  expect(again.value.isStopped).toBe(true);
  const deafMs = Math.max(workMs, again.workMs);
  expect(deafMs).toBeLessThan(stopMs);
  figure('G-20', `an evil list of ${careless.length} phrases on ${evil.length * 30} characters: stopped, the engine was deaf for ${Math.round(deafMs)} ms at most (to be under ${stopMs}) and answered another question meanwhile`);

  await client.empathy.changeCueList({ phrases: null });
  expect(await client.empathy.ofInteraction({ id: 'E-2' })).toMatchObject({ candidates: [{ kind: 'worry' }], isStopped: false });
  expect(await client.empathy.cueList()).toMatchObject({ measure: { precision: { reason: 'NO_DATA' } } });
});

test('a cue is found wherever it lies in a long turn, and nowhere twice', () => {
  const match = cueMatcher([{ kind: 'worry', phrase: 'really worr*' }, { kind: 'not', phrase: 'not really worr*' }]);
  for (const at of [0, 3_990, 3_999, 4_000, 4_001, 7_995, 8_000, 11_900]) {
    const text = `${'x'.repeat(at)}${at === 0 ? '' : ' '}really worried ${'y '.repeat(200)}`;
    expect(match(text), String(at)).toMatchObject({ start: at === 0 ? 0 : at + 1, end: (at === 0 ? 0 : at + 1) + 'really worried'.length });
    expect(match(text.replace('really', 'not really')), String(at)).toBeNull();
  }
  expect(match('really worried', { leftMs: 0 })).toBeNull();
  const budget = newCueBudget();
  match('really worried', budget);
  expect(budget.leftMs).toBeGreaterThan(100);
});
