import { afterEach, describe, expect, test } from 'vitest';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { csv, openLabWith } from './sample-lab.ts';

let lab: EngineLab;
afterEach(() => lab.close());

const numbers = (n: number) => Array.from({ length: n }, (_, at) => at + 1);
const at = (day: number, time = '10:00:00') => `2026-03-${String(day).padStart(2, '0')}T${time}Z`;
const ask = (definition: 'matched' | 'mean' = 'matched', topBox: 1 | 2 | null = null) => lab.client.gap.report({ definition, by: null, topBox, filter: {} });

/** 40 interactions with scores 51 to 90 and ratings 1 to 5 in turn. */
const fortyInteractions = () => openLabWith({
  'interactions.csv': csv('interaction_id,channel,started_at,queue', numbers(40).map((n) => [`I-${n}`, 'phone', at(1 + (n % 28)), n % 2 ? 'Billing' : 'Moving'])),
  'quality_scores.csv': csv('evaluation_id,interaction_id,purpose,score', numbers(40).map((n) => [`E-${n}`, `I-${n}`, 'random', 50 + n])),
  'surveys.csv': csv('response_id,interaction_id,answered_at,csat', numbers(40).map((n) => [`S-${n}`, `I-${n}`, at(1 + (n % 28), '15:00:00'), 1 + (n % 5)])),
});

describe('what counts as good is the project\'s own', () => {
  test('a changed threshold recomputes everything at once, with the figure before and after, and undo brings the old ones back', async () => {
    lab = await fortyInteractions();
    const first = await ask();
    expect(first.company.x).toBe(11);
    const changed = await lab.client.gap.changeDefinitions({ definitions: { companyGoodMin: 60, companyGoodRule: 'score' } });
    expect(changed.before).toEqual(first.gap);
    const second = await ask();
    expect(changed.after).toEqual(second.gap);
    expect(second.company.x).toBe(31);
    expect(second.definitions.companyGoodMin).toBe(60);
    expect(changed.version).toBe(1);
    // Every list, figure and month follows.
    expect((await lab.client.interactions.page({ filter: { companyGood: true }, offset: 0, limit: 1 })).total).toBe(31);
    expect((await lab.client.metrics.get({ names: ['quality-pass'], filter: {} }))['quality-pass']?.x).toBe(31);
    const month = (await lab.client.gap.overTime({ filter: {} })).months[0];
    expect(month?.gap.value).toBeCloseTo(second.gap.value ?? NaN, 9);
    await lab.client.project.undo();
    expect((await ask()).gap).toEqual(first.gap);
    expect((await lab.client.gap.definitions()).definitions.companyGoodMin).toBe(80);
    await lab.client.project.redo();
    expect((await ask()).gap).toEqual(second.gap);
    // The version never goes back: a figure can always say under which definitions it was computed.
    expect((await lab.client.gap.definitions()).version).toBeGreaterThan(1);
  });

  test('boxes from the top: one or two, asked for or set, and the other one beside it', async () => {
    lab = await fortyInteractions();
    const one = await ask();
    expect([one.customer.x, one.sensitivity?.topBox]).toEqual([8, 2]);
    const two = await ask('matched', 2);
    expect(two.customer.x).toBe(16);
    expect(one.sensitivity?.gap.value).toBeCloseTo(two.gap.value ?? NaN, 9);
    expect(two.sensitivity?.gap.value).toBeCloseTo(one.gap.value ?? NaN, 9);
    await lab.client.gap.changeDefinitions({ definitions: { topBox: 2 } });
    expect((await ask()).customer.x).toBe(16);
    expect((await lab.client.interactions.page({ filter: { customerGood: true }, offset: 0, limit: 1 })).total).toBe(16);
    expect((await lab.client.metrics.get({ names: ['csat-top-box'], filter: {} }))['csat-top-box']?.x).toBe(16);
  });

  test('boxes from the top of a scale from 0 to 10', async () => {
    lab = await openLabWith({
      'interactions.csv': csv('interaction_id,channel,started_at', numbers(44).map((n) => [`I-${n}`, 'phone', at(1 + (n % 28))])),
      'quality_scores.csv': csv('evaluation_id,interaction_id,purpose,score', numbers(44).map((n) => [`E-${n}`, `I-${n}`, 'random', 90])),
      'surveys.csv': csv('response_id,interaction_id,answered_at,satisfaction', numbers(44).map((n) => [`S-${n}`, `I-${n}`, at(28), n % 11])),
    });
    const { customer, customerItem } = await ask();
    expect(customerItem).toMatchObject({ kind: 'csat', scaleMin: 0, scaleMax: 10 });
    expect([customer.x, (await ask('matched', 2)).customer.x]).toEqual([4, 8]);
    expect((await ask('mean')).customer.value).toBeCloseTo(50, 9);
  });

  test('without a satisfaction item the mirrored belief stands for the customers; with one, nothing else does', async () => {
    const interactions = csv('interaction_id,channel,started_at', numbers(40).map((n) => [`I-${n}`, 'phone', at(1 + (n % 28))]));
    const evaluations = csv('evaluation_id,interaction_id,purpose,score', numbers(40).map((n) => [`E-${n}`, `I-${n}`, 'random', 90]));
    lab = await openLabWith({
      'interactions.csv': interactions, 'quality_scores.csv': evaluations,
      'surveys.csv': csv('response_id,interaction_id,answered_at,superior,nps', numbers(40).map((n) => [`S-${n}`, `I-${n}`, at(28), n % 4 ? 3 : 5, 10])),
    });
    const superior = await ask();
    expect([superior.customerItem?.kind, superior.customer.x, superior.customer.n]).toEqual(['superior', 10, 40]);
    // Ten of them answer another survey that asks for satisfaction: one question for all, not one each.
    await lab.run(await lab.put({ 'more.csv': csv('response_id,interaction_id,answered_at,csat', numbers(10).map((n) => [`T-${n}`, `I-${n}`, at(28, '18:00:00'), n % 2 ? 5 : 1])) }));
    const csat = await ask();
    expect([csat.customerItem?.kind, csat.customer.x, csat.customer.n]).toEqual(['csat', 5, 10]);
    await lab.client.project.undo();
    expect((await ask()).customer).toEqual(superior.customer);
  });

  test('reasons matter to one first contact resolution and not to the other; a week to the second is a repeat', async () => {
    const calls: [string, string, string, string, string][] = [];
    const call = (customer: string, startedAt: string, { reason = 'Bill', direction = 'inbound' } = {}) => calls.push([`I-${calls.length}`, startedAt, `C-${customer}`, reason, direction]);
    for (let n = 0; n < 10; n += 1) call(`single-${n}`, at(1));
    call('other reason', at(1)); call('other reason', at(3), { reason: 'Move' });
    call('same reason', at(1)); call('same reason', at(8));
    call('a second later', at(1)); call('a second later', at(8, '10:00:01'));
    call('called back', at(1)); call('called back', at(2), { direction: 'outbound' });
    call('data through', at(31));
    lab = await openLabWith({ 'interactions.csv': csv('interaction_id,started_at,customer_id,reason,direction,channel', calls.map((row) => [...row, 'phone'])) });
    const of = async () => {
      const found = await lab.client.metrics.get({ names: ['fcr', 'fcr-any-reason'], filter: {} });
      return [found['fcr'], found['fcr-any-reason']].map((envelope) => [envelope?.x, envelope?.n, envelope?.excluded.immature]);
    };
    // First contacts: ten and one of "called back" resolved; "same reason" is not; "a second later" twice; "other reason" twice or once.
    expect(await of()).toEqual([[15, 16, 1], [13, 15, 1]]);
    await lab.client.gap.changeDefinitions({ definitions: { repeatWindowDays: 1 } });
    expect(await of()).toEqual([[17, 17, 1], [17, 17, 1]]);
    // A filter chooses first contacts; what comes before and after counts wherever it was.
    await lab.client.gap.changeDefinitions({ definitions: { repeatWindowDays: 7 } });
    const early = (await lab.client.metrics.get({ names: ['fcr'], filter: { to: '2026-03-05' } }))['fcr'];
    expect([early?.x, early?.n]).toEqual([14, 15]);
  });

  test('limits of silence and talking at once change what calls show', async () => {
    const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);
    const cue = ([from, to]: [number, number], speaker: string, words: string) => `${clock(from)} --> ${clock(to)}\n<v ${speaker}>${words}\n`;
    const vtt = (n: number) => `WEBVTT\n\n${[cue([0, 12], 'Agent', 'Good morning, you are speaking to the energy company, how can I help you today please'), cue([14, 24], 'Customer', `My bill is wrong and I have called ${n} times`), cue([23.6, 30], 'Agent', 'Let me look into that for you'), cue([36, 40], 'Customer', 'Thank you')].join('\n')}`;
    lab = await openLabWith(Object.fromEntries(numbers(5).map((n) => [`I-${n}.vtt`, vtt(n)])));
    const talk = async () => {
      const found = await lab.client.metrics.get({ names: ['silence-events', 'overtalk-share', 'silence-share'], filter: {} });
      return ['silence-events', 'overtalk-share', 'silence-share'].map((name) => Math.round(1000 * (found[name]?.value ?? NaN)) / 1000);
    };
    expect(await talk()).toEqual([1, 0, 0.2]);
    await lab.client.gap.changeDefinitions({ definitions: { silenceMinMs: 1500, overlapMinMs: 300 } });
    expect(await talk()).toEqual([2, 0.01, 0.2]);
    await lab.client.project.undo();
    expect(await talk()).toEqual([1, 0, 0.2]);
  });

  test('a time zone moves calls between months', async () => {
    lab = await openLabWith({ 'interactions.csv': csv('interaction_id,channel,started_at,transfers', [...numbers(6).map((n) => [`A-${n}`, 'phone', '2026-03-31T23:30:00Z', 1] as const), ...numbers(5).map((n) => [`B-${n}`, 'phone', '2026-03-10T12:00:00Z', 0] as const)]) });
    const months = async () => (await lab.client.metrics.explore({ name: 'transfer', by: null, filter: {} })).months.map(({ month, envelope }) => [month, envelope.n]);
    expect(await months()).toEqual([['2026-03', 11]]);
    await lab.client.gap.changeDefinitions({ definitions: { timeZone: 'Europe/London' } });
    expect(await months()).toEqual([['2026-03', 5], ['2026-04', 6]]);
    expect((await lab.client.interactions.page({ filter: { from: '2026-04-01', to: '2026-04-30' }, offset: 0, limit: 1 })).total).toBe(6);
  });
});
