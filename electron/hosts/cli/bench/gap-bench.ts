import { createProject } from '#engine/store/open-project.ts';
import { commandHandlers } from '#engine/log/handlers/index.ts';
import { gapReport } from '#engine/metrics/gap/report.ts';
import { defaultDefinitions, readDefinitions } from '#engine/store/queries/definitions.ts';
import { changeSetting } from '#shared/commands/settings.ts';
import type { GapDefinition } from '#shared/model/gap.ts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { mulberry32 } from '#shared/stats/prng.ts';
import { percentile, resultOf, timed, type Benchmark } from './benchmark.ts';
import { rawSql } from './raw-database.ts';

const queues = ['Billing', 'Moving', 'Outages', 'Tariffs', 'Complaints', 'Sales', 'Web', 'Meters', 'Debt', 'Other'];

/** Id, queue, customer, the two scores. */
type Row = [string, string, number, number, number];

function matchedRows(n: number): Row[] {
  const next = mulberry32(7);
  return Array.from({ length: n }, (_unused, at) => [
    `i-${at}`, queues[Math.floor(next() * queues.length)] ?? 'Other', Math.floor(next() * (n / 4)), Math.round(next() * 100), Math.floor(next() * 5),
  ]);
}

const grouped = `SELECT queue, sum(c = 1 AND k = 1), sum(c = 1 AND k = 0), sum(c = 0 AND k = 1), sum(c = 0 AND k = 0)
  FROM (SELECT queue, company_score >= 80 AS c, customer_from_top < 1 AS k FROM interaction) GROUP BY queue`;

type Sql = Awaited<ReturnType<typeof rawSql>>;

/** The bare library with the same rows: the floor under any report. */
function rawGrouping(SQL: Sql, rows: readonly Row[]): { run(): unknown; close(): void } {
  const raw = new SQL.Database();
  raw.run('CREATE TABLE interaction (key INTEGER PRIMARY KEY, id TEXT, queue TEXT, customer INTEGER, company_score REAL, customer_from_top REAL) STRICT; BEGIN');
  const insert = raw.prepare('INSERT INTO interaction (id, queue, customer, company_score, customer_from_top) VALUES (?, ?, ?, ?, ?)');
  for (const row of rows) insert.run(row);
  insert.free();
  raw.run('COMMIT');
  return { run: () => raw.exec(grouped), close: () => raw.close() };
}

async function filledProject(folder: string, rows: readonly Row[]) {
  const project = await createProject({ path: join(folder, 'gap.earshot'), clock: () => new Date(), newId: randomUUID, log: () => undefined, handlers: commandHandlers });
  await project.bulk('bench', (db) => db.transaction(() => {
    db.bulk('INSERT OR IGNORE INTO customer (id, external_id) VALUES (?1, ?1)', rows.map((row) => [`c-${row[2]}`]));
    db.bulk(`INSERT INTO interaction (id, external_id, channel, queue, customer_id, started_at, company_score, company_purpose, customer_score, customer_from_top)
      VALUES (?1, ?1, 'phone', ?2, 'c-' || ?3, '2026-01-01T10:00:00Z', ?4, 'random', 100 - 25 * ?5, ?5)`, rows.map((row) => [...row]));
  }));
  return project;
}

const rounds = 9;

/** The gap with all its segments over 100,000 matched interactions, against its grouping alone in the bare library, in turns. */
export const gapBench: Benchmark = {
  name: 'gap',
  async run({ scale, folder, say }) {
    const n = Math.round(100_000 * scale);
    say(`gap: filling ${n} matched interactions`);
    const rows = matchedRows(n);
    const reference = rawGrouping(await rawSql(), rows);
    const project = await filledProject(folder, rows);
    const report = (definition: GapDefinition = 'matched') => gapReport(project.db, readDefinitions(project.db).definitions, { definition, by: 'queue', topBox: null, filter: {} });
    /** Another threshold, on disk, and the report under it. */
    const changed = async (round: number) => {
      await project.execute([{
        id: randomUUID(), name: changeSetting.name, version: changeSetting.version, at: new Date().toISOString(), actor: 'bench',
        payload: { key: 'definitions', value: { ...defaultDefinitions, companyGoodMin: 60 + round } },
      }]);
      return report();
    };
    const times = { reference: [] as number[], matched: [] as number[], changed: [] as number[], scorecard: [] as number[], mean: [] as number[] };
    // What nobody has asked before since the project was opened.
    const first = (await timed(() => report())).ms;
    for (let round = 0; round < rounds; round += 1) {
      times.reference.push((await timed(() => reference.run())).ms);
      times.matched.push((await timed(() => report())).ms);
      times.changed.push((await timed(() => changed(round))).ms);
      times.scorecard.push((await timed(() => report('scorecard'))).ms);
      times.mean.push((await timed(() => report('mean'))).ms);
    }
    reference.close();
    await project.close();
    const median = (of: readonly number[]) => percentile(of, 0.5);
    return resultOf({
      name: 'gap', work: `matched gap by queue, ${n} matched interactions`, reference: 'the same grouping in the bare library', ms: median(times.matched), referenceMs: median(times.reference), budget: 3,
      more: { budgetMs: 150, firstMs: first, changedThresholdMs: median(times.changed), changedThresholdBudgetMs: 400, scorecardMs: median(times.scorecard), meanMs: median(times.mean) },
    });
  },
};
