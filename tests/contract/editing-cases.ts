import { codeParts, codePlaceParts } from '#shared/commands/codebook.ts';
import { placeParts, statementParts } from '#shared/commands/causes.ts';
import { decisionParts, roundParts, sheetParts } from '#shared/commands/calibration.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { judgementParts } from '#shared/commands/empathy.ts';
import { formParts, queueParts } from '#shared/commands/evaluations.ts';
import { feeParts } from '#shared/commands/fees.ts';
import { recipeParts } from '#shared/commands/imports.ts';
import { relabelled, roleParts, rolesOf } from '#shared/commands/interactions.ts';
import { redactionParts } from '#shared/commands/privacy.ts';
import { settingParts } from '#shared/commands/settings.ts';
import { loopParts, markParts } from '#shared/commands/signals.ts';
import { linkParts } from '#shared/commands/surveys.ts';
import { timeParts, timesOf, wordParts } from '#shared/commands/transcript.ts';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';
import {
  aCode, aTag, aSession, aDispute, aDraft, aForm, aQueue, aStatement, aRound, anOpenRound, codeNow, written, which, listened, subject, emptyLoop, beliefs, mappingIn,
} from './editing-fixtures.ts';

/** Two authors who looked at the same thing: the first changes it, the second then wants to, and what stands there. */
export type Rivals = { first: () => Promise<unknown>; second: () => Promise<unknown>; now: () => Promise<unknown> };
type Case = (one: EngineClient, two: EngineClient) => Promise<Rivals>;

/** For every command that may write over something: how two windows come to want it. */
export const editingCases: Record<string, Case> = {
  'code.change': async (one, two) => {
    const code = await aCode(one);
    const change = (client: EngineClient, definition: string) => () => client.codebook.change({ ...written(code), definition, seen: seenOf(codeParts, code) });
    return { first: change(one, 'Late by a week.'), second: change(two, 'Late by a day.'), now: () => codeNow(one, code.id) };
  },
  'code.arrange': async (one, two) => {
    const [code, left, right] = [await aCode(one), await aCode(one), await aCode(one)];
    const seen = seenOf(codePlaceParts, { parentId: null, beforeId: left.id });
    const move = (client: EngineClient, parentId: string) => () => client.codebook.move({ id: code.id, parentId, beforeId: null, seen });
    return { first: move(one, left.id), second: move(two, right.id), now: () => codeNow(one, code.id) };
  },
  'tag.change': async (one, two) => {
    const { marks, now } = await aTag(one);
    return { first: () => one.tags.change({ ...marks, note: 'one' }), second: () => two.tags.change({ ...marks, note: 'two' }), now };
  },
  'tag.remove': async (one, two) => {
    const { marks: { seen, ...marks }, now } = await aTag(one);
    return { first: () => one.tags.change({ ...marks, note: 'one', seen }), second: () => two.tags.remove({ id: marks.id, seen }), now };
  },
  'turn.correct': async (one, two) => {
    const text = wholeInteraction(await one.interactions.get({ id: 'C-1' })).turns[0]?.text ?? '';
    const correct = (client: EngineClient, words: string) => () => client.interactions.correct({ id: 'C-1', turnSeq: 0, text: words, seen: seenOf(wordParts, { text }) });
    return { first: correct(one, 'Good morning.'), second: correct(two, 'Good evening.'), now: async () => wholeInteraction(await one.interactions.get({ id: 'C-1' })).turns[0]?.text };
  },
  'interaction.relabel': async (one, two) => {
    const { turns } = wholeInteraction(await one.interactions.get({ id: 'C-2' }));
    const asked = { speaker: null, turnSeq: 0, role: 'bot' as const };
    const seen = seenOf(roleParts, rolesOf(turns.filter(({ seq }) => relabelled(turns, asked).some((turn) => turn.seq === seq))));
    return {
      first: () => one.interactions.relabel({ id: 'C-2', ...asked, seen }), second: () => two.interactions.relabel({ id: 'C-2', ...asked, role: 'ivr', seen }),
      now: async () => wholeInteraction(await one.interactions.get({ id: 'C-2' })).turns[0]?.role,
    };
  },
  'transcript.shift': async (one, two) => {
    const { turns } = wholeInteraction(await one.interactions.get({ id: 'C-2' }));
    const shift = (client: EngineClient) => () => client.interactions.shiftTimes({ id: 'C-2', points: [{ fromMs: 0, toMs: 5000 }], seen: seenOf(timeParts, timesOf(turns)) });
    return { first: shift(one), second: shift(two), now: async () => timesOf(wholeInteraction(await one.interactions.get({ id: 'C-2' })).turns) };
  },
  'survey.link': async (one, two) => {
    const survey = (await one.interactions.get({ id: 'C-1' })).surveys[0];
    if (!survey) throw new Error('C-1 has no survey.');
    const link = (client: EngineClient, interactionId: string | null) => () => client.surveys.link({ responseId: survey.id, interactionId, seen: seenOf(linkParts, survey) });
    return { first: link(one, 'C-2'), second: link(two, null), now: async () => (await one.interactions.get({ id: 'C-2' })).surveys.map(({ id }) => id) };
  },
  'cause.place': async (one, two) => {
    const { id: code } = await aCode(one);
    const place = (client: EngineClient, customer: 'value' | 'irritant') => () => client.causes.place({ code, value: { customer, company: 'value' }, seen: seenOf(placeParts, null) });
    return { first: place(one, 'value'), second: place(two, 'irritant'), now: () => one.causes.report({ weight: 'count', method: 'time-driven', filter: {} }) };
  },
  'statement.move': async (one, two) => {
    const { id, seen, now } = await aStatement(one);
    await one.causes.moveStatement({ id, state: 'sent', reason: null, seen });
    const sent = seenOf(statementParts, { state: 'sent' as const, reason: null });
    return {
      first: () => one.causes.moveStatement({ id, state: 'disputed', reason: 'Not ours.', seen: sent }), second: () => two.causes.moveStatement({ id, state: 'accepted', reason: null, seen: sent }), now,
    };
  },
  'statement.remove': async (one, two) => {
    const { id, seen, now } = await aStatement(one);
    return { first: () => one.causes.moveStatement({ id, state: 'sent', reason: null, seen }), second: () => two.causes.removeStatement({ id, seen }), now };
  },
  'fee.save': async (one, two) => {
    const save = (client: EngineClient, fee: number) => () => client.causes.saveFee({ name: 'Plan', beliefs: beliefs(fee), seed: 1, basis: null, seen: seenOf(feeParts, null) });
    return { first: save(one, 2), second: save(two, 3), now: () => one.causes.fees() };
  },
  'fee.remove': async (one, two) => {
    const fee = await one.causes.saveFee({ name: 'Other plan', beliefs: beliefs(1), seed: 1, basis: null });
    // Saving under the same name puts another in its place; the second window still shows the one it removes.
    const again = () => one.causes.saveFee({ name: 'Other plan', beliefs: beliefs(4), seed: 1, basis: null, seen: seenOf(feeParts, fee) });
    const saved = await again();
    return {
      first: () => one.causes.saveFee({ name: 'Other plan', beliefs: beliefs(5), seed: 1, basis: null, seen: seenOf(feeParts, saved) }),
      second: async () => two.causes.removeFee({ id: (await two.causes.fees()).find(({ name }) => name === 'Other plan')?.id ?? '', seen: seenOf(feeParts, saved) }),
      now: () => one.causes.fees(),
    };
  },
  'setting.change': async (one, two) => {
    const { definitions } = await one.gap.definitions();
    const seen = { of: () => settingParts('definitions', definitions) };
    const change = (client: EngineClient, lookBackDays: number) => () => client.gap.changeDefinitions({ definitions: { lookBackDays }, seen: seenOf(seen, null) });
    return { first: change(one, 100), second: change(two, 200), now: async () => (await one.gap.definitions()).definitions };
  },
  'form.save': async (one, two) => {
    const { changed, now } = await aForm(one);
    return { first: () => one.evaluations.saveForm(changed(60)), second: () => two.evaluations.saveForm(changed(90)), now };
  },
  'form.remove': async (one, two) => {
    const { form, changed, now } = await aForm(one);
    return { first: () => one.evaluations.saveForm(changed(60)), second: () => two.evaluations.removeForm({ id: form.id, seen: seenOf(formParts, form) }), now };
  },
  'evaluation.draft': async (one, two) => {
    const { answered, seen, now } = await aDraft(one);
    const save = (client: EngineClient, option: number) => () => client.evaluations.save({ ...which, ...listened, answers: answered(option), note: null, seen });
    return { first: save(one, 2), second: save(two, 3), now };
  },
  'evaluation.discard': async (one, two) => {
    const { draft, answered, seen, now } = await aDraft(one);
    return { first: () => one.evaluations.save({ ...which, ...listened, answers: answered(2), note: null, seen }), second: () => two.evaluations.discard({ id: draft.id, seen }), now };
  },
  'evaluation.finish': async (one, two) => {
    const { answered, seen, now } = await aDraft(one);
    return { first: () => one.evaluations.save({ ...which, ...listened, answers: answered(2), note: null, seen }), second: () => two.evaluations.finish({ ...which, ...listened, seen }), now };
  },
  'queue.remove': async (one, two) => {
    const { queue: { id, replaced }, entries, now } = await aQueue(one);
    return {
      first: () => one.evaluations.replace({ queueId: id, interactionId: entries[0]?.interactionId ?? '', because: 'Noise' }),
      second: () => two.evaluations.removeQueue({ id, seen: seenOf(queueParts, { replaced }) }), now,
    };
  },
  'recipe.save': async (one, two) => {
    const save = (client: EngineClient, timeZone: string) => () => client.imports.saveRecipe({ name: 'Monthly', mapping: mappingIn(timeZone), seen: seenOf(recipeParts, null) });
    return { first: save(one, 'UTC'), second: save(two, 'Europe/London'), now: () => one.imports.recipes() };
  },
  'signal.mark': async (one, two) => {
    const seen = seenOf(markParts, null);
    return {
      first: () => one.signals.mark({ subject, onset: '2026-01-05', state: 'dismissed', reason: 'A sale.', seen }),
      second: () => two.signals.mark({ subject, onset: '2026-01-05', state: 'watched', reason: null, seen }),
      // What was marked is taken back only by whoever saw it: the version of a dismissal for another reason is refused.
      now: async () => two.signals.unmark({ subject, seen: seenOf(markParts, { state: 'dismissed', reason: 'Another.' }) }).then(() => 'gone', (error: { data: { now: unknown } }) => error.data.now),
    };
  },
  'loop.change': async (one, two) => {
    const { id } = await aCode(one);
    const about = `code:${id}`;
    const seen = seenOf(loopParts, await one.signals.loop({ subject: about }));
    const change = (client: EngineClient, decision: string) => () => client.signals.changeLoop({ subject: about, loop: { ...emptyLoop, decision, decidedOn: '2026-01-05' }, seen });
    return { first: change(one, 'Call them back.'), second: change(two, 'Write to them.'), now: () => one.signals.loop({ subject: about }) };
  },
  'coaching.changeSession': async (one, two) => {
    const { row, seen, now } = await aSession(one);
    return { first: () => one.coaching.changeSession({ ...row, goal: 'Hear it.', seen }), second: () => two.coaching.changeSession({ ...row, goal: 'Say it.', seen }), now };
  },
  'coaching.removeSession': async (one, two) => {
    const { row, seen, now } = await aSession(one);
    return { first: () => one.coaching.changeSession({ ...row, goal: 'Hear it.', seen }), second: () => two.coaching.removeSession({ id: row.id, seen }), now };
  },
  'coaching.settleDispute': async (one, two) => {
    const { id, seen, now } = await aDispute(one);
    return { first: () => one.coaching.settleDispute({ id, state: 'accepted', answer: 'Yes.', seen }), second: () => two.coaching.settleDispute({ id, state: 'kept', answer: 'No.', seen }), now };
  },
  'coaching.withdrawDispute': async (one, two) => {
    const { id, seen, now } = await aDispute(one);
    return { first: () => one.coaching.settleDispute({ id, state: 'accepted', answer: 'Yes.', seen }), second: () => two.coaching.withdrawDispute({ id, seen }), now };
  },
  'redaction.change': async (one, two) => {
    const place = { turnSeq: 1, charStart: 0, charEnd: 2, type: 'PERSON' as const };
    const seen = seenOf(redactionParts, [{ ...place, status: 'suggested' }]);
    return {
      first: () => one.privacy.review({ interactionId: 'C-3', apply: [], dismiss: [place], seen }), second: () => two.privacy.review({ interactionId: 'C-3', apply: [place], dismiss: [], seen }),
      now: () => one.privacy.places({ interactionId: 'C-3' }),
    };
  },
  'calibration.keepSheet': async (one, two) => {
    const { round, answers, now } = await aRound(one);
    const seal = (client: EngineClient, value: number) => () => client.calibration.seal({ roundId: round.id, rater: 'Ada', interaction: 'C-1', answers: answers(value), seen: seenOf(sheetParts, null) });
    return { first: seal(one, 1), second: seal(two, 2), now };
  },
  'calibration.removeRound': async (one, two) => {
    const { round, answers, now } = await aRound(one);
    return {
      first: () => one.calibration.seal({ roundId: round.id, rater: 'Ada', interaction: 'C-1', answers: answers(1) }),
      second: () => two.calibration.remove({ id: round.id, seen: seenOf(roundParts, { sealed: [] }) }), now,
    };
  },
  'calibration.settle': async (one, two) => {
    const { place, now } = await anOpenRound(one);
    const settle = (client: EngineClient, value: number) => () => client.calibration.settle({ ...place, value, reason: 'Heard together.', isExample: false, seen: seenOf(decisionParts, null) });
    return { first: settle(one, 2), second: settle(two, 3), now };
  },
  'empathy.change': async (one, two) => {
    const turn = { interactionId: 'C-1', turnSeq: 1 };
    const judge = (client: EngineClient, outcome: 'taken' | 'missed') => () => client.empathy.judge({ ...turn, outcome, softened: null, note: null, seen: seenOf(judgementParts, null) });
    return { first: judge(one, 'taken'), second: judge(two, 'missed'), now: async () => (await one.empathy.ofInteraction({ id: 'C-1' })).opportunities };
  },
  'empathy.remove': async (one, two) => {
    const turn = { interactionId: 'C-2', turnSeq: 1, softened: null, note: null };
    const judged = await one.empathy.judge({ ...turn, outcome: 'none' });
    const seen = seenOf(judgementParts, judged);
    return { first: () => one.empathy.judge({ ...turn, outcome: 'missed', seen }), second: () => two.empathy.remove({ id: judged.id, seen }), now: async () => (await one.empathy.ofInteraction({ id: 'C-2' })).opportunities };
  },
};
