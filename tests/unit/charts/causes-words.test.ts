import { expect, test } from 'vitest';
import { withEnd } from '#renderer/features/causes/fee-draft.ts';
import { moneyText } from '#renderer/features/causes/money.ts';
import { paretoFinding, paretoTable } from '#renderer/features/causes/pareto-words.ts';
import { cellOf } from '#renderer/features/causes/value-cells.ts';
import { causes } from '#renderer/locales/en/causes.ts';
import { envelope } from '#shared/model/envelope.ts';
import type { CauseReport, CauseRow } from '#shared/model/cause.ts';
import { aWriting } from './chart-samples.ts';

const writing = aWriting();
const share = (x: number, n: number, half: number) => envelope({ unit: 'share', value: x / n, n, denominator: n, x, ci: { lo: x / n - half, hi: x / n + half, conf: 0.95, method: 'wilson' } });

function row(name: string, x: number, more: Partial<CauseRow> = {}): CauseRow {
  return {
    code: name, key: name, name, owner: 'Finance', controllableBy: 'policy', preventable: true, isOther: false, share: share(x, 200, 0.04), amount: x, contacts: x, cost: null, cumulative: x / 200, isVital: true,
    trend: { weeks: [], direction: 'unknown' }, value: { customer: null, company: null, isSuggested: true }, ...more,
  };
}

function report(rows: CauseRow[], more: Partial<CauseReport> = {}): CauseReport {
  return {
    weight: 'count', method: 'time-driven', currency: 'GBP', causes: rows, isRanked: true, total: 400, coded: 200, codedAmount: 200, uncoded: { amount: 200, share: share(200, 400, 0.04) }, unknownShare: 0.5,
    owners: [], controllableBy: [], preventable: share(100, 200, 0.04), preventableContacts: null, cannotTell: 0, firstAt: null, lastAt: null, ...more,
  };
}

test('the finding steps down: first, no single one, too uncertain, too few', () => {
  expect(paretoFinding(report([row('Fee', 90), row('Hold', 30)]), writing)).toBe('“Fee” stands behind the most contacts: 45% of those with a cause');
  expect(paretoFinding(report([row('Fee', 60), row('Hold', 55)]), writing)).toContain('No single cause stands out');
  expect(paretoFinding(report([row('Fee', 90)], { isRanked: false }), writing)).toContain('too uncertain');
  expect(paretoFinding(report([row('Fee', 2, { share: envelope({ unit: 'share', value: null, n: 3, reason: 'BELOW_MIN_N' }) })], { coded: 3 }), writing)).toBe('Only 3 interactions carry a cause: too few to put causes in order');
  expect(paretoFinding(report([row('Other', 150, { isOther: true }), row('Fee', 50)]), writing)).toContain('“Fee”');
});

test('the table says where costs are missing and what nobody coded, last', () => {
  const { rows } = paretoTable(report([row('Fee', 90)]), writing);
  expect(rows.map(({ id }) => id)).toEqual(['Fee', 'uncoded']);
  expect(rows[0]?.cells).toContain('Import costs');
  expect(rows[1]?.cells.join(' ')).toContain('Nobody said why: 200 of 400');
});

test('nothing says that one thing led to another', () => {
  const words = JSON.stringify(causes);
  expect(words).not.toMatch(/\bcaused\b|\bbecause of\b|leads to|due to/i);
  expect(words).toContain('no proof');
});

test('a likely value moves its ends; an exact one stays exact', () => {
  expect(withEnd({ low: 0, mode: 0, high: 0 }, 'mode', 9)).toEqual({ low: 9, mode: 9, high: 9 });
  expect(withEnd({ low: 1, mode: 2, high: 3 }, 'mode', 5)).toEqual({ low: 1, mode: 5, high: 5 });
  expect(withEnd({ low: 1, mode: 2, high: 3 }, 'high', 0)).toEqual({ low: 0, mode: 0, high: 0 });
  expect(withEnd({ low: 1, mode: 2, high: 3 }, 'low', 4)).toEqual({ low: 4, mode: 4, high: 4 });
});

test('four answers to value and irritation, and one for what nobody knows', () => {
  const at = (customer: 'value' | 'irritant' | null, company: 'value' | 'irritant' | null) => cellOf(row('Fee', 1, { value: { customer, company, isSuggested: false } }));
  expect([at('irritant', 'irritant'), at('value', 'irritant'), at('irritant', 'value'), at('value', 'value'), at(null, 'value')]).toEqual(['eliminate', 'automate', 'simplify', 'leverage', 'open']);
});

test('money without a known currency is still a number', () => {
  expect([moneyText(-1764, 'GBP', { locale: 'en-GB' }), moneyText(3.5, null, { locale: 'en-GB', isExact: true }), moneyText(3.5, '??', { locale: 'en-GB', isExact: true })]).toEqual(['−£1,764', '3.50', '3.50']);
});
