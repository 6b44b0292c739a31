import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openSampleLab } from './sample-lab.ts';

/**
 * Headline figures asked of the project file itself, with the stock library and SQL over the imported rows alone: no
 * column that Earshot keeps for speed, none of its definitions, none of its statistics.
 */
let lab: EngineLab;
let ask: (sql: string) => number[];

beforeAll(async () => {
  lab = await openSampleLab({ transcripts: false });
  const SQL = await initSqlJs();
  const db = new SQL.Database(readFileSync(lab.projectPath));
  ask = (sql) => (db.exec(sql)[0]?.values[0] ?? []).map(Number);
}, 180_000);
afterAll(() => lab.close());

const answersOf = (kind: string, counted: string) => `
  SELECT sum(${counted}), count(*), 1.0 * sum(${counted}) / count(*) FROM survey_answer s JOIN survey_item m ON m.id = s.item_id WHERE m.kind = '${kind}' AND s.value IS NOT NULL`;

/** Interactions that one drawn evaluation and one answer are about; the sample has no second ones. */
const pairs = `SELECT e.passed AS company, s.value = m.scale_max AS customer FROM evaluation e JOIN survey_response r ON r.interaction_id = e.interaction_id
  JOIN survey_answer s ON s.response_id = r.id JOIN survey_item m ON m.id = s.item_id AND m.kind = 'csat' WHERE e.purpose = 'random' AND s.value IS NOT NULL`;

const shares: [name: string, metric: string, sql: string][] = [
  ['satisfied customers', 'csat', answersOf('csat', 's.value >= 4')],
  ['easy contacts', 'ces', answersOf('ces', 's.value >= 5')],
  ['solved, say customers', 'fcr-reported', answersOf('resolved', 's.value = 1')],
  ['answered invitations', 'response-rate', 'SELECT sum(completed), count(*), 1.0 * sum(completed) / count(*) FROM survey_invitation'],
  ['transferred contacts', 'transfer', 'SELECT sum(transfers > 0), count(*), 1.0 * sum(transfers > 0) / count(*) FROM interaction'],
  ['passed evaluations', 'quality-pass', "SELECT sum(passed), count(*), 1.0 * sum(passed) / count(*) FROM evaluation WHERE purpose = 'random'"],
];

describe('headline figures by plain SQL', () => {
  test.each(shares)('%s', async (_name, metric, sql) => {
    const [x, n, value] = ask(sql);
    expect(n).toBeGreaterThan(100);
    expect((await lab.client.metrics.get({ names: [metric], filter: {} }))[metric]).toMatchObject({ x, n, value });
  });

  test('mean handle time', async () => {
    const [mean, n] = ask("SELECT avg((talk_ms + hold_ms + acw_ms) / 1000.0), count(talk_ms + hold_ms + acw_ms) FROM interaction WHERE direction = 'inbound'");
    const found = (await lab.client.metrics.get({ names: ['aht'], filter: {} }))['aht'];
    expect(found?.n).toBe(n);
    expect(found?.value).toBeCloseTo(mean ?? Number.NaN, 6);
  });

  test('net promoter score', async () => {
    const [nps] = ask(`SELECT 100.0 * (sum(s.value >= 9) - sum(s.value <= 6)) / count(*) FROM survey_answer s JOIN survey_item m ON m.id = s.item_id WHERE m.kind = 'nps' AND s.value IS NOT NULL`);
    expect((await lab.client.metrics.get({ names: ['nps'], filter: {} }))['nps']?.value).toBeCloseTo(nps ?? Number.NaN, 9);
  });

  test('both sides of the matched gap, its square and its blind spots', async () => {
    const [both, companyOnly, customerOnly, neither] = ask(
      `SELECT sum(company AND customer), sum(company AND NOT customer), sum(NOT company AND customer), sum(NOT company AND NOT customer) FROM (${pairs})`) as [number, number, number, number];
    const n = both + companyOnly + customerOnly + neither;
    const report = await lab.client.gap.report({ definition: 'matched', by: null, topBox: null, filter: {} });
    expect(n).toBeGreaterThan(100);
    expect(report.table).toEqual({ both, companyOnly, customerOnly, neither });
    expect(report.company.value).toBeCloseTo((both + companyOnly) / n, 12);
    expect(report.customer.value).toBeCloseTo((both + customerOnly) / n, 12);
    expect(report.gap.value).toBeCloseTo((100 * (companyOnly - customerOnly)) / n, 9);
    expect(report.blindSpot?.value).toBeCloseTo(companyOnly / n, 12);
  });

  test('what leaders believe', async () => {
    const [share, n] = ask("SELECT avg(value = scale_max), count(*) FROM belief WHERE respondent_group = 'leader' AND question = (SELECT key FROM survey_item WHERE kind = 'superior')");
    const { company } = await lab.client.gap.report({ definition: 'belief', by: null, topBox: null, filter: {} });
    expect(company).toMatchObject({ n });
    expect(company.value).toBeCloseTo(share ?? Number.NaN, 12);
  });
});
