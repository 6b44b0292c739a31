import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openSampleLab } from '../metrics/sample-lab.ts';

let lab: EngineLab;
beforeAll(async () => {
  lab = await openSampleLab({ transcripts: true });
}, 240_000);
afterAll(() => lab.close());

const fee = async () => {
  const { signals } = await lab.client.signals.list();
  const found = signals.find(({ name }) => name === 'Paper-bill fee');
  if (!found) throw new Error('The fee is no signal.');
  return found;
};

describe('the planted fee', () => {
  test('is signalled in the week in which it began, with its first-heard moment', async () => {
    expect(await fee()).toMatchObject({
      kind: 'code', level: 'alert', how: 'spike', state: 'open', owner: 'Finance', onset: '2026-08-03', weeksSince: 13, isStillUp: true, count: 103,
      firstHeard: { externalId: 'BW-2026-008600', at: '2026-08-03T08:05:00.000Z', text: expect.stringMatching(/\w/) as string },
    });
  });

  test('has its ratio with an interval, its cost and the contacts to hear', async () => {
    const { ratio, cost, currency, evidence, q, weeks, band } = await fee();
    expect(ratio.ci?.lo).toBeGreaterThan(1.5);
    expect(ratio.value).toBeGreaterThan(ratio.ci?.lo ?? Infinity);
    expect(q).toBeLessThan(0.001);
    expect(currency).toBe('GBP');
    // README of the sample: a contact costs about GBP 7.
    expect((cost.value ?? 0) / 103).toBeGreaterThan(4);
    expect((cost.value ?? 0) / 103).toBeLessThan(10);
    expect((await lab.client.interactions.page({ filter: evidence, offset: 0, limit: 1 })).total).toBe(103);
    expect(weeks.slice(-13).map(({ count }) => count)).toEqual([8, 9, 7, 10, 8, 9, 7, 8, 6, 8, 7, 9, 7]);
    expect(weeks.slice(-13).every(({ count, exposure }) => count / exposure > (band?.hi ?? 1))).toBe(true);
  });

  test('stands first, and no other code stands out as it does', async () => {
    const { signals, tested, weeks } = await lab.client.signals.list();
    expect(signals[0]?.name).toBe('Paper-bill fee');
    expect(signals.filter(({ kind, how, onset }) => kind === 'code' && how === 'spike' && onset <= '2026-08-10').map(({ name }) => name)).toEqual(['Paper-bill fee']);
    expect(tested.codes).toBeGreaterThan(10);
    expect(weeks).toMatchObject({ to: '2026-10-26', count: 26 });
  });

  test('is in what customers say as well: new words of the same contacts', async () => {
    const { signals } = await lab.client.signals.list();
    const words = signals.filter(({ kind, sameAs }) => kind === 'words' && sameAs === 'Paper-bill fee');
    expect(words.length).toBeGreaterThan(0);
    expect(words.every(({ onset, firstHeard }) => onset >= '2026-08-03' && firstHeard !== null)).toBe(true);
  });

  test('is found by a text rule as well', async () => {
    const rule = await lab.client.signals.addRule({ name: 'Paper fee', words: 'role:customer "three pounds"' });
    const { signals } = await lab.client.signals.list();
    expect(signals.find(({ subject }) => subject === `rule:${rule.id}`)).toMatchObject({ kind: 'rule', level: 'alert', name: 'Paper fee', sameAs: 'Paper-bill fee' });
    await lab.client.signals.removeRule({ id: rule.id });
  });
});

describe('what people decide about it', () => {
  test('dismissing keeps the reason, undo opens it again', async () => {
    const { subject, onset } = await fee();
    await lab.client.signals.mark({ subject, onset, state: 'dismissed', reason: 'A campaign' });
    expect(await fee()).toMatchObject({ state: 'dismissed', stateReason: 'A campaign' });
    await lab.client.project.undo();
    expect(await fee()).toMatchObject({ state: 'open', stateReason: null });
    await lab.client.signals.mark({ subject, onset: '2026-07-27', state: 'dismissed', reason: 'An earlier one' });
    expect((await fee()).state).toBe('open');
    await lab.client.project.undo();
  });

  test('a cause made of new words is one undo', async () => {
    const { signals } = await lab.client.signals.list();
    const words = signals.find(({ kind }) => kind === 'words');
    if (!words) throw new Error('There are no new words.');
    const code = await lab.client.signals.makeCause({ subject: words.subject, onset: words.onset, key: 'ZZ', name: 'Of new words', owner: 'Finance' });
    expect((await lab.client.signals.list()).signals.find(({ subject }) => subject === words.subject)?.state).toBe('cause');
    await lab.client.project.undo();
    expect((await lab.client.codebook.list()).map(({ id }) => id)).not.toContain(code.id);
    expect((await lab.client.signals.list()).signals.find(({ subject }) => subject === words.subject)?.state).toBe('open');
  });

  test('"verified" is refused while nothing changed, and given when the later rate is lower', async () => {
    const { subject } = await fee();
    const loop = { heardOn: '2026-08-03', owner: 'Finance', assignedOn: '2026-08-05', decision: 'Stop it', decidedOn: '2026-08-20', changeMade: 'Fee stopped', changedOn: '2026-09-14' };
    expect(await lab.client.signals.changeLoop({ subject, loop })).toMatchObject({ effect: 'noDifference', test: { weeks: 6 } });
    await expect(lab.client.signals.verifyLoop({ subject })).rejects.toMatchObject({ code: 'REFUSED', message: expect.stringContaining('not lower') as string });
    await lab.client.signals.changeLoop({ subject, loop: { ...loop, changedOn: '2026-10-12' } });
    await expect(lab.client.signals.verifyLoop({ subject })).rejects.toMatchObject({ message: expect.stringContaining('too early') as string });
    expect((await fee()).loop).toMatchObject({ owner: 'Finance', effect: 'tooEarly' });
    // A cause that ended when somebody changed something: tags of the last weeks are taken away.
    const from = '2026-09-28';
    const { rows } = await lab.client.interactions.page({ filter: { cause: 'Paper-bill fee', from }, offset: 0, limit: 500 });
    for (const { id } of rows) {
      const { tags } = await lab.client.interactions.get({ id });
      for (const { id: tagId, startMs, endMs, turnSeq, charStart, charEnd, note, severity, outcome } of tags.filter(({ codeKey }) => codeKey === 'BF')) {
        await lab.client.tags.change({ id: tagId, codeId: 'CI', startMs, endMs, turnSeq, charStart, charEnd, note, severity, outcome });
      }
    }
    const lower = await lab.client.signals.changeLoop({ subject, loop: { ...loop, changedOn: '2026-09-25' } });
    expect(lower).toMatchObject({ effect: 'lower', test: { weeks: 5, after: { count: 0 } } });
    const verified = await lab.client.signals.verifyLoop({ subject });
    expect(verified).toMatchObject({ verifiedOn: '2026-11-21', verification: { weeks: 5 } });
    expect(verified.stages.map(({ daysBetween }) => daysBetween)).toEqual([null, 2, 15, 36, 57]);
    expect(await lab.client.signals.changeLoop({ subject, loop: { ...loop, changedOn: '2026-09-24' } })).toMatchObject({ verifiedOn: null, verification: null });
  });
});
