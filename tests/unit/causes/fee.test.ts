import { afterAll, beforeAll, expect, test } from 'vitest';
import { runFee } from '#engine/causes/fee-run.ts';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openSampleLab } from '#tests/unit/metrics/sample-lab.ts';
import { feeUncertainty } from '#shared/stats/fee-uncertainty.ts';

let lab: EngineLab;
beforeAll(async () => {
  lab = await openSampleLab({ transcripts: false });
}, 180_000);
afterAll(() => lab.close(), 60_000);

const inputs = (charged: { field: string; value: string } | null = { field: 'billing', value: 'paper' }) => lab.client.causes.feeInputs({ code: 'BF', startsOn: '2026-08-03', charged });
/** Three pounds for each of three monthly bills. */
const fee = { low: 9, mode: 9, high: 9 };

test('the planted fee loses money, with its interval', async () => {
  const { beliefs, currency } = await inputs();
  const outcome = await lab.client.causes.feeRun({ beliefs: { ...beliefs, fee } });
  expect(currency).toBe('GBP');
  expect(outcome.charged).toBe(196);
  expect(outcome.revenue).toBe(1764);
  expect(outcome.net).toBeLessThan(-500);
  expect(outcome.hi).toBeLessThan(0);
  expect(outcome.lo).toBeLessThan(outcome.hi ?? 0);
  expect(outcome.chanceOfLoss).toBeGreaterThan(0.95);
  expect(outcome.breakEvenChurn).toBeLessThan(beliefs.extraChurn.mode);
  expect(outcome.revenue - outcome.refunds - outcome.contactCost - outcome.credits - outcome.churnCost - outcome.oneOff).toBeCloseTo(outcome.net ?? 0, 6);
});

test('its inputs come from the data with their intervals: about half a contact for each charged customer, twelve who left', async () => {
  expect(await lab.client.causes.feeFields()).toContainEqual({ field: 'billing', values: ['online', 'paper'] });
  const { beliefs, sources, comparedDays } = await inputs();
  const of = (input: string) => sources.find((source) => source.input === input);
  expect(comparedDays).toBeGreaterThanOrEqual(84);
  expect(beliefs.contactsPerCharged.mode).toBeGreaterThan(0.4);
  expect(beliefs.contactsPerCharged.mode).toBeLessThan(0.56);
  expect(of('contactsPerCharged')).toMatchObject({ from: 'data', flags: [] });
  expect(beliefs.costPerContact.mode).toBeGreaterThan(4);
  expect(beliefs.costPerContact.mode).toBeLessThan(9);
  expect(of('extraChurn')?.figure).toMatchObject({ x: 12, n: 196 });
  expect(beliefs.extraChurn.low).toBeGreaterThan(0);
  expect(of('yearsLost')).toMatchObject({ from: 'assumption', figure: null });
});

test('says when nothing is there to compare with', async () => {
  const { sources } = await inputs(null);
  expect(sources.find(({ input }) => input === 'contactsPerCharged')?.flags).toContain('no_comparison');
  expect(sources.find(({ input }) => input === 'extraChurn')).toMatchObject({ from: 'assumption', flags: ['no_comparison'] });
});

test('in parts it draws what it draws at once', async () => {
  const { beliefs } = await inputs();
  const outcome = await runFee({ ...beliefs, fee }, 3, undefined);
  const whole = feeUncertainty({ ...beliefs, fee }, 3);
  expect([outcome.lo, outcome.hi, outcome.chanceOfLoss, outcome.draws]).toEqual([...whole.net80 ?? [], whole.chanceOfLoss, 10_000]);
});

test('a saved scenario can be undone, and the older one of its name comes back', async () => {
  const { beliefs } = await inputs();
  await lab.client.causes.saveFee({ name: 'Paper', beliefs, seed: 1 });
  await lab.client.causes.saveFee({ name: 'Paper', beliefs: { ...beliefs, fee }, seed: 2 });
  expect(await lab.client.causes.fees()).toMatchObject([{ name: 'Paper', seed: 2, beliefs: { fee } }]);
  await lab.client.project.undo();
  expect(await lab.client.causes.fees()).toMatchObject([{ name: 'Paper', seed: 1 }]);
});

test('a scenario remembers what its inputs were taken from, so that its figure can be heard', async () => {
  const { beliefs } = await inputs();
  const { basis } = await lab.client.causes.saveFee({ name: 'Heard', beliefs: { ...beliefs, fee }, seed: 3, basis: { code: 'BF', startsOn: '2026-08-03' } });
  expect((await lab.client.causes.fees()).find(({ name }) => name === 'Heard')?.basis).toEqual(basis);
  const { total } = await lab.client.interactions.page({ filter: { code: basis?.code, from: basis?.startsOn }, offset: 0, limit: 1 });
  expect(total).toBe(103);
  await lab.client.project.undo();
});
