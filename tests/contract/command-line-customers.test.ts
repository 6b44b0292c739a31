import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '#hosts/cli/run.ts';

/** Ten contacts of two customers, the first of them failed three times; a word that nobody used before. */
const tables: Record<string, string> = {
  'customers.csv': 'customer_id,name,since,consent_quotes\nC-1,Ruth Hallam,1994-05-01,yes\nC-2,Ann Lee,2020-01-01,no\n',
  'interactions.csv': ['interaction_id,channel,direction,started_at,duration_s,customer_id,reason',
    ...[0, 1, 2, 3, 4].flatMap((step) => [`K-${step},phone,inbound,2026-0${step + 1}-05T10:00:00Z,300,C-1,Reason ${step}`, `L-${step},chat,inbound,2026-0${step + 1}-06T10:00:00Z,200,C-2,Bill`])].join('\n'),
  'surveys.csv': 'response_id,interaction_id,customer_id,csat\nS-1,K-0,C-1,1\nS-2,K-2,C-1,2\nS-3,K-4,C-1,1\nS-4,L-1,C-2,2\nS-5,L-3,C-2,5\n',
  'purchases.csv': 'purchase_id,customer_id,date,kind,product,amount,margin,currency\nP-1,C-1,2026-01-01,renewal,Gas,500,90,GBP\nP-2,C-2,2026-01-01,renewal,Gas,300,40,GBP\n',
};

let folder: string;
let project: string;

async function earshot(...argv: string[]): Promise<{ code: number; out: string; said: string }> {
  const ran = { code: -1, out: '', said: '' };
  ran.code = await runCommandLine(argv, {
    out: (text) => { ran.out += text; }, say: (line) => { ran.said += `${line}\n`; }, readInput: () => Promise.resolve(''), stop: new AbortController().signal,
  });
  return ran;
}

/** Runs with --json: exactly one document on standard output and nothing else. */
async function json(...argv: string[]): Promise<Record<string, unknown>> {
  const { out } = await earshot(...argv, '--json');
  expect(out.trimEnd()).not.toContain('\n');
  return JSON.parse(out) as Record<string, unknown>;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-cli-customers-'));
  project = join(folder, 'board.earshot');
  mkdirSync(join(folder, 'tables'));
  for (const [name, text] of Object.entries(tables)) writeFileSync(join(folder, 'tables', name), text);
  expect((await earshot('new', project)).code).toBe(0);
  expect((await earshot('import', project, join(folder, 'tables'))).code).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('customers P', () => {
  it('lists those at risk, most bad experiences first, with the rule that they are counted by', async () => {
    const found = await json('customers', project);
    expect(found).toMatchObject({
      total: 2, rule: { lookBackDays: 365 }, tiers: { watch: 1, high: 0, critical: 1 },
      rows: [{ externalId: 'C-1', name: 'Ruth Hallam', badCount: 3, tier: 'critical', contacts: 5, yearMargin: 90 }, { externalId: 'C-2', badCount: 1, tier: 'watch' }],
    });
    expect((await json('customers', project, '--limit', '1')).rows).toHaveLength(1);
    const text = await earshot('customers', project);
    expect([text.code, text.out]).toEqual([0, expect.stringMatching(/C-1 +Ruth Hallam +critical +3/) as string]);
  });

  it('tells the thread of one, by the customer’s own number, newest first', async () => {
    const found = await json('customers', project, 'C-1');
    expect(Object.keys(found).slice(0, 2)).toEqual(['customer', 'thread']);
    expect(found).toMatchObject({ customer: { externalId: 'C-1', since: '1994-05-01', badCount: 3, tier: 'critical', value: { unit: 'currency', n: 1 } }, modelValue: { value: { value: null, reason: 'BELOW_MIN_N' } } });
    const thread = found.thread as { kind: string; at: string | null }[];
    expect(thread.map(({ kind }) => kind).toSorted()).toEqual(['contact', 'contact', 'contact', 'contact', 'contact', 'purchase', 'survey', 'survey', 'survey']);
    const days = thread.flatMap(({ at }) => at ?? []);
    expect(days).toEqual(days.toSorted().toReversed());
  });

  it('refuses a customer that is not there, and a limit that is no number', async () => {
    expect(await json('customers', project, 'nobody')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect((await earshot('customers', project, 'nobody')).code).toBe(2);
    expect((await earshot('customers', project, '--limit', 'many')).code).toBe(2);
  });
});

describe('signals P', () => {
  it('says what was looked at, also where nothing stands out', async () => {
    const found = await json('signals', project);
    expect(Object.keys(found)[0]).toBe('signals');
    expect(found).toMatchObject({ signals: [], tested: { codes: 0, rules: 0, words: 0 }, weeks: { count: 26 } });
    expect((await earshot('signals', project)).code).toBe(0);
  });

  it('takes nothing but the project', async () => {
    expect(await earshot('signals', project, 'more')).toMatchObject({ code: 2, out: '' });
    expect(await earshot('signals', join(folder, 'none.earshot'))).toMatchObject({ code: 2, out: '' });
  });
});

describe('a project of which nothing is known', () => {
  it.each([
    ['customers', 'No customer is known to have had a bad experience.'],
    ['signals', 'Nothing stands out; 0 of 0 weeks could be compared.'],
    ['causes', 'None of 0 interactions carries a cause yet.'],
  ])('%s says so in words', async (command, words) => {
    const empty = join(folder, `empty-${command}.earshot`);
    await earshot('new', empty);
    const { code, out } = await earshot(command, empty);
    expect([code, out]).toEqual([0, expect.stringContaining(words) as string]);
  });
});
