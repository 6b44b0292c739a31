import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultForm } from '#shared/form/default-form.ts';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';

const files = {
  'C-1.vtt': vtt([['Agent Ann Lee', 'Good morning.'], ['Customer', 'It is broken again, I said so last week.']]),
  'C-2.vtt': vtt([['Agent Ann Lee', 'Good morning.'], ['Customer', 'Thank you, it works since Monday.']]),
  'interactions.csv': 'interaction_id,channel,started_at,queue,agent_id,agent_name,customer_id,duration_s\nC-1,phone,2026-10-01T09:00:00Z,Sales,A-1,Ann Lee,K-1,60\nC-2,phone,2026-10-02T09:00:00Z,Care,A-1,Ann Lee,K-1,60',
  'surveys.csv': 'response_id,interaction_id,answered_at,csat,comment\nS-1,C-1,2026-10-11T09:00:00Z,1,Never again\nS-2,C-2,2026-10-12T09:00:00Z,5,All fine',
};

let lab: EngineLab;
beforeAll(async () => {
  lab = await openLab({ now: '2026-12-01T12:00:00Z' });
  await lab.run(await lab.put(files));
}, 60_000);
afterAll(() => lab.close());

async function thread() {
  const { thread: entries } = await lab.client.customers.thread({ id: 'K-1' });
  const contacts = entries.flatMap((entry) => (entry.kind === 'contact' ? [[entry.externalId, entry.customerScore, entry.agent, entry.bad]] : []));
  return { contacts, comments: entries.flatMap((entry) => (entry.kind === 'survey' ? [entry.comment] : [])) };
}

it('the thread of a customer tells nothing of a contact that waits to be evaluated blind, and everything after', async () => {
  const told = { contacts: [['C-2', 100, 'Ann Lee', []], ['C-1', 0, 'Ann Lee', ['csat']]], comments: ['All fine', 'Never again'] };
  expect(await thread()).toEqual(told);
  const { id: queueId } = await lab.client.evaluations.draw({
    method: 'random', filter: { queue: 'Sales' }, rule: { skipsEvaluated: true, minSeconds: 0 }, strataField: null, size: 1, seed: 1, name: 'October', formVersionId: null, isBlind: true, hidesAgent: true,
  });
  expect(await thread()).toEqual({ contacts: [['C-2', 100, 'Ann Lee', []], ['C-1', null, null, []]], comments: ['All fine'] });
  const answers = defaultForm.sections.flatMap(({ questions }) => questions.map(({ key }) => ({ question: key, option: 1, evidence: { ms: 1000, turnSeq: 0, tagId: null } })));
  const which = { interactionId: 'C-1', queueId, kind: 'quality' as const };
  await lab.client.evaluations.save({ ...which, answers, note: null, heard: [], isBlind: true });
  await lab.client.evaluations.finish({ ...which, heard: [], isBlind: true });
  expect((await thread()).comments).toEqual(told.comments);
  expect((await thread()).contacts.map(([, score]) => score)).toEqual([100, 0]);
});
