import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';

let lab: EngineLab;
beforeEach(async () => {
  lab = await openLab();
});
afterEach(() => lab.close());

const files = {
  'customers.csv': [
    'customer_id,name,customer_since,account,town,owed', 'K-1,Ada Birk,2019-01-01,ac-100,Ulm,20.20', 'K-2,Ada Birk,2023-05-01, AC-100 ,Ulm,7.10', 'K-3,Bo Lund,2020-01-01,ac-200,Ulm,20.20',
    'K-4,B. Lund,2020-01-01,ac-200,Bonn,14', 'K-5,Cy Dorn,2021-01-01,ac-300,Bonn,9.95', 'K-6,Di Ewe,2021-01-01,,Bonn,n/a',
  ].join('\n'),
  'interactions.csv': [
    'interaction_id,channel,started_at,queue,customer_id,reason', 'C-1,phone,2026-03-01T10:00:00Z,Billing,K-1,Bill', 'C-2,phone,2026-04-01T10:00:00Z,Billing,K-2,Bill', 'C-3,chat,2026-05-01T10:00:00Z,Billing,K-2,Move', 'C-4,phone,2026-05-02T10:00:00Z,Billing,K-3,Bill',
  ].join('\n'),
  'purchases.csv': 'purchase_id,customer_id,date,kind,amount,currency\nP-1,K-2,2024-01-01,purchase,100,EUR',
};

const groupsOf = async (field: string) => (await lab.client.customers.identityGroups({ field, offset: 0, limit: 50 })).groups;
const contactsOf = async (customer: string) => (await lab.client.interactions.page({ filter: { customer }, offset: 0, limit: 50 })).rows.map(({ externalId }) => externalId).sort();

/** The two records of Ada, joined by their account. */
async function joinAda(): Promise<{ keptId: string; joinedId: string }> {
  const ada = (await groupsOf('account')).find(({ value }) => value === 'ac-100');
  const [kept, joined] = ada?.records ?? [];
  if (!kept || !joined) throw new Error('the two records of one account were not found');
  await lab.client.customers.join({ keptId: kept.id, customerIds: [joined.id], field: 'account' });
  return { keptId: kept.id, joinedId: joined.id };
}

describe('records of one person', () => {
  beforeEach(async () => {
    await lab.run(await lab.put(files));
  });

  test('are offered by a field that tells customers apart, by no other and by no amount, with what speaks against it', async () => {
    expect(await lab.client.customers.identityFields()).toEqual([{ field: 'account', customers: 5, values: 3, groups: 2, records: 4 }]);
    const [ada, bo] = await groupsOf('account');
    expect(ada).toMatchObject({ value: 'ac-100', differs: ['since'], records: [{ externalId: 'K-2', contacts: 2, purchases: 1 }, { externalId: 'K-1', contacts: 1 }] });
    expect(bo).toMatchObject({ value: 'ac-200', differs: ['name'], records: [{ externalId: 'K-3' }, { externalId: 'K-4' }] });
  });

  test('become one customer, with one thread under both numbers, and two again by undo or at any later time', async () => {
    const { keptId, joinedId } = await joinAda();
    expect((await lab.client.project.info())?.counts.customers).toBe(5);
    for (const number of ['K-1', 'K-2', joinedId]) {
      expect(await contactsOf(number)).toEqual(['C-1', 'C-2', 'C-3']);
      expect((await lab.client.customers.thread({ id: number })).customer).toMatchObject({ id: keptId, externalId: 'K-2', contacts: 3 });
    }
    expect(await lab.client.customers.joined({ keptId })).toMatchObject([{ externalId: 'K-1', keptExternalId: 'K-2', field: 'account', value: 'ac-100', actor: 'tester', rows: 1 }]);
    expect((await groupsOf('account')).map(({ value }) => value)).toEqual(['ac-200']);
    await lab.client.project.undo();
    expect([await contactsOf('K-1'), await contactsOf('K-2')]).toEqual([['C-1'], ['C-2', 'C-3']]);
    await lab.client.project.redo();
    expect(await contactsOf('K-1')).toHaveLength(3);
    await lab.client.customers.split({ customerId: joinedId });
    expect([await contactsOf('K-1'), await contactsOf('K-2')]).toEqual([['C-1'], ['C-2', 'C-3']]);
    expect(await lab.client.customers.joined({ keptId: null })).toEqual([]);
  });

  test('what a later file says of either goes to the one who is kept, counts as new once, and goes back when they are split', async () => {
    const { joinedId } = await joinAda();
    const later = `${files['interactions.csv']}\nC-5,phone,2026-06-01T10:00:00Z,Billing,K-1,Bill`;
    const report = await lab.run(await lab.put({
      'later.csv': later, 'surveys.csv': 'response_id,interaction_id,customer_id,answered_at,csat\nS-1,,K-1,2026-06-02T10:00:00Z,5', 'bought.csv': 'purchase_id,customer_id,date,kind,amount,currency\nP-2,K-1,2026-06-03,purchase,50,EUR',
    }));
    expect(report.byKind['interactions']).toMatchObject({ new: 1, updated: 0 });
    expect(await contactsOf('K-2')).toEqual(['C-1', 'C-2', 'C-3', 'C-5']);
    const { thread } = await lab.client.customers.thread({ id: 'K-1' });
    expect(thread.filter(({ kind }) => kind !== 'contact')).toHaveLength(3);
    await lab.client.customers.split({ customerId: joinedId });
    expect([await contactsOf('K-1'), await contactsOf('K-2')]).toEqual([['C-1', 'C-5'], ['C-2', 'C-3']]);
    expect((await lab.client.customers.thread({ id: 'K-1' })).thread.map(({ kind }) => kind).sort()).toEqual(['contact', 'contact', 'purchase', 'survey']);
  });

  test('are joined by nothing but what all of them state, and never in chains', async () => {
    const [ada, bo] = await groupsOf('account');
    const [k2, k1, k3] = [ada?.records[0]?.id ?? '', ada?.records[1]?.id ?? '', bo?.records[0]?.id ?? ''];
    await expect(lab.client.customers.join({ keptId: k2, customerIds: [k1, k3], field: 'account' })).rejects.toThrow('do not state the same “account”');
    await expect(lab.client.customers.join({ keptId: k2, customerIds: [k2], field: 'account' })).rejects.toThrow('cannot be joined to itself');
    await expect(lab.client.customers.join({ keptId: k2, customerIds: [k1], field: 'phone' })).rejects.toThrow('states no “phone”');
    expect(await lab.client.customers.joined({ keptId: null })).toEqual([]);
    await lab.client.customers.join({ keptId: k2, customerIds: [k1], field: 'account' });
    await expect(lab.client.customers.join({ keptId: k1, customerIds: [k2], field: 'account' })).rejects.toThrow('joined to another already');
  });

  test('an import that is taken back leaves a joined record in its place; an erasure takes every record of the person', async () => {
    await joinAda();
    const imports = await lab.client.imports.list();
    await lab.client.imports.remove({ importId: imports[0]?.id ?? '' });
    expect(await lab.client.customers.joined({ keptId: null })).toMatchObject([{ externalId: 'K-1' }]);
    await lab.client.project.undo();
    expect(await contactsOf('K-1')).toEqual(['C-1', 'C-2', 'C-3']);
    const { keptId } = (await lab.client.customers.joined({ keptId: null }))[0] ?? { keptId: '' };
    for await (const _step of await lab.client.privacy.eraseCustomer({ customerId: keptId })) { /* to its end */ }
    await expect(lab.client.customers.thread({ id: 'K-1' })).rejects.toThrow();
    expect(await lab.client.customers.joined({ keptId: null })).toEqual([]);
    expect((await lab.client.project.info())?.counts).toMatchObject({ customers: 4, interactions: 1 });
  });
});
