import { describe, expect, it } from 'vitest';
import { dateOf, dayMs, interactionOf, interactions, purchases, type Row, surveys } from './sample-tables.ts';

const dataThrough = '2026-10-31';
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

type Followed = { days: number; event: boolean };

/** Kaplan-Meier estimate of survival at a horizon, and how many are still at risk there. */
function survival(list: readonly Followed[], horizon: number): { survival: number; atRisk: number } {
  const times = [...new Set(list.filter((one) => one.event && one.days <= horizon).map((one) => one.days))].sort((a, b) => a - b);
  const value = times.reduce((product, time) => {
    const atRisk = list.filter((one) => one.days >= time).length;
    const events = list.filter((one) => one.event && one.days === time).length;
    return product * (1 - events / atRisk);
  }, 1);
  return { survival: value, atRisk: list.filter((one) => one.days >= horizon).length };
}

/** The first surveyed interaction of each customer, by what the customer said of it. */
function firstSurveys(isCounted: (row: Row) => boolean): Row[] {
  const first = new Map<string, Row>();
  for (const row of [...surveys].sort((a, b) => Date.parse(a['sent_at'] ?? '') - Date.parse(b['sent_at'] ?? ''))) {
    if (row['interaction_id'] !== '' && !first.has(row['customer_id'] ?? '')) first.set(row['customer_id'] ?? '', row);
  }
  return [...first.values()].filter(isCounted);
}

const bad = firstSurveys((row) => Number(row['csat']) <= 2);
const good = firstSurveys((row) => Number(row['csat']) >= 4);
const cancellations = new Map(purchases.filter((row) => row['kind'] === 'cancellation').map((row) => [row['customer_id'] ?? '', row['date'] ?? '']));

const retention = (rows: readonly Row[]): Followed[] => rows.map((row) => {
  const left = cancellations.get(row['customer_id'] ?? '');
  return { days: daysBetween(dateOf(row['interaction_id']), left ?? dataThrough), event: left !== undefined };
});

const repurchase = (rows: readonly Row[]): Followed[] => rows.map((row) => {
  const from = dateOf(row['interaction_id']);
  const next = purchases.filter((entry) => entry['customer_id'] === row['customer_id'] && entry['kind'] === 'purchase' && (entry['date'] ?? '') > from).map((entry) => entry['date'] ?? '').sort()[0];
  return { days: daysBetween(from, next ?? dataThrough), event: next !== undefined };
});

describe('planted truth 6: what happened afterwards', () => {
  it.each([[183, 0.2], [548, 0.12]])('retention after %i days is worse after a bad first interaction', (horizon, difference) => {
    const afterBad = survival(retention(bad), horizon);
    const afterGood = survival(retention(good), horizon);
    expect(Math.min(afterBad.atRisk, afterGood.atRisk)).toBeGreaterThanOrEqual(20);
    expect(afterGood.survival - afterBad.survival).toBeGreaterThan(difference);
  });
  it('new purchases are rarer after a bad one', () => {
    expect(1 - survival(repurchase(good), 183).survival).toBeGreaterThan(1.5 * (1 - survival(repurchase(bad), 183).survival));
  });
  it('nobody contacts the company, renews or buys after cancelling', () => {
    const leftBefore = (row: Row, date: string): boolean => date > (cancellations.get(row['customer_id'] ?? '') ?? '9999');
    expect(interactions.filter((row) => leftBefore(row, (row['started_at'] ?? '').slice(0, 10)))).toEqual([]);
    expect(purchases.filter((row) => leftBefore(row, row['date'] ?? ''))).toEqual([]);
    expect(cancellations.size).toBeGreaterThanOrEqual(50);
  });
});

/** AHT in seconds of the contacts with all parts known. */
function averageHandleTime(queue: string): number {
  const known = interactions.filter((row) => row['queue'] === queue && row['acw_s'] !== '');
  return known.reduce((sum, row) => sum + Number(row['talk_s']) + Number(row['hold_s']) + Number(row['acw_s']), 0) / known.length;
}

/** First contacts about a reason that are not followed by another one about it within 7 days; only those with full follow-up. */
function resolvedFirst(queue: string): { resolved: number; first: number } {
  const inbound = interactions.filter((row) => row['direction'] === 'inbound');
  const asOf = Math.max(...interactions.map((row) => Date.parse(row['started_at'] ?? '')));
  const times = new Map<string, number[]>();
  for (const row of inbound) {
    const key = `${row['customer_id']} ${row['reason']}`;
    times.set(key, [...(times.get(key) ?? []), Date.parse(row['started_at'] ?? '')]);
  }
  let first = 0;
  let resolved = 0;
  for (const row of inbound.filter((candidate) => candidate['queue'] === queue)) {
    const start = Date.parse(row['started_at'] ?? '');
    const others = times.get(`${row['customer_id']} ${row['reason']}`) ?? [];
    if (asOf - start < 7 * dayMs || others.some((other) => other < start && start - other <= 7 * dayMs)) continue;
    first += 1;
    if (!others.some((other) => other > start && other - start <= 7 * dayMs)) resolved += 1;
  }
  return { resolved, first };
}

describe('planted truth 7: the queue that is quick and settles nothing', () => {
  it.each(['Billing', 'Moving home', 'Outages', 'Complaints'])('Tariffs takes less than three fifths of the time of %s and resolves at least 15 points less at first contact', (queue) => {
    expect(averageHandleTime('Tariffs')).toBeLessThan(0.6 * averageHandleTime(queue));
    const tariffs = resolvedFirst('Tariffs');
    const other = resolvedFirst(queue);
    expect(tariffs.first).toBeGreaterThan(200);
    expect(tariffs.resolved / tariffs.first).toBeLessThan(other.resolved / other.first - 0.15);
  });
  it('the agents of Tariffs log nine in ten as resolved all the same', () => {
    const own = interactions.filter((row) => row['queue'] === 'Tariffs');
    expect(own.filter((row) => row['resolved_agent_logged'] === 'yes').length / own.length).toBeGreaterThan(0.88);
  });
  it('customers say so, too', () => {
    const said = (queue: string): number => {
      const rows = surveys.filter((row) => row['interaction_id'] !== '' && interactionOf(row['interaction_id'])['queue'] === queue);
      return rows.filter((row) => row['resolved'] === 'yes').length / rows.length;
    };
    expect(said('Tariffs')).toBeLessThan(said('Billing'));
  });
});
