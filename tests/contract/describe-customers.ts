import { describe, expect, it } from 'vitest';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';

type Refusals = { refusalOf: (call: Promise<unknown>) => Promise<unknown>; refused: (code: string) => unknown };

/** The part of the acceptance suite about customers, signals and their loops. */
export function describeCustomers(client: () => EngineClient, { refusalOf, refused }: Refusals): void {
  describe('customers', () => {
    it('are listed by risk, told as a thread, and held against the money', async () => {
      expect(await client().customers.atRisk({ offset: 0, limit: 10 })).toMatchObject({ rule: { lookBackDays: 365 } });
      expect(await client().customers.scenario()).toHaveProperty('tiers');
      expect(await client().customers.afterwards({ by: 'satisfaction', event: 'retention' })).toMatchObject({ groups: [], p: null });
      expect(await client().customers.likelyCallers()).toEqual({ issues: [], rows: [], currency: null });
      expect(await refusalOf(client().customers.thread({ id: 'nobody' }))).toEqual(refused('NOT_FOUND'));
      expect(await refusalOf(client().customers.modelValue({ id: 'nobody' }))).toEqual(refused('NOT_FOUND'));
    });

    it('are joined only by what their records state', async () => {
      expect(await client().customers.identityFields()).toEqual([]);
      expect(await client().customers.identityGroups({ field: 'account', offset: 0, limit: 10 })).toEqual({ total: 0, groups: [] });
      expect(await client().customers.joined({ keptId: null })).toEqual([]);
      expect(await refusalOf(client().customers.join({ keptId: 'nobody', customerIds: ['somebody'], field: 'account' }))).toEqual(refused('REFUSED'));
      expect(await refusalOf(client().customers.split({ customerId: 'nobody' }))).toEqual(refused('NOT_FOUND'));
    });
  });

  describe('signals', () => {
    it('are listed, watched, dismissed with a reason and made causes', async () => {
      expect(await client().signals.list()).toMatchObject({ signals: [], tested: { codes: 0 } });
      const rule = await client().signals.addRule({ name: 'Refunds', words: 'refund' });
      expect(await client().signals.rules()).toMatchObject([{ id: rule.id, words: 'refund' }]);
      const about = { subject: `rule:${rule.id}`, onset: '2026-01-05' };
      expect(await client().signals.mark({ ...about, state: 'watched', reason: null })).toEqual({ marked: true });
      expect(await refusalOf(client().signals.mark({ ...about, state: 'dismissed', reason: ' ' }))).toEqual(refused('REFUSED'));
      expect(await client().signals.unmark({ subject: about.subject })).toEqual({ marked: false });
      expect(await client().signals.makeCause({ ...about, key: 'RX', name: 'Refunds', owner: null })).toMatchObject({ key: 'RX', kind: 'cause' });
      expect(await refusalOf(client().signals.addRule({ name: 'Nothing', words: '!!' }))).toEqual(refused('REFUSED'));
    });

    it('close their loop only when the later rate differs', async () => {
      const [rule] = await client().signals.rules();
      const subject = `rule:${rule?.id ?? ''}`;
      expect(await client().signals.loop({ subject })).toMatchObject({ name: 'Refunds', effect: 'none' });
      const loop = { heardOn: '2026-01-05', owner: 'Finance', assignedOn: '2026-01-07', decision: 'Pay at once', decidedOn: '2026-01-17', changeMade: 'Paid at once', changedOn: '2026-02-01' };
      const { stages } = await client().signals.changeLoop({ subject, loop });
      expect(stages.map(({ daysBetween }) => daysBetween)).toEqual([null, 2, 10, 15, null]);
      expect(await refusalOf(client().signals.verifyLoop({ subject }))).toEqual(refused('REFUSED'));
      expect(await refusalOf(client().signals.loop({ subject: 'code:nobody' }))).toEqual(refused('NOT_FOUND'));
      expect(await client().signals.removeRule({ id: rule?.id ?? '' })).toEqual({ removed: true });
    });
  });
}
