import { afterEach, expect, test } from 'vitest';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { csv, openLabWith } from './sample-lab.ts';

let lab: EngineLab;
afterEach(() => lab.close());

const numbers = Array.from({ length: 60 }, (_, at) => at + 1);
const at = (n: number, hour: string) => `2026-03-${String(1 + (n % 28)).padStart(2, '0')}T${hour}:00:00Z`;
const interactions = (from: number[]) => csv('interaction_id,channel,started_at,queue,customer_id', from.map((n) => [`I-${n}`, 'phone', at(n, '10'), n % 2 ? 'Billing' : 'Moving', `C-${n % 7}`]));
const scores = (from: number[], score: number) => csv('evaluation_id,interaction_id,purpose,score', from.map((n) => [`E-${n}-${score}`, `I-${n}`, 'random', score]));
const surveys = (from: number[]) => csv('response_id,interaction_id,answered_at,csat', from.map((n) => [`S-${n}`, `I-${n}`, at(n, '15'), 1 + (n % 5)]));

const ask = (filter = {}) => lab.client.gap.report({ definition: 'matched', by: 'queue', topBox: null, filter });
/** Counts as the list of interactions has them, read without any column that is kept. */
async function listed() {
  const total = async (filter: object) => (await lab.client.interactions.page({ filter: { evaluated: true, answered: true, ...filter }, offset: 0, limit: 1 })).total;
  return { n: await total({}), company: await total({ companyGood: true }), billing: await total({ queue: 'Billing' }) };
}
async function expectAsListed(): Promise<number> {
  const [report, { n, company, billing }] = [await ask(), await listed()];
  expect({ n: report.gap.n, company: report.company.x, billing: report.segments.find(({ segment }) => segment === 'Billing')?.gap.n ?? 0 }).toEqual({ n, company, billing });
  // The same through a filter that every interaction meets, whose columns are not kept.
  expect((await ask({ channel: 'phone' })).gap.value).toBe(report.gap.value);
  return n;
}

test('what a report has read is read again after everything that judges or moves an interaction', async () => {
  lab = await openLabWith({ 'interactions.csv': interactions(numbers.slice(0, 40)), 'scores.csv': scores(numbers.slice(0, 40), 90), 'surveys.csv': surveys(numbers.slice(0, 30)) });
  expect(await expectAsListed()).toBe(30);
  await lab.run(await lab.put({ 'more-surveys.csv': surveys(numbers.slice(30, 40)) }));
  expect(await expectAsListed()).toBe(40);
  await lab.run(await lab.put({ 'more.csv': interactions(numbers.slice(40)), 'more-scores.csv': scores(numbers.slice(40), 50), 'last-surveys.csv': surveys(numbers.slice(40)) }));
  expect(await expectAsListed()).toBe(60);
  await lab.client.project.undo();
  expect(await expectAsListed()).toBe(40);
  await lab.client.project.redo();
  expect(await expectAsListed()).toBe(60);
  await lab.client.gap.changeDefinitions({ definitions: { companyGoodMin: 40, companyGoodRule: 'score' } });
  const { company } = await ask();
  expect([company.x, await expectAsListed()]).toEqual([60, 60]);
});
