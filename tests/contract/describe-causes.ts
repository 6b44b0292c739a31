import { describe, expect, it } from 'vitest';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';

const everything = { filter: {} };
const newCause = {
  kind: 'cause' as const, dimension: null, parentId: null, owner: 'Finance', controllableBy: null, preventable: true, definition: 'To look into.', examples: [], colour: 1,
};

type Refusals = { refusalOf: (call: Promise<unknown>) => Promise<unknown>; refused: (code: string) => unknown };

/** The part of the acceptance suite about causes, cost and statements, over a project of three interactions. */
export function describeCauses(client: () => EngineClient, { refusalOf, refused }: Refusals): void {
  describe('causes', () => {
    const asked = { method: 'time-driven' as const };
    it('stand in order with their owners, and each can be looked into', async () => {
      const report = await client().causes.report({ weight: 'count', ...asked, ...everything });
      expect(report).toMatchObject({ weight: 'count', total: 3 });
      const code = await client().codebook.add({ ...newCause, key: 'CD', name: 'Cause to look into', quickSlot: null });
      expect(await client().causes.detail({ code: code.id, ...everything })).toMatchObject({ code: code.id, contacts: 0, moments: [] });
      expect(await refusalOf(client().causes.detail({ code: 'nobody', ...everything }))).toEqual(refused('NOT_FOUND'));
      expect(await client().causes.place({ code: code.id, value: { customer: 'value', company: 'irritant' } })).toEqual({ placed: true });
      expect(await client().causes.place({ code: code.id, value: null })).toEqual({ placed: false });
    });

    it('have no cost without costs, in words and not as zero pounds', async () => {
      expect(await client().causes.cost(asked)).toMatchObject({ months: 0, owners: [], flags: ['no_costs'], perMinute: { value: null }, perContact: { value: null } });
    });
  });

  describe('customers', () => {
    it('are listed by risk, told as a thread, and held against the money', async () => {
      expect(await client().customers.atRisk({ offset: 0, limit: 10 })).toMatchObject({ rule: { lookBackDays: 365 } });
      expect(await client().customers.scenario()).toHaveProperty('tiers');
      expect(await refusalOf(client().customers.thread({ id: 'nobody' }))).toEqual(refused('NOT_FOUND'));
    });
  });

  describe('fees', () => {
    const exactly = (mode: number) => ({ low: mode, mode, high: mode });
    // The fixture of the metric specification.
    const beliefs = {
      customers: exactly(100_000), shareCharged: exactly(0.3), fee: exactly(12), waivedShare: exactly(0.1), contactsPerCharged: { low: 0.1, mode: 0.25, high: 0.6 }, costPerContact: exactly(9), creditPerContact: exactly(2),
      extraChurn: exactly(0.01), marginPerCustomerYear: exactly(150), yearsLost: exactly(3), discount: exactly(0.1), oneOff: exactly(0),
    };
    it('are reckoned with their uncertainty, the same for the same seed, saved and removed', async () => {
      const outcome = await client().causes.feeRun({ beliefs, seed: 7 });
      expect(outcome.net).toBeCloseTo(129_591.66, 2);
      expect(outcome.breakEvenContacts).toBeCloseTo(0.642702, 6);
      expect(outcome.breakEvenChurn).toBeCloseTo(0.02158, 5);
      expect(outcome.tornado[0]?.input).toBe('contactsPerCharged');
      expect(await client().causes.feeRun({ beliefs, seed: 7 })).toEqual(outcome);
      const { id } = await client().causes.saveFee({ name: 'Paper bills', beliefs });
      expect(await refusalOf(client().causes.saveFee({ name: 'Elsewhere', beliefs, basis: { code: 'nobody', startsOn: '2026-01-06' } }))).toEqual(refused('NOT_FOUND'));
      expect(await client().causes.fees()).toMatchObject([{ id, name: 'Paper bills', beliefs, basis: null }]);
      expect(await client().causes.removeFee({ id })).toEqual({ removed: true });
      expect(await refusalOf(client().causes.removeFee({ id }))).toEqual(refused('NOT_FOUND'));
    });
    it('take what the data show, and say where they show nothing', async () => {
      expect(await client().causes.feeFields()).toEqual(expect.any(Array));
      const code = (await client().codebook.list()).find((own) => own.key === 'CD')?.id ?? '';
      const found = await client().causes.feeInputs({ code, startsOn: '2026-01-06', charged: null });
      expect(found.sources.find(({ input }) => input === 'contactsPerCharged')).toMatchObject({ from: 'assumption', figure: { value: null, reason: 'NOT_IDENTIFIED' } });
      expect(await refusalOf(client().causes.feeInputs({ code: 'nobody', startsOn: '2026-01-06', charged: null }))).toEqual(refused('NOT_FOUND'));
    });
  });

  describe('statements', () => {
    it('are drafted for an owner to whom something is charged, sent, disputed with a reason, accepted, written', async () => {
      expect(await client().causes.statements()).toEqual([]);
      expect(await refusalOf(client().causes.draftStatement({ owner: 'Finance', method: 'time-driven' }))).toEqual(refused('REFUSED'));
      for (const call of [client().causes.moveStatement({ id: 'nobody', state: 'sent', reason: null }), client().causes.removeStatement({ id: 'nobody' }), client().causes.exportStatement({ id: 'nobody' })]) {
        expect(await refusalOf(call)).toEqual(refused('NOT_FOUND'));
      }
    });
  });
}
