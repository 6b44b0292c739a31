import { describe, expect, it } from 'vitest';
import { generateSample } from '#resources/sample/generate.ts';
import { codebook, customers, evaluations, files, interactions, parseCsv, purchases, surveys, table, tags } from './sample-tables.ts';

const ids = new Set(interactions.map((row) => row['interaction_id']));
const customerIds = new Set(customers.map((row) => row['customer_id']));

describe('the files', () => {
  it('are the same for the same seed and others for another', () => {
    expect(generateSample()).toEqual(files);
    const other = generateSample(7);
    expect(other.find((file) => file.name === 'surveys.csv')?.text).not.toBe(files.find((file) => file.name === 'surveys.csv')?.text);
  });
  it('keep their planted figures under another seed', () => {
    const other = parseCsv(generateSample(7).find((file) => file.name === 'surveys.csv')?.text ?? '');
    expect(other.filter((row) => row['superior'] === '5')).toHaveLength(50);
  });
  it('stay small and have names of their own', () => {
    expect(files.reduce((sum, file) => sum + file.text.length, 0)).toBeLessThan(8_000_000);
    expect(new Set(files.map((file) => file.name)).size).toBe(files.length);
  });
  it('hold three years of contacts', () => {
    expect(interactions.length).toBeGreaterThanOrEqual(1500);
    expect(customers.length).toBeGreaterThanOrEqual(150);
    expect(customers.filter((row) => (row['since'] ?? '') < '2000-01-01').length).toBeGreaterThan(60);
    const dates = interactions.map((row) => (row['started_at'] ?? '').slice(0, 10)).sort();
    expect(dates[0]).toMatch(/^2023-11/);
    expect(dates.at(-1)).toBe('2026-10-31');
    expect(new Set(interactions.map((row) => row['channel']))).toEqual(new Set(['phone', 'chat', 'email']));
    expect(new Set(interactions.map((row) => row['agent_id'])).size).toBe(15);
    expect(new Set(interactions.map((row) => row['team'])).size).toBe(3);
  });
  it('refer to nothing that is not there', () => {
    const invitations = table('survey_invitations.csv');
    expect([...evaluations, ...tags].filter((row) => !ids.has(row['interaction_id']))).toEqual([]);
    expect([...surveys, ...invitations].filter((row) => row['interaction_id'] !== '' && !ids.has(row['interaction_id']))).toEqual([]);
    expect([...interactions, ...surveys, ...purchases, ...invitations].filter((row) => !customerIds.has(row['customer_id']))).toEqual([]);
    const codes = new Set(codebook.map((row) => row['code']));
    const used = [...tags.map((row) => row['code']), ...codebook.map((row) => row['parent']).filter((parent) => parent !== ''), ...table('owners.csv').map((row) => row['cause_code'])];
    expect(used.filter((code) => !codes.has(code))).toEqual([]);
  });
  it('have no date after the extract and no purchase before the customer', () => {
    const limit = '2026-11-01';
    const dates = [...surveys.flatMap((row) => [row['sent_at'], row['answered_at']]), ...evaluations.map((row) => row['evaluated_at']), ...purchases.map((row) => row['date'])];
    expect(dates.filter((date) => !date || date >= limit)).toEqual([]);
    expect(surveys.filter((row) => Date.parse(row['answered_at'] ?? '') <= Date.parse(row['sent_at'] ?? ''))).toEqual([]);
    const since = new Map(customers.map((row) => [row['customer_id'], row['since'] ?? '']));
    expect(purchases.filter((row) => (row['date'] ?? '') < (since.get(row['customer_id']) ?? ''))).toEqual([]);
    expect(purchases.at(-1)?.['date']).toBe('2026-10-31');
  });
  it('a survey without an interaction follows exactly one contact of its customer within seven days', () => {
    const orphans = surveys.filter((row) => row['interaction_id'] === '');
    expect(orphans).toHaveLength(25);
    const evaluated = new Set(evaluations.map((row) => row['interaction_id']));
    for (const row of orphans) {
      const sent = Date.parse(row['sent_at'] ?? '');
      const near = interactions.filter((one) => one['customer_id'] === row['customer_id'] && sent - Date.parse(one['started_at'] ?? '') >= 0 && sent - Date.parse(one['started_at'] ?? '') <= 7 * 86_400_000);
      expect(near).toHaveLength(1);
      expect(evaluated.has(near[0]?.['interaction_id'])).toBe(false);
    }
  });
  it('talk and hold add up to the duration, and some after-call work is missing', () => {
    expect(interactions.filter((row) => row['duration_s'] !== '' && Number(row['talk_s']) + Number(row['hold_s']) !== Number(row['duration_s']))).toEqual([]);
    const missing = interactions.filter((row) => row['acw_s'] === '').length / interactions.length;
    expect(missing).toBeGreaterThan(0.02);
    expect(missing).toBeLessThan(0.06);
  });
  it('practical capacity is at least what was used, month by month', () => {
    const costs = table('costs.csv');
    const months = [...new Set(costs.map((row) => row['month'] ?? ''))];
    expect(months).toHaveLength(36);
    for (const month of months) {
      const minutes = interactions.filter((row) => (row['started_at'] ?? '').startsWith(month)).reduce((sum, row) => sum + (Number(row['talk_s']) + Number(row['hold_s']) + Number(row['acw_s'])) / 60, 0);
      const practical = costs.filter((row) => row['month'] === month).reduce((sum, row) => sum + Number(row['practical_capacity_minutes']), 0);
      expect(practical).toBeGreaterThanOrEqual(minutes);
    }
  });
});
