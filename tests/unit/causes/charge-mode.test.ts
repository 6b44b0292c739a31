import { afterEach, describe, expect, test } from 'vitest';
import type { CostReport } from '#shared/model/cost.ts';
import { mulberry32 } from '#shared/stats/prng.ts';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { csv, openLabWith } from '../metrics/sample-lab.ts';

type Coders = { contacts: number; coded: number; twice: number; agreeing: number };

let lab: EngineLab | undefined;
afterEach(() => lab?.close());

/** A month of contacts, the first `coded` with a cause, the first `twice` of them by two people who say the same of the first `agreeing`. */
async function costOf({ contacts, coded, twice, agreeing }: Coders): Promise<CostReport> {
  const random = mulberry32(12);
  const said = Array.from({ length: coded }, () => (random() < 0.5 ? 'RF' : 'DD'));
  const id = (contact: number): string => `K-${contact}`;
  const tagsOf = (contact: number): string[][] => {
    const code = said[contact] ?? 'RF';
    const second = contact < agreeing ? code : code === 'RF' ? 'DD' : 'RF';
    return [[id(contact), code, '0:05', 'Ada'], ...(contact < twice ? [[id(contact), second, '0:06', 'Bo']] : [])];
  };
  lab = await openLabWith({
    'interactions.csv': csv('interaction_id,channel,direction,started_at,talk_s,customer_id', Array.from({ length: contacts }, (_, contact) => [id(contact), 'phone', 'inbound', `2026-01-${String((contact % 27) + 1).padStart(2, '0')}T10:00:00Z`, 300, `C-${contact}`])),
    'codebook.csv': csv('code,name,kind', [['RF', 'Refund late', 'cause'], ['DD', 'Direct debit', 'cause']]),
    'owners.csv': csv('cause_code,owner', [['RF', 'Finance'], ['DD', 'Billing']]),
    'costs.csv': csv('month,cost_category,amount,currency,paid_minutes,practical_capacity_minutes', [['2026-01', 'Salaries', 1000, 'GBP', 2000, 1600]]),
    'tags.csv': csv('interaction_id,code,at,coder', said.flatMap((_, contact) => tagsOf(contact))),
  });
  return lab.client.causes.cost({ method: 'time-driven' });
}

describe('whether money is moved', () => {
  test('charge-back: coded to 80 % and more by people who agree; a part that nobody coded is charged by the lower limit', async () => {
    const { mode, owners } = await costOf({ contacts: 50, coded: 42, twice: 40, agreeing: 40 });
    expect(mode).toMatchObject({ mode: 'chargeback', codedEnough: true, agreement: { alpha: 1, units: 40, isReliable: true } });
    expect(owners.map(({ owner }) => owner).toSorted()).toEqual(['Billing', 'Finance']);
    for (const { charged, cost, total } of owners) {
      expect(charged).toBeCloseTo(cost.ci?.lo ?? Number.NaN, 2);
      expect(charged).toBeLessThan(total);
    }
  });

  test('charge-back of everything coded charges what it cost', async () => {
    const { mode, owners } = await costOf({ contacts: 40, coded: 40, twice: 40, agreeing: 40 });
    expect(mode).toMatchObject({ mode: 'chargeback', agreement: { isReliable: true } });
    expect(owners.every(({ charged, total }) => charged === total)).toBe(true);
  });

  test('showback: coded well, but the people who did it do not agree', async () => {
    const { mode, owners } = await costOf({ contacts: 50, coded: 42, twice: 40, agreeing: 22 });
    expect(mode).toMatchObject({ mode: 'showback', codedEnough: true, agreement: { isReliable: false } });
    expect(mode.agreement.alpha).toBeLessThan(0.8);
    expect(owners.every(({ charged }) => charged === null)).toBe(true);
  });

  test('showback: people agree, but too little is coded', async () => {
    const { mode } = await costOf({ contacts: 60, coded: 42, twice: 40, agreeing: 40 });
    expect(mode).toMatchObject({ mode: 'showback', codedEnough: false, agreement: { isReliable: true } });
  });

  test('few contacts coded twice are judged by the lower limit of their agreement', async () => {
    const { mode } = await costOf({ contacts: 30, coded: 30, twice: 30, agreeing: 28 });
    expect(mode.agreement.alpha).toBeGreaterThan(0.8);
    expect(mode.agreement.lo).toBeLessThan(0.8);
    expect(mode.mode).toBe('showback');
  });
});
