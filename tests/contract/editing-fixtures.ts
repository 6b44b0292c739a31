import { statementParts } from '#shared/commands/causes.ts';
import { sessionParts, settlementParts } from '#shared/commands/coaching.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { answerParts, formParts } from '#shared/commands/evaluations.ts';
import { tagParts } from '#shared/commands/tags.ts';
import type { Code } from '#shared/model/code.ts';
import type { Dispute } from '#shared/model/coaching.ts';
import { feeInputNames } from '#shared/model/fee.ts';
import type { FeeBeliefs } from '#shared/model/fee.ts';
import type { Mapping } from '#shared/model/import-mapping.ts';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';

/* Things that two windows look at, each with what its author saw and a way to look again. */

const noPlace = { startMs: null, endMs: null, turnSeq: null, charStart: null, charEnd: null };
const noMarks = { note: null, severity: null, outcome: null };
let made = 0;

export async function aCode(client: EngineClient, part: Partial<Omit<Code, 'id' | 'uses'>> = {}): Promise<Code> {
  made += 1;
  return client.codebook.add({
    key: `K${made}`, name: `Code ${made}`, kind: 'cause', dimension: null, parentId: null, owner: 'Finance', controllableBy: null, preventable: null, definition: 'It came late.', examples: [],
    colour: 1, quickSlot: null, ...part,
  });
}
export const codeNow = async (client: EngineClient, id: string) => (await client.codebook.list()).find((code) => code.id === id);
export const written = ({ uses: _uses, ...code }: Code) => code;

export async function aTag(client: EngineClient) {
  const { id: codeId } = await aCode(client);
  const tag = await client.tags.add({ interactionId: 'C-1', codeId, ...noPlace, ...noMarks, startMs: 0 });
  const marks = { id: tag.id, codeId, ...noPlace, ...noMarks, startMs: 0, seen: seenOf(tagParts, tag) };
  return { marks, now: async () => (await client.interactions.moments({ id: 'C-1' })).tags.find(({ id }) => id === tag.id) };
}

const record = {
  item: 'e1', heldOn: '2026-01-10', goal: 'Name the feeling.', practice: 'Once a call.', checkCount: 5, checkBy: '2026-02-10', agentView: null, selfScore: null, showsScores: true,
  showsCustomerWords: false, clipIds: [],
};
async function sheetOf(client: EngineClient) {
  const people = await client.coaching.people();
  const agentId = people[0]?.agentId ?? '';
  return { agentId, sheet: () => client.coaching.person({ agentId, from: null, to: null }) };
}
export async function aSession(client: EngineClient) {
  const { agentId, sheet } = await sheetOf(client);
  const session = await client.coaching.addSession({ ...record, agentId });
  const { createdAt: _at, createdBy: _by, ...row } = session;
  return { row, seen: seenOf(sessionParts, session), now: async () => (await sheet()).sessions.find(({ session: { id } }) => id === session.id)?.session };
}
export async function aDispute(client: EngineClient) {
  const { sheet } = await sheetOf(client);
  const evaluationId = (await sheet()).reviews[0]?.evaluationId ?? '';
  const { id, ...dispute }: Dispute = await client.coaching.dispute({ evaluationId, item: null, reason: 'I did say it.' });
  const now = async () => (await sheet()).reviews.flatMap(({ disputes }) => disputes).find((one) => one.id === id);
  return { id, seen: seenOf(settlementParts, dispute), now };
}

export const which = { interactionId: 'C-1', queueId: null, kind: 'quality' as const };
export const listened = { heard: [], isBlind: true };
/** An evaluation that both windows have open with one answer. */
export async function aDraft(client: EngineClient) {
  const inHand = await client.evaluations.open(which);
  if (inHand.draft) await client.evaluations.discard({ id: inHand.draft.id });
  const questions = inHand.form.definition.sections.flatMap(({ questions: of }) => of.map(({ key }) => key));
  const answered = (option: number) => questions.map((question) => ({ question, option, evidence: null }));
  const draft = await client.evaluations.save({ ...which, ...listened, answers: answered(1), note: null });
  return { draft, answered, seen: seenOf(answerParts, draft), now: async () => (await client.evaluations.open(which)).draft };
}

export async function aForm(client: EngineClient) {
  const [builtIn] = await client.evaluations.forms();
  if (!builtIn) throw new Error('There is no form.');
  const form = await client.evaluations.saveForm({ formId: null, definition: { ...builtIn.definition, passMark: 50 } });
  const changed = (passMark: number) => ({ formId: form.formId, definition: { ...form.definition, passMark }, seen: seenOf(formParts, form) });
  return { form, changed, now: async () => (await client.evaluations.forms()).find(({ id }) => id === form.id) };
}

export async function aQueue(client: EngineClient) {
  const request = { method: 'random' as const, filter: {}, rule: { skipsEvaluated: false, minSeconds: 0 }, strataField: null, size: 2, seed: 1 };
  const queue = await client.evaluations.draw({ ...request, name: 'Two', formVersionId: null, isBlind: false, hidesAgent: false });
  const { entries } = await client.evaluations.queue({ id: queue.id });
  return { queue, entries, now: () => client.evaluations.queue({ id: queue.id }) };
}

export const subject = 'words:kettle';
export const emptyLoop = { heardOn: null, owner: null, assignedOn: null, decision: null, decidedOn: null, changeMade: null, changedOn: null };

export async function aStatement(client: EngineClient) {
  const statement = await client.causes.draftStatement({ owner: 'Finance', method: 'time-driven' });
  return { id: statement.id, seen: seenOf(statementParts, statement), now: async () => (await client.causes.statements()).find(({ id }) => id === statement.id) };
}

export const beliefs = (mode: number) => Object.fromEntries(feeInputNames.map((name) => [name, { low: 0, mode: name === 'fee' ? mode : 0, high: 10 }])) as FeeBeliefs;

export const mappingIn = (timeZone: string): Mapping => ({
  version: 1, kind: 'interactions', headerFingerprint: 'one', sheet: null, encoding: null, delimiter: null, timeZone, noAnswer: 'leave-empty', duplicates: 'keep-last', columns: [], questions: [],
});

export async function aRound(client: EngineClient) {
  made += 1;
  const round = await client.calibration.create({ name: `Round ${made}`, closesOn: null, interactionIds: ['C-1', 'C-2'], items: ['e1'], raters: ['Ada', 'Bo'], openingWord: null });
  const answers = (value: number) => [{ item: 'e1', value, startMs: null, endMs: null, turnSeq: 0, note: null }];
  const now = async () => (await client.calibration.rounds()).find(({ id }) => id === round.id)?.progress;
  return { round, answers, now };
}

export async function anOpenRound(client: EngineClient) {
  const { round: { id: roundId }, answers } = await aRound(client);
  for (const [rater, value] of [['Ada', 3], ['Bo', 1]] as const) for (const interaction of ['C-1', 'C-2']) await client.calibration.seal({ roundId, rater, interaction, answers: answers(value) });
  await client.calibration.open({ id: roundId, openingWord: null });
  const now = async () => (await client.calibration.results({ id: roundId })).disagreements.find(({ interaction }) => interaction === 'C-1')?.decision ?? null;
  return { place: { roundId, interaction: 'C-1', item: 'e1' }, now };
}
