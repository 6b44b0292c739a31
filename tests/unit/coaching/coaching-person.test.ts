import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openSampleLab } from '#tests/unit/metrics/sample-lab.ts';

/** The planted truths of the right-but-cold agent (resources/sample/README.md, 4), as the coaching sheet tells them. */
describe('the sheet of one person of the sample', () => {
  let lab: EngineLab;
  let agentId: string;
  const whole = { from: null, to: null };
  const record = () => ({
    agentId, item: 'e1', heldOn: '2026-09-01', goal: 'Name the feeling once a call.', practice: 'Say it before the question.', checkCount: 10, checkBy: '2026-10-31',
    agentView: 'I want to be quick.', selfScore: 60, showsScores: true, showsCustomerWords: false, clipIds: [],
  });

  beforeAll(async () => {
    lab = await openSampleLab({ transcripts: true });
    agentId = (await lab.client.coaching.people()).find(({ name }) => name === 'Graham Pell')?.agentId ?? '';
  }, 120_000);
  afterAll(() => lab.close());

  it('lists people by team and name, never by score', async () => {
    const people = await lab.client.coaching.people();
    expect(people).toHaveLength(15);
    expect(people.map(({ team, name }) => `${team} ${name}`)).toEqual(people.map(({ team, name }) => `${team} ${name}`).toSorted());
    expect(Object.keys(people[0] ?? {}).toSorted()).toEqual(['agentId', 'name', 'reviewed', 'sessions', 'team']);
    expect(people.find(({ name }) => name === 'Graham Pell')?.reviewed).toBe(113);
  });

  it('finds a right-but-cold person: both scores with interval, beside the team', async () => {
    const { dimensions, reviewed, missing } = await lab.client.coaching.person({ agentId, from: '2023-11-01', to: '2026-08-31' });
    expect([reviewed, missing]).toEqual([83, 0]);
    const [technical, emotional] = dimensions;
    expect(Math.round(technical?.own.value ?? 0)).toBe(86);
    expect(Math.round(emotional?.own.value ?? 0)).toBe(40);
    for (const { own, team } of dimensions) {
      expect(own.ci?.lo).toBeLessThan(own.value ?? 0);
      expect(own.ci?.hi).toBeGreaterThan(own.value ?? 0);
      expect(team.n).toBeGreaterThan(30);
    }
    expect(emotional?.own.ci?.hi).toBeLessThan(emotional?.team.ci?.lo ?? 0);
  });

  it('chooses Noticing, by how often it was poor times what goes with it', async () => {
    const { focus, items } = await lab.client.coaching.person({ agentId, ...whole });
    expect(focus).toMatchObject({ item: 'e1', by: 'frequencyTimesEffect' });
    const noticing = items.find(({ item }) => item === 'e1');
    expect(noticing).toMatchObject({ name: 'Noticing', dimension: 'emotional' });
    expect(noticing?.priority).toBeCloseTo((noticing?.poor.value ?? 0) * (noticing?.effect.value ?? 0), 10);
    expect(Math.max(...items.filter(({ item }) => item !== 'e1').map(({ priority }) => priority ?? 0))).toBeLessThan(noticing?.priority ?? 0);
    expect(noticing?.effect.flags).toContain('association');
    // T5 goes with nothing that customers say: it may not be weighed.
    expect(items.find(({ item }) => item === 't5')?.priority).toBeNull();
  });

  it('pairs each poor moment with a good one; a colleague’s names nobody', async () => {
    const { pairs } = await lab.client.coaching.person({ agentId, ...whole });
    expect(pairs.length).toBeGreaterThanOrEqual(2);
    for (const { poor, good } of pairs) {
      expect(['missed', 'wrong']).toContain(poor.outcome);
      expect(poor.isOwn).toBe(true);
      expect(poor.turns.map(({ role }) => role)).toEqual(expect.arrayContaining(['customer', 'agent']));
      expect(good?.outcome).toBe('taken');
    }
    const all = pairs.flatMap(({ poor, good }) => [poor, ...(good ? [good] : [])]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(JSON.stringify(all)).not.toMatch(/Graham|Pell|agentId/);
  });

  it('holds the session against what came after it, and against the colleagues', async () => {
    await lab.client.coaching.addSession(record());
    const { sessions } = await lab.client.coaching.person({ agentId, ...whole });
    expect(sessions).toHaveLength(1);
    const followUp = sessions[0]?.followUp;
    expect(followUp).toMatchObject({ state: 'better', heard: 30, wanted: 10, isDue: true });
    // Planted: Noticing 0.9 of 4 before, 2.5 after; cues taken 3 of 52 and 9 of 14.
    expect(followUp?.after.value).toBeGreaterThan(55);
    expect(followUp?.difference.ci?.lo).toBeGreaterThan(20);
    expect(followUp?.net.ci?.lo).toBeGreaterThan(15);
    expect([followUp?.takenAfter.x, followUp?.takenAfter.n]).toEqual([9, 14]);
    expect(followUp?.takenDifference.ci?.lo).toBeGreaterThan(0);
    expect(followUp?.otherDifference.ci?.lo).toBeLessThan(0);
    expect(followUp?.otherDifference.ci?.hi).toBeGreaterThan(0);
  });

  it('does not judge a check that has hardly begun', async () => {
    const [entry] = (await lab.client.coaching.person({ agentId, ...whole })).sessions;
    await lab.client.coaching.changeSession({ ...record(), id: entry?.session.id ?? '', checkBy: '2026-09-03' });
    const early = (await lab.client.coaching.person({ agentId, ...whole })).sessions[0]?.followUp;
    expect(early).toMatchObject({ state: 'tooEarly' });
    expect(early?.after.value).toBeNull();
  });

  it('takes a session back, and gives it back', async () => {
    const count = async () => (await lab.client.coaching.person({ agentId, ...whole })).sessions.length;
    const { id } = (await lab.client.coaching.person({ agentId, ...whole })).sessions[0]?.session ?? { id: '' };
    await lab.client.coaching.removeSession({ id });
    expect(await count()).toBe(0);
    await lab.client.project.undo();
    expect(await count()).toBe(1);
    await expect(lab.client.coaching.addSession({ ...record(), checkBy: '2026-08-01' })).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(lab.client.coaching.addSession({ ...record(), agentId: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps an objection with the evaluation as it stood', async () => {
    const { reviews } = await lab.client.coaching.person({ agentId, ...whole });
    const review = reviews[0];
    if (!review) throw new Error('there is a review');
    const dispute = await lab.client.coaching.dispute({ evaluationId: review.evaluationId, item: 'e1', reason: 'I did say it.' });
    expect(dispute).toMatchObject({ state: 'open', snapshot: { id: review.evaluationId, emotional: review.emotional } });
    expect(await lab.client.coaching.settleDispute({ id: dispute.id, state: 'partly', answer: 'Heard again: once, late.' })).toMatchObject({ state: 'partly', settledBy: 'tester' });
    await lab.client.project.undo();
    const again = (await lab.client.coaching.person({ agentId, ...whole })).reviews[0]?.disputes;
    expect(again).toMatchObject([{ state: 'open', answer: null }]);
    expect(await lab.client.coaching.withdrawDispute({ id: dispute.id })).toEqual({ withdrawn: true });
  });

  it('says nothing of somebody who was hardly heard', async () => {
    const report = await lab.client.coaching.person({ agentId, from: '2026-10-29', to: '2026-10-31' });
    expect(report.reviewed).toBeLessThan(5);
    expect(report).toMatchObject({ focus: null, pairs: [], missing: 5 - report.reviewed });
    expect(report.dimensions.map(({ own }) => own.value)).toEqual([null, null]);
  });

  it('invites to a class on Noticing whom it would help, and names nobody in its clips', async () => {
    const before = { from: '2023-11-01', to: '2026-08-31' };
    const noticing = (await lab.client.training.items(before)).find(({ item }) => item === 'e1');
    expect(noticing?.cells.map(({ team }) => team)).toEqual(['Harbour', 'Mill', 'North']);
    expect(noticing?.candidates.map(({ name }) => name)).toContain('Graham Pell');
    expect(noticing?.candidates.length).toBeLessThan(8);
    for (const { difference } of noticing?.candidates ?? []) expect(difference.ci?.lo).toBeGreaterThan(0);
    const reel = await lab.client.training.reel({ item: 'e1', ...before });
    expect(reel.length).toBeGreaterThan(5);
    expect(reel.every(({ isOwn }) => !isOwn)).toBe(true);
    expect(new Set(reel.map(({ outcome }) => outcome === 'taken')).size).toBe(2);
    expect(JSON.stringify(reel)).not.toMatch(/Graham|Pell|Nair|Haddad/);
  });
});
