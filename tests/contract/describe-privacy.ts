import { describe, expect, it } from 'vitest';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';
import { followed } from '#tests/support/hosts/procedure-record.ts';

type Refusals = { refusalOf: (call: Promise<unknown>) => Promise<unknown>; refused: (code: string) => unknown };

const newCause = {
  key: 'BK', name: 'After the backup', kind: 'cause' as const, dimension: null, parentId: null, owner: null, controllableBy: null, preventable: null,
  definition: '', examples: [], colour: 1, quickSlot: null,
};

/** The part of the acceptance suite about personal data, backups, encryption and the record of changes. */
export function describePrivacy(client: () => EngineClient, { refusalOf, refused }: Refusals): void {
  describe('privacy', () => {
    it('finds, hides and shows again', async () => {
      const { text, entities } = await client().privacy.find({ text: 'card 4111 1111 1111 1111' });
      expect([text, entities]).toEqual(['card ▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮', [{ type: 'CREDIT_CARD', start: 5, end: 24 }]]);
      const { policy, isViewer } = await client().privacy.policy();
      expect(isViewer).toBe(false);
      expect(await client().privacy.setPolicy({ ...policy, keepMonths: 1 })).toMatchObject({ keepMonths: 1 });
      expect(await client().privacy.markWords({ interactionId: 'C-1', words: 'refund', type: 'PERSON' })).toEqual({ applied: 1 });
      expect(await client().privacy.review({ interactionId: 'C-2', apply: [], dismiss: [{ turnSeq: 1, charStart: 0, charEnd: 1, type: 'PERSON' }] })).toEqual({ applied: 0, dismissed: 1 });
      const { places } = await client().privacy.places({ interactionId: 'C-1' });
      expect(places).toMatchObject([{ status: 'applied', text: 'refund' }]);
      expect(wholeInteraction(await client().interactions.get({ id: 'C-1' })).turns[1]?.text).toBe('My ▮▮▮▮▮▮ has not arrived.');
      expect(await client().privacy.restore({ ids: [places[0]?.id ?? ''] })).toEqual({ restored: 1 });
      expect((await followed(await client().privacy.applyAll({ interactionIds: null }))).result).toEqual({ applied: 0, interactions: 0 });
      expect((await followed(await client().privacy.scan({ limit: 10 }))).result).toMatchObject({ interactions: 3, turns: 9 });
      expect(await refusalOf(client().privacy.restore({ ids: ['unknown'] }))).toEqual(refused('NOT_FOUND'));
    });

    it('keeps backups, shows what they hold and puts one back', async () => {
      const { name } = await client().privacy.createBackup();
      expect((await client().privacy.backups()).map((backup) => backup.name)).toContain(name);
      await client().codebook.add(newCause);
      expect(await client().privacy.previewBackup({ name })).toMatchObject({ counts: { interactions: 3 }, changesSince: 1 });
      const { before } = await client().privacy.restoreBackup({ name });
      expect((await client().codebook.list()).map(({ key }) => key)).not.toContain('BK');
      expect((await client().privacy.backups()).map((backup) => backup.name)).toContain(before);
      expect(await refusalOf(client().privacy.previewBackup({ name: 'none' }))).toEqual(refused('NOT_FOUND'));
    });

    it('erases a customer, old calls and hidden words for good, with receipts', async () => {
      const [customer] = await client().privacy.customers({ words: 'K-2' });
      const customerId = customer?.id ?? '';
      expect(await client().privacy.erasurePlan({ customerId })).toMatchObject({ removed: { interaction: 1, customer: 1 } });
      expect((await followed(await client().privacy.eraseCustomer({ customerId }))).result).toMatchObject({ status: 'done', reason: 'customer' });
      expect(await refusalOf(client().interactions.get({ id: 'C-2' }))).toEqual(refused('NOT_FOUND'));
      expect(await refusalOf(followed(await client().privacy.eraseCustomer({ customerId })))).toEqual(refused('NOT_FOUND'));
      expect((await followed(await client().privacy.makeFinal())).result).toMatchObject({ reason: 'redaction' });
      expect(await client().privacy.retentionPlan()).toHaveProperty('before');
      expect((await followed(await client().privacy.applyRetention())).result).toMatchObject({ reason: 'retention' });
      expect(await client().privacy.receipts()).toHaveLength(3);
    });

    it('is encrypted, given another passphrase, and written plainly again', async () => {
      expect(await client().privacy.encryption()).toMatchObject({ isEncrypted: false });
      const { recoveryKey } = await client().privacy.setPassphrase({ current: null, next: 'a long passphrase' });
      expect(recoveryKey).toHaveLength(41);
      const { id } = (await client().project.info()) ?? { id: '' };
      await client().project.close();
      expect(await refusalOf(client().project.open({ id }))).toEqual(refused('PASSPHRASE_NEEDED'));
      expect(await refusalOf(client().project.open({ id, passphrase: 'another' }))).toEqual(refused('WRONG_PASSPHRASE'));
      await client().project.open({ id, passphrase: 'a long passphrase' });
      expect(await client().privacy.encryption()).toMatchObject({ isEncrypted: true });
      expect(await client().project.present()).toMatchObject({ locksInMs: expect.any(Number) as number });
      expect(await client().project.lock()).toEqual({ locked: true });
      expect(await client().project.locked()).toMatchObject({ id, name: 'Contract' });
      await client().project.open({ id, passphrase: 'a long passphrase' });
      expect([await client().project.locked(), (await client().project.info())?.isEncrypted]).toEqual([null, true]);
      expect(await refusalOf(client().privacy.setPassphrase({ current: 'another', next: 'something new' }))).toEqual(refused('WRONG_PASSPHRASE'));
      expect(await client().privacy.removePassphrase({ current: 'a long passphrase' })).toEqual({ removed: true });
    }, 120_000);

    it('shows, checks and exports what was done', async () => {
      const { total, rows, names } = await client().privacy.audit({ actor: null, name: 'privacy.erase', from: null, to: null, offset: 0, limit: 10 });
      expect([total, rows[0]?.name, names.includes('tag.add')]).toEqual([6, 'privacy.erase', true]);
      expect(await client().privacy.verifyAudit()).toMatchObject({ ok: true });
      expect((await client().privacy.exportAudit()).size).toBeGreaterThan(500);
    });
  });
}
