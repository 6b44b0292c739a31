import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';

/** Ten calls of one person; in each the customer's second turn is a cue. Turns last two seconds and begin every three. */
describe('what became of cues', () => {
  let lab: EngineLab;
  const everybody = { agentId: null, from: null, to: null };
  const id = (call: number) => `K-${call}`;
  const judge = (call: number, outcome: 'taken' | 'missed' | 'wrong' | 'none', softened: boolean | null = null) =>
    lab.client.empathy.judge({ interactionId: id(call), turnSeq: 2, outcome, softened, note: null });

  beforeAll(async () => {
    lab = await openLab();
    const calls = Array.from({ length: 10 }, (_, call) => [`${id(call)}.vtt`, vtt([
      ['Agent', 'Good morning.'], ['Customer', 'Hello.'], ['Customer', `I am worried, my name is Ruth Hallam, call ${call}.`], ['Agent', 'I see.'], ['Customer', 'All right.'],
    ])] as const);
    await lab.run(await lab.put(Object.fromEntries(calls)));
    for (const call of [0, 1]) await judge(call, 'taken', true);
    for (const call of [2, 3, 4, 5, 6]) await judge(call, 'missed', call < 4);
    await judge(7, 'none');
  });
  afterAll(() => lab.close());

  it('counts each cue once, leaves out those without a chance, and says how sure it is', async () => {
    const { counts, met, balance } = await lab.client.empathy.figures(everybody);
    expect(counts).toEqual({ taken: 2, missed: 5, wrong: 0, none: 1, disputed: 0 });
    expect(met).toMatchObject({ value: 2 / 7, x: 2, n: 7, evidence: { cued: true } });
    expect(met.ci).toMatchObject({ method: 'wilson' });
    // Two taken against five missed: 100 x (2 - 5) / 7.
    expect(balance.value).toBeCloseTo(-42.857, 3);
  });

  it('measures the delay from the end of the cue to the answer, in seconds', async () => {
    expect((await lab.client.empathy.figures(everybody)).delay).toMatchObject({ value: 1, n: 7, unit: 'seconds', flags: ['turn_times', 'below_30'] });
  });

  it('shows after what customers softened only from five on, and what was not judged as missing', async () => {
    const { softenedAfterTaken, softenedAfterOther } = await lab.client.empathy.figures(everybody);
    expect(softenedAfterTaken).toMatchObject({ value: null, n: 2, reason: 'BELOW_MIN_N' });
    expect(softenedAfterOther).toMatchObject({ value: 0.4, n: 5 });
  });

  it('hands the cues over to be heard, names masked', async () => {
    const { cues } = await lab.client.empathy.figures(everybody);
    expect(cues).toHaveLength(8);
    expect(cues.find(({ externalId }) => externalId === 'K-2')).toMatchObject({ turnSeq: 2, outcome: 'missed', softened: true, responseDelayMs: 1000, by: 'judgement' });
    expect(cues.map(({ words }) => words).join()).not.toMatch(/Ruth|Hallam/);
  });

  it('measures the list by the judgements of this project', async () => {
    const { measure } = await lab.client.empathy.cueList();
    expect(measure.precision).toMatchObject({ x: 7, n: 8 });
    expect(measure.recall).toMatchObject({ x: 7, n: 7 });
  });

  it('comes back with an import that was taken back', async () => {
    const [batch] = await lab.client.imports.list();
    await lab.client.imports.remove({ importId: batch?.id ?? '' });
    expect((await lab.client.empathy.figures(everybody)).cues).toEqual([]);
    await lab.client.project.undo();
    expect((await lab.client.empathy.figures(everybody)).counts.missed).toBe(5);
  });
});
