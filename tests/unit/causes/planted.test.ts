import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { badContacts } from '#engine/causes/cause-scope.ts';
import { contactBase } from '#engine/causes/contact-base.ts';
import { openDatabase, type Database } from '#engine/store/database.ts';
import { experienceSql } from '#engine/store/queries/experience-sql.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import type { CauseWeight } from '#shared/model/cause.ts';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { envelopesIn, openSampleLab } from '#tests/unit/metrics/sample-lab.ts';

let lab: EngineLab;
let db: Database;
beforeAll(async () => {
  lab = await openSampleLab({ transcripts: true });
  db = await openDatabase({ bytes: readFileSync(lab.projectPath) });
}, 180_000);
afterAll(async () => {
  db.close();
  await lab.close();
}, 60_000);

/** Since the fee began. */
const since = { from: '2026-08-01' };
const report = (weight: CauseWeight, filter = {}) => lab.client.causes.report({ weight, method: 'time-driven', filter });
const cost = () => lab.client.causes.cost({ method: 'time-driven', ...since });

describe('the planted fee', () => {
  test('is the largest cause since it began, with its owner, by contacts and by money', async () => {
    for (const weight of ['count', 'cost'] as const) {
      const { causes, isRanked } = await report(weight, since);
      expect(causes[0]).toMatchObject({ key: 'BF', name: 'Paper-bill fee', owner: 'Finance', controllableBy: 'policy', preventable: true, contacts: 103, isVital: true });
      expect(isRanked).toBe(true);
    }
  });

  test('its charge names Finance and what was given back; the owners’ statement adds up to the cent', async () => {
    const { owners, lines, total, unallocated, unused, serviceCost, credits, currency } = await cost();
    const fee = lines.find((line) => line.key === 'BF');
    expect(currency).toBe('GBP');
    expect(owners[0]?.owner).toBe('Finance');
    // 103 contacts at about seven pounds, less what lies with other causes on the same contacts; GBP 306 were given back, 15 of them for two causes.
    expect(fee?.owner).toBe('Finance');
    expect(fee?.credits).toBeGreaterThan(280);
    expect(fee?.credits).toBeLessThanOrEqual(306);
    expect(fee?.total).toBeGreaterThan(800);
    expect(fee?.total).toBeLessThan(103 * 7 + 306);
    expect(fee?.cost.ci?.lo).toBeLessThan(fee?.total ?? 0);
    const cents = (amount: number) => Math.round(amount * 100);
    expect(owners.reduce((sum, own) => sum + cents(own.total), 0) + cents(unallocated) + cents(unused)).toBe(cents(total));
    expect(cents(serviceCost) + cents(credits)).toBe(cents(total));
    for (const { owner, total: owned } of owners) {
      expect(lines.filter((line) => line.owner === owner).reduce((sum, line) => sum + cents(line.total), 0)).toBe(cents(owned));
    }
  });

  test('charges nothing while nobody knows whether coders agree', async () => {
    const { mode, owners } = await cost();
    expect(mode).toMatchObject({ mode: 'showback', codedEnough: true, agreement: { isReliable: false, units: 0 } });
    expect(owners.every((own) => own.charged === null)).toBe(true);
  });

  test('is heard in its recorded calls first, and its words are its own', async () => {
    const { moments, words, weeks, together, contacts, firstOn } = await lab.client.causes.detail({ code: 'BF', filter: {} });
    expect(contacts).toBe(106);
    // Three customers asked about it in June, when it was announced.
    expect([firstOn, (await lab.client.causes.detail({ code: 'BF', filter: { from: '2026-08-01' } })).firstOn]).toEqual(['2026-06-15', '2026-08-03']);
    expect(words.map(({ word }) => word)).toContain('paper');
    expect(moments.length).toBeGreaterThanOrEqual(3);
    expect(moments.every((moment) => moment.text !== '')).toBe(true);
    expect(weeks).toHaveLength(26);
    // The data end on a Saturday: the seven of that week wait until it is over.
    expect(weeks.reduce((sum, week) => sum + week.x, 0)).toBe(99);
    expect(together.every(({ share }) => share.n === 106)).toBe(true);
  });
});

describe('the Pareto', () => {
  test('splits a contact over its causes, so that the bars add up to the coded contacts', async () => {
    const { causes, coded, codedAmount, total, uncoded } = await report('count');
    expect(codedAmount).toBe(coded);
    expect(causes.reduce((sum, row) => sum + row.amount, 0)).toBeCloseTo(coded, 6);
    expect(coded + uncoded.amount).toBe(total);
    expect(causes.at(-1)?.cumulative).toBeCloseTo(1, 9);
    expect(causes.map((row) => row.amount)).toEqual(causes.map((row) => row.amount).toSorted((a, b) => b - a));
    expect(causes.filter((row) => row.isVital).length).toBeLessThan(causes.length);
  });

  test('has no running total for customers, who are counted once each', async () => {
    const { causes, codedAmount } = await report('customers');
    expect(causes.every((row) => row.cumulative === null && !row.isVital)).toBe(true);
    expect(causes.reduce((sum, row) => sum + row.amount, 0)).toBeGreaterThan(codedAmount);
    expect(causes.every((row) => row.amount <= codedAmount)).toBe(true);
  });

  test('every bar opens as many interactions as carry the cause', async () => {
    for (const weight of ['count', 'cost'] as const) {
      for (const row of (await report(weight, since)).causes) {
        const { total } = await lab.client.interactions.page({ filter: row.share.evidence ?? {}, offset: 0, limit: 1 });
        expect([row.name, total]).toEqual([row.name, row.contacts]);
      }
    }
  });

  test('counts as bad what the project’s rule calls bad', () => {
    const base = contactBase(db, readDefinitions(db).definitions);
    const mask = badContacts(db, base);
    const expected = db.all<{ id: string }>(`SELECT i.id FROM (${experienceSql}) x JOIN interaction i ON i.key = x.key WHERE x.isBad = 1`).map((row) => row.id).sort();
    expect(base.ids.filter((_, contact) => mask[contact] === 1).sort()).toEqual(expected);
    expect(expected.length).toBeGreaterThan(100);
  });

  test('says of every figure what lies behind it', async () => {
    const found = envelopesIn(await report('harm')).filter(({ path }) => path.startsWith('/causes') || path.startsWith('/preventable') || path.startsWith('/uncoded'));
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ envelope }) => envelope.evidence === null)).toEqual([]);
  });

  test('a place between value and irritation is a person’s word, and can be undone', async () => {
    const valueOf = async () => (await report('count')).causes.find((row) => row.key === 'SO')?.value;
    const before = await valueOf();
    expect(before?.isSuggested).toBe(true);
    await lab.client.causes.place({ code: 'SO', value: { customer: 'value', company: 'irritant' } });
    expect(await valueOf()).toEqual({ customer: 'value', company: 'irritant', isSuggested: false });
    await lab.client.project.undo();
    expect(await valueOf()).toEqual(before);
  });
});
