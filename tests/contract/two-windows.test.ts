import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeParts } from '#shared/commands/codebook.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { answerParts } from '#shared/commands/evaluations.ts';
import { commandDefinitions } from '#shared/commands/index.ts';
import { sessionParts } from '#shared/commands/coaching.ts';
import { loopParts } from '#shared/commands/signals.ts';
import { settingParts } from '#shared/commands/settings.ts';
import { tagParts } from '#shared/commands/tags.ts';
import { wordParts } from '#shared/commands/transcript.ts';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import type { Code } from '#shared/model/code.ts';
import { versionOf } from '#shared/version.ts';
import { figure } from '#tests/support/figure.ts';
import { makeCallFolder } from '#tests/support/hosts/call-folder.ts';
import { followed } from '#tests/support/hosts/procedure-record.ts';
import { openWebPipe, type EngineClient, type OpenPipe } from '#tests/support/hosts/pipes.ts';
import { openWebLab, type WebLab } from '#tests/support/hosts/web-lab.ts';
import { effort } from '#tests/support/store/effort.ts';
import { editingCases } from './editing-cases.ts';

const editsEach = effort(60, 500);
const blank = { key: 'X', name: 'X', kind: 'cause' as const, dimension: null, parentId: null, owner: null, controllableBy: null, preventable: null, definition: '0', examples: [], colour: 1, quickSlot: null };
const changedMeanwhile = { code: 'CHANGED_MEANWHILE', data: { message: 'This was changed in another window meanwhile. Look at it as it is now, then change it again.' } };

let web: WebLab;
let pipe: OpenPipe;
let other: OpenPipe;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-windows-'));
  web = await openWebLab();
  pipe = await openWebPipe(web);
  for await (const _step of await pipe.client.project.create({ name: 'Two', sample: false, codebook: 'empty' })) { /* to its end */ }
  other = await openWebPipe(web);
});
afterAll(async () => {
  await other.close();
  await pipe.close();
  await web.close();
  rmSync(folder, { recursive: true, force: true });
});

const codeX = async (client: EngineClient): Promise<Code> => {
  const code = (await client.codebook.list()).find(({ key }) => key === 'X');
  if (code === undefined) throw new Error('no code');
  return code;
};

const lettersIn = (text: string, letter: string): number => text.split(letter).length - 1;

describe('two windows that write one text', () => {
  /** Adds a letter of its own to what stands there, `times` times. @returns how often the other window had been quicker */
  async function add(client: EngineClient, letter: string, { times, isChecked }: { times: number; isChecked: boolean }): Promise<number> {
    let refused = 0;
    for (let done = 0; done < times;) {
      const code = await codeX(client);
      const { uses: _uses, ...fields } = code;
      try {
        await client.codebook.change({ ...fields, definition: `${code.definition}${letter}`, ...(isChecked ? { seen: seenOf(codeParts, code) } : {}) });
        done += 1;
      } catch (error) {
        expect(error).toMatchObject(changedMeanwhile);
        refused += 1;
      }
    }
    return refused;
  }

  test(`L-15: 2 windows with ${editsEach} edits each lose none`, async () => {
    await pipe.client.codebook.add(blank);
    const asked = { times: editsEach, isChecked: true };
    const refused = await Promise.all([add(pipe.client, 'a', asked), add(other.client, 'b', asked)]);
    const { definition } = await codeX(pipe.client);
    expect([lettersIn(definition, 'a'), lettersIn(definition, 'b')]).toEqual([editsEach, editsEach]);
    expect(refused[0] + refused[1]).toBeGreaterThan(0);
    figure('L-15', `2 windows, ${editsEach} edits each, ${refused[0] + refused[1]} refused because the other was quicker and made again: ${2 * editsEach - lettersIn(definition, 'a') - lettersIn(definition, 'b')} updates lost`);
  }, effort(60_000, 600_000));

  test('without saying what they saw they would have', async () => {
    const { definition: before } = await codeX(pipe.client);
    const asked = { times: 20, isChecked: false };
    await Promise.all([add(pipe.client, 'c', asked), add(other.client, 'd', asked)]);
    expect((await codeX(pipe.client)).definition.length - before.length).toBeLessThan(40);
  });
});

describe('a project that two windows edit', () => {
  beforeAll(async () => {
    const from = makeCallFolder(folder);
    const fileIds = [];
    for (const file of ['C-1.vtt', 'C-2.vtt', 'C-3.vtt', 'interactions.csv', 'surveys.csv', 'quality_scores.csv']) fileIds.push(await pipe.choose(join(from, file)));
    writeFileSync(join(folder, 'costs.csv'), 'month,cost_category,amount,currency,paid_minutes,practical_capacity_minutes\n2026-01,Salaries,300.10,GBP,400,330\n');
    fileIds.push(await pipe.choose(join(folder, 'costs.csv')));
    await followed(await pipe.client.imports.run({ fileIds, mappings: {}, dryRun: false }));
  });

  const edited = commandDefinitions.filter(({ edit }) => edit.kind !== 'free').map(({ name }) => name);

  test('every command that may write over something has its case', () => {
    expect(Object.keys(editingCases).toSorted()).toEqual(edited.toSorted());
  });

  test.each(Object.entries(editingCases))('%s: whoever comes second is refused, and nothing is lost', async (_name, rivals) => {
    const { first, second, now } = await rivals(pipe.client, other.client);
    await first();
    const before = await now();
    expect(before).toBeDefined();
    await expect(second()).rejects.toMatchObject(changedMeanwhile);
    expect(await now()).toEqual(before);
  });

  test('a refusal tells what is there now, and who has looked at it writes it', async () => {
    const code = await codeX(pipe.client);
    const { uses: _uses, ...fields } = code;
    const seen = seenOf(codeParts, code);
    await pipe.client.codebook.change({ ...fields, owner: 'Billing', seen });
    const refusal = await other.client.codebook.change({ ...fields, owner: 'Logistics', seen }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ data: { now: { owner: { value: 'Billing' } } } });
    const { now } = (refusal as { data: { now: Record<string, { version: string }> } }).data;
    await other.client.codebook.change({ ...fields, owner: 'Logistics', seen: { ...seen, ...Object.fromEntries(Object.entries(now).map(([name, { version }]) => [name, version])) } });
    expect((await codeX(pipe.client)).owner).toBe('Logistics');
  });

  test('different parts of one thing are nobody’s to lose', async () => {
    const [one, two] = [pipe.client, other.client];
    const code = await codeX(one);
    const { uses: _uses, ...fields } = code;
    const seen = seenOf(codeParts, code);
    await one.codebook.change({ ...fields, owner: 'Finance', seen });
    await two.codebook.change({ ...fields, definition: 'It came late.', seen });
    expect(await codeX(one)).toMatchObject({ owner: 'Finance', definition: 'It came late.' });

    const subject = `code:${code.id}`;
    const loop = { heardOn: null, owner: 'Finance', assignedOn: null, decision: null, decidedOn: null, changeMade: null, changedOn: null };
    const seenLoop = seenOf(loopParts, await one.signals.loop({ subject }));
    await one.signals.changeLoop({ subject, loop: { ...loop, owner: 'Ann' }, seen: seenLoop });
    await two.signals.changeLoop({ subject, loop: { ...loop, decision: 'Call back.' }, seen: seenLoop });
    expect(await one.signals.loop({ subject })).toMatchObject({ owner: 'Ann', decision: 'Call back.' });

    const [person] = await one.coaching.people();
    const agentId = person?.agentId ?? '';
    const { createdAt: _at, createdBy: _by, ...session } = await one.coaching.addSession({ agentId, item: 'e1', heldOn: '2026-01-10', goal: 'Hear.', practice: 'Daily.', checkCount: 5, checkBy: '2026-02-10', agentView: null, selfScore: null, showsScores: true, showsCustomerWords: false, clipIds: [] });
    await one.coaching.changeSession({ ...session, goal: 'Listen.', seen: seenOf(sessionParts, session) });
    expect(await two.coaching.changeSession({ ...session, agentView: 'Hard.', seen: seenOf(sessionParts, session) })).toMatchObject({ goal: 'Listen.', agentView: 'Hard.' });

    const { definitions } = await one.gap.definitions();
    const seenRules = seenOf({ of: () => settingParts('definitions', definitions) }, null);
    await one.gap.changeDefinitions({ definitions: { companyGoodMin: 71 }, seen: seenRules });
    await two.gap.changeDefinitions({ definitions: { deadAirMinMs: 9000 }, seen: seenRules });
    expect((await one.gap.definitions()).definitions).toMatchObject({ companyGoodMin: 71, deadAirMinMs: 9000 });
  });

  test('two people fill in different answers of one evaluation', async () => {
    const which = { interactionId: 'C-2', queueId: null, kind: 'quality' as const };
    const { form } = await pipe.client.evaluations.open(which);
    const [a, b, c] = form.definition.sections.flatMap(({ questions }) => questions.map(({ key }) => key));
    const answer = (question: string | undefined, option: number) => ({ question: question ?? '', option, evidence: null });
    type Filled = { answers: ReturnType<typeof answer>[]; seen: Record<string, string>; note?: string };
    const save = (client: EngineClient, { answers, seen, note }: Filled) => client.evaluations.save({ ...which, heard: [], isBlind: true, answers, note: note ?? null, seen });
    const begun = await save(pipe.client, { answers: [answer(a, 1)], seen: {} });
    const seen = seenOf(answerParts, begun);
    await save(pipe.client, { answers: [answer(a, 1), answer(b, 2)], seen });
    const both = await save(other.client, { answers: [answer(a, 1), answer(c, 3)], seen, note: 'A note.' });
    expect(both).toMatchObject({ note: 'A note.' });
    expect(new Set(both.answers.map(({ question, option }) => `${question} ${option}`))).toEqual(new Set([`${a} 1`, `${b} 2`, `${c} 3`]));
    // Taking an answer away that nobody touched since works as well, and one that somebody did is refused.
    expect((await save(other.client, { answers: both.answers.filter(({ question }) => question !== c).map(({ question, option }) => answer(question, option ?? 0)), seen: seenOf(answerParts, both), note: 'A note.' })).answers).toHaveLength(2);
    await expect(save(other.client, { answers: [answer(b, 2)], seen: { ...seenOf(answerParts, both), [`answer ${a}`]: versionOf('other') }, note: 'A note.' })).rejects.toMatchObject(changedMeanwhile);
  });

  test('words, slides, order and look of a briefing', async () => {
    const [one, two] = [pipe.client, other.client];
    const { slides, seen } = await one.briefing.story();
    const [slide, next] = slides;
    const slideId = slide?.id ?? '';
    await one.briefing.editSlide({ slideId, title: 'Refunds are late', seen });
    await expect(two.briefing.editSlide({ slideId, title: 'All is well', seen })).rejects.toMatchObject({ ...changedMeanwhile, data: { now: { [`title ${slideId}`]: { value: 'Refunds are late' } } } });
    await two.briefing.editSlide({ slideId, lead: 'By a week.', seen });
    const other_ = await two.briefing.editSlide({ slideId: next?.id ?? '', isHidden: true, seen });
    expect(other_.slides.find(({ id }) => id === slideId)).toMatchObject({ title: 'Refunds are late', lead: 'By a week.' });
    await one.briefing.moveSlide({ slideId, by: 1, seen });
    await expect(two.briefing.moveSlide({ slideId, by: 2, seen })).rejects.toMatchObject(changedMeanwhile);
    await one.briefing.choose({ size: 'a4', seen });
    await expect(two.briefing.choose({ size: 'letter', seen })).rejects.toMatchObject(changedMeanwhile);
    const { slideId: own, story } = await one.briefing.addSlide({ afterId: null });
    await two.briefing.editSlide({ slideId: own, title: 'Written meanwhile', seen: story.seen });
    await expect(one.briefing.removeSlide({ slideId: own, seen: story.seen })).rejects.toMatchObject(changedMeanwhile);
    expect((await one.briefing.story()).choices.size).toBe('a4');
  });

  test('the privacy policy, by its parts, and the phrases of cues as one', async () => {
    const [one, two] = [pipe.client, other.client];
    const { policy } = await one.privacy.policy();
    const seen = seenOf({ of: () => settingParts('privacy', policy) }, null);
    await one.privacy.setPolicy({ ...policy, keepMonths: 12, seen });
    expect(await two.privacy.setPolicy({ ...policy, lockMinutes: 5, seen })).toMatchObject({ keepMonths: 12, lockMinutes: 5 });
    await expect(two.privacy.setPolicy({ ...policy, keepMonths: 24, seen })).rejects.toMatchObject(changedMeanwhile);
    const { phrases } = await one.empathy.cueList();
    const seenList = seenOf({ of: () => settingParts('empathy-cues', { phrases }) }, null);
    await one.empathy.changeCueList({ phrases: [{ kind: 'worry', phrase: 'worried sick' }], seen: seenList });
    await expect(two.empathy.changeCueList({ phrases: [{ kind: 'loss', phrase: 'passed away' }], seen: seenList })).rejects.toMatchObject(changedMeanwhile);
    await expect(two.empathy.changeCueList({ phrases: null, seen: seenList })).rejects.toMatchObject(changedMeanwhile);
  });

  test('what is gone says so, and undo and redo know nothing of versions', async () => {
    const { client } = pipe;
    const tag = await client.tags.add({ interactionId: 'C-1', codeId: (await codeX(client)).id, startMs: 0, endMs: null, turnSeq: null, charStart: null, charEnd: null, note: null, severity: null, outcome: null });
    const { interactionId: _interaction, codeKey: _key, codeName: _name, createdAt: _at, createdBy: _by, ...marks } = tag;
    await expect(client.tags.change({ ...marks, id: 'gone', seen: seenOf(tagParts, tag) })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const text = wholeInteraction(await client.interactions.get({ id: 'C-3' })).turns[0]?.text ?? '';
    await client.interactions.correct({ id: 'C-3', turnSeq: 0, text: 'Hello there.', seen: seenOf(wordParts, { text }) });
    await client.project.undo();
    expect(wholeInteraction(await client.interactions.get({ id: 'C-3' })).turns[0]?.text).toBe(text);
    await client.project.redo();
    expect(wholeInteraction(await client.interactions.get({ id: 'C-3' })).turns[0]?.text).toBe('Hello there.');
  });
});

test('a version tells what stands in a thing, not in which order its keys were written', () => {
  expect(versionOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(versionOf({ b: { d: null, c: [1, 2] }, a: 1 }));
  const different = [{ a: 1 }, { a: '1' }, { a: [1] }, { a: null }, { b: 1 }, [], {}, '', 'a', 'ä', 'b a', 'a b'].map(versionOf);
  expect(new Set(different).size).toBe(different.length);
});
