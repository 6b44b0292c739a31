import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultForm, defaultFormVersionId } from '#shared/form/default-form.ts';
import type { DraftAnswer } from '#shared/model/evaluation.ts';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';

/** Twelve calls: six in Sales, four in Billing, two in Moves; the odd ones were answered by a survey. */
const ids = Array.from({ length: 12 }, (_, index) => `C-${String(index + 1).padStart(2, '0')}`);
const queueOf = (index: number) => (index < 6 ? 'Sales' : index < 10 ? 'Billing' : 'Moves');
const files = {
  ...Object.fromEntries(ids.map((id) => [`${id}.vtt`, vtt([['Agent Ann Lee', 'Good morning.'], ['Customer', `It is broken again, ${id}.`]])])),
  'interactions.csv': ['interaction_id,channel,started_at,queue,agent_id,agent_name,duration_s,last_csat',
    ...ids.map((id, index) => `${id},phone,2026-10-0${(index % 9) + 1}T09:00:00Z,${queueOf(index)},A-1,Ann Lee,60,2`)].join('\n'),
  'surveys.csv': ['response_id,interaction_id,answered_at,csat,comment',
    ...ids.filter((_, index) => index % 2 === 0).map((id, index) => `S-${index},${id},2026-10-11T09:00:00Z,${(index % 5) + 1},It took too long number ${index}`)].join('\n'),
};

let lab: EngineLab;
beforeAll(async () => {
  lab = await openLab({ now: '2027-03-01T12:00:00Z' });
  await lab.run(await lab.put(files));
}, 60_000);
afterAll(() => lab.close());

const everything = { method: 'random' as const, filter: {}, rule: { skipsEvaluated: true, minSeconds: 0 }, strataField: null, size: 5, seed: 7 };
const blind = { name: 'October', formVersionId: null, isBlind: true, hidesAgent: true };
const proof = { ms: 1000, turnSeq: 0, tagId: null };
const answered = (option: number): DraftAnswer[] => defaultForm.sections.flatMap(({ questions }) => questions.map(({ key }) => ({ question: key, option, evidence: proof })));
const which = (interactionId: string, queueId: string | null = null, kind: 'quality' | 'self' = 'quality') => ({ interactionId, queueId, kind });
const save = (given: ReturnType<typeof which>, answers: DraftAnswer[]) => lab.client.evaluations.save({ ...given, answers, note: null, heard: [], isBlind: true });
const finish = (given: ReturnType<typeof which>) => lab.client.evaluations.finish({ ...given, heard: [{ startMs: 0, endMs: 3000, speed: 1.5 }], isBlind: true });
const figure = async (name: string) => (await lab.client.metrics.get({ names: [name], filter: {} }))[name];

describe('a queue', () => {
  it('advises on its size and says what is left out', async () => {
    const advice = await lab.client.evaluations.frame({ ...everything, method: 'stratified', strataField: 'queue', rule: { skipsEvaluated: true, minSeconds: 61 } });
    expect(advice).toMatchObject({ frameSize: 0, excluded: { evaluated: 0, tooShort: 12, unusable: 0 }, halfWidth: null });
    const open = await lab.client.evaluations.frame({ ...everything, method: 'stratified', strataField: 'queue', size: 6 });
    expect(open).toMatchObject({ frameSize: 12, toEstimate5: 12, toSeeOneIn20: 12, forStrata: 9 });
    expect(open.strata).toEqual([{ name: 'Billing', size: 4, drawn: 2 }, { name: 'Moves', size: 2, drawn: 1 }, { name: 'Sales', size: 6, drawn: 3 }]);
  });

  it('is the same for the same seed, another for another, and goes with undo', async () => {
    const drawn = async (seed: number) => {
      const { id } = await lab.client.evaluations.draw({ ...everything, ...blind, seed });
      const { queue, entries } = await lab.client.evaluations.queue({ id });
      await lab.client.project.undo();
      return { hash: queue.frameHash, calls: entries.map(({ externalId }) => externalId) };
    };
    const [first, again, other] = [await drawn(7), await drawn(7), await drawn(8)];
    expect(again).toEqual(first);
    expect(other.hash).toBe(first.hash);
    expect(other.calls).not.toEqual(first.calls);
    expect(first.calls).toHaveLength(5);
    expect(await lab.client.evaluations.queues()).toEqual([]);
  });

  it('refuses strata that an interaction can belong to twice, and an empty frame', async () => {
    await expect(lab.client.evaluations.frame({ ...everything, strataField: 'cause' })).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(lab.client.evaluations.draw({ ...everything, ...blind, filter: { queue: 'None' } })).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('hides what the customer said and who the agent was, everywhere, until the evaluation is finished', async () => {
    await save(which('C-01'), answered(1));
    await finish(which('C-01'));
    const { id: queueId } = await lab.client.evaluations.draw({ ...everything, ...blind, size: 12, rule: { skipsEvaluated: false, minSeconds: 0 } });
    const words = async () => JSON.stringify([await lab.client.interactions.get({ id: 'C-01' }), (await lab.client.interactions.page({ filter: { ids: [await idOf('C-01')] }, offset: 0, limit: 9 })).rows[0]?.customerScore]);
    const before = await words();
    expect(before).not.toContain('It took too long');
    expect(before).not.toContain('last_csat');
    expect(before).not.toContain('Ann Lee');
    expect(JSON.parse(before)).toMatchObject([{ surveys: [], hidden: { customer: true, agent: true, evaluations: true }, evaluations: [], interaction: { customerScore: null, companyScore: null, agentName: null } }, null]);
    // Asked for all the same, it is given: the person decides, and the evaluation will say so.
    expect((await lab.client.interactions.get({ id: 'C-01', isBlind: false })).surveys).toHaveLength(1);
    await save(which('C-01', queueId), answered(3));
    await finish(which('C-01', queueId));
    const after = await words();
    expect(after).toContain('It took too long number 0');
    expect(after).toContain('Ann Lee');
    expect((await lab.client.interactions.get({ id: 'C-01', isBlind: true })).surveys).toEqual([]);
    expect((await lab.client.interactions.get({ id: 'C-01' })).evaluations).toHaveLength(2);
    await undo(5);
  });

  it('replaces what cannot be heard from the same stratum, counts it, and takes it back', async () => {
    const { id } = await lab.client.evaluations.draw({ ...everything, ...blind, method: 'stratified', strataField: 'queue', size: 6 });
    const { entries } = await lab.client.evaluations.queue({ id });
    const sales = entries.find(({ stratum }) => stratum === 'Sales');
    const queue = await lab.client.evaluations.replace({ queueId: id, interactionId: sales?.interactionId ?? '', because: 'Only noise' });
    expect(queue).toMatchObject({ total: 6, replaced: 1 });
    const now = (await lab.client.evaluations.queue({ id })).entries;
    expect(now.at(-1)).toMatchObject({ stratum: 'Sales', state: 'waiting', position: 7, probability: 0.5 });
    expect(entries.map(({ externalId }) => externalId)).not.toContain(now.at(-1)?.externalId);
    await undo(1);
    expect((await lab.client.evaluations.queue({ id })).entries).toEqual(entries);
    await undo(1);
  });
});

const idOf = async (externalId: string) => (await lab.client.interactions.get({ id: externalId })).interaction.id;
const undo = async (times: number) => {
  for (let time = 0; time < times; time += 1) await lab.client.project.undo();
};

describe('an evaluation', () => {
  it('is kept while it is being filled in, without entering any figure', async () => {
    const { form, draft } = await lab.client.evaluations.open(which('C-02'));
    expect(form.id).toBe(defaultFormVersionId);
    expect(draft).toBeNull();
    await save(which('C-02'), answered(4).slice(0, 3));
    expect((await lab.client.evaluations.open(which('C-02'))).draft).toMatchObject({ evaluator: 'tester', answers: [{ question: 'T1' }, { question: 'T2' }, { question: 'T3' }] });
    expect((await lab.client.interactions.get({ id: 'C-02' })).evaluations).toEqual([]);
    await expect(finish(which('C-02'))).rejects.toMatchObject({ code: 'REFUSED', message: expect.stringContaining('not answered') });
    await save(which('C-02'), answered(4).map((answer) => (answer.question === 'E5' ? { ...answer, evidence: null } : answer)));
    await expect(finish(which('C-02'))).rejects.toMatchObject({ code: 'REFUSED', message: expect.stringContaining('moment') });
    await undo(2);
    expect((await lab.client.evaluations.open(which('C-02'))).draft).toBeNull();
  });

  it('from a random queue is in every figure at once, and out of it with undo', async () => {
    const before = { pass: await figure('quality-pass'), technical: await figure('technical'), gap: await lab.client.gap.report({ definition: 'matched', by: null, topBox: null, filter: {} }) };
    expect([before.pass?.n, before.technical?.n, before.gap.gap.n]).toEqual([0, 0, 0]);
    const { id: queueId } = await lab.client.evaluations.draw({ ...everything, ...blind, size: 12 });
    for (const [call, option] of [['C-01', 4], ['C-03', 4], ['C-05', 1], ['C-07', 4], ['C-09', 2]] as const) {
      await save(which(call, queueId), answered(option));
      const { evaluation, queue } = await finish(which(call, queueId));
      expect(evaluation).toMatchObject({ purpose: 'random', score: option * 25, technical: option * 25, isBlind: true, listening: { heardMs: 3000, fastest: 1.5 } });
      expect(queue?.finished).toBeGreaterThan(0);
    }
    // Passed by the project's own rule, a score of 80: three of five. They answered 1 to 5 of 5: one in the top box.
    expect(await figure('quality-pass')).toMatchObject({ n: 5, value: 0.6 });
    expect(await figure('technical')).toMatchObject({ n: 5, value: 75 });
    const { gap, table } = await lab.client.gap.report({ definition: 'matched', by: null, topBox: null, filter: {} });
    expect(table).toEqual({ both: 0, companyOnly: 3, customerOnly: 1, neither: 1 });
    expect(gap).toMatchObject({ n: 5, value: expect.closeTo(40, 9) });
    expect((await lab.client.interactions.get({ id: 'C-01' })).interaction.companyScore).toBe(100);
    await undo(1);
    expect(await figure('quality-pass')).toMatchObject({ n: 4 });
    await lab.client.project.redo();
    expect(await figure('quality-pass')).toMatchObject({ n: 5, value: 0.6 });
    await undo(11);
    expect(await figure('quality-pass')).toMatchObject({ n: 0, value: null });
    expect(await lab.client.evaluations.queues()).toEqual([]);
  });

  it('that somebody chose, or that the agent made, stays out of every rate', async () => {
    const { id: queueId } = await lab.client.evaluations.draw({ ...everything, ...blind, method: 'targeted', size: 3 });
    for (const given of [which('C-01', queueId), which('C-02'), which('C-03', null, 'self')]) {
      await save(given, answered(4));
      await finish(given);
    }
    const purposes = await Promise.all(['C-01', 'C-02', 'C-03'].map(async (id) => (await lab.client.interactions.get({ id })).evaluations.map(({ purpose, evaluator }) => [purpose, evaluator])));
    expect(purposes).toEqual([[['targeted', 'tester']], [['targeted', 'tester']], [['self', 'Ann Lee']]]);
    expect(await figure('quality-pass')).toMatchObject({ n: 0, value: null });
    expect((await lab.client.gap.report({ definition: 'matched', by: null, topBox: null, filter: {} })).gap.n).toBe(0);
    expect((await lab.client.interactions.get({ id: 'C-03' })).interaction.companyScore).toBeNull();
    await undo(7);
  });

  it('can be opened again, is not blind from then on, and goes back as it was', async () => {
    await save(which('C-04'), answered(2));
    const { evaluation } = await finish(which('C-04'));
    const draft = await lab.client.evaluations.reopen({ id: evaluation.id });
    expect(draft).toMatchObject({ id: evaluation.id, isBlind: false });
    expect(draft.answers.find(({ question }) => question === 'E1')).toEqual({ question: 'E1', option: 2, evidence: proof });
    expect((await lab.client.interactions.get({ id: 'C-04' })).interaction.companyScore).toBeNull();
    await undo(1);
    expect((await lab.client.interactions.get({ id: 'C-04' })).evaluations).toEqual([evaluation]);
    await undo(2);
  });

  it('waits in the bin with its interaction, and a finished one finds it again', async () => {
    await save(which('C-06'), answered(3));
    await save(which('C-07'), answered(3));
    await finish(which('C-07'));
    const [batch] = await lab.client.imports.list();
    await lab.client.imports.remove({ importId: batch?.id ?? '' });
    await undo(1);
    expect((await lab.client.evaluations.open(which('C-06'))).draft?.answers).toHaveLength(10);
    expect((await lab.client.interactions.get({ id: 'C-07' })).evaluations).toMatchObject([{ score: 75 }]);
    await undo(3);
  });
});

describe('forms', () => {
  const harsher = { ...defaultForm, passMark: 60, sections: defaultForm.sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, weight: question.key === 'T2' ? 550 : 50 })) })) };

  it('are drafted, tried on past evaluations, published and pinned', async () => {
    await save(which('C-08'), answered(3).map((answer) => (answer.question === 'T2' ? { ...answer, option: 0 } : answer)));
    await finish(which('C-08'));
    const [old] = await lab.client.evaluations.forms();
    const draft = await lab.client.evaluations.saveForm({ formId: old?.formId ?? '', definition: harsher });
    expect(draft).toMatchObject({ version: 2, state: 'draft' });
    const run = await lab.client.evaluations.dryRun({ id: draft.id });
    expect(run).toMatchObject({ compared: 1, changedTotal: 1, newlyFailed: 1, incomplete: 0, changed: [{ externalId: 'C-08', before: 67.5, after: expect.closeTo(33.75, 9), passedAfter: false }] });
    await expect(lab.client.evaluations.draw({ ...everything, ...blind, formVersionId: draft.id })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await lab.client.evaluations.publishForm({ id: draft.id })).toMatchObject({ state: 'published', version: 2 });
    // The evaluation of before keeps its version and its score; a new one gets the new version.
    expect((await lab.client.interactions.get({ id: 'C-08' })).evaluations).toMatchObject([{ formVersionId: defaultFormVersionId, score: 67.5 }]);
    expect((await lab.client.evaluations.open(which('C-09'))).form).toMatchObject({ id: draft.id, version: 2 });
    await undo(1);
    expect(await lab.client.evaluations.forms()).toMatchObject([{ version: 2, state: 'draft' }, { version: 1, state: 'published', uses: 1 }]);
    await undo(1);
    expect(await lab.client.evaluations.forms()).toMatchObject([{ version: 1 }]);
    await undo(2);
  });

  it('are refused while they are unsound, and stay while they are used', async () => {
    const unsound = await lab.client.evaluations.saveForm({ formId: null, definition: { ...harsher, name: 'Another', sections: harsher.sections.slice(0, 1) } });
    await expect(lab.client.evaluations.publishForm({ id: unsound.id })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await lab.client.evaluations.removeForm({ id: unsound.id })).toEqual({ removed: true });
    await expect(lab.client.evaluations.removeForm({ id: defaultFormVersionId })).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await lab.client.evaluations.reliability()).toEqual([]);
  });
});
