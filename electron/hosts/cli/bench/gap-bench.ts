import { createProject } from '#engine/store/open-project.ts';
import { commandHandlers } from '#engine/log/handlers/index.ts';
import { gapReport } from '#engine/metrics/gap/report.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { mulberry32 } from '#shared/stats/prng.ts';
import { percentile, resultOf, timed, type Benchmark } from './benchmark.ts';
import { rawSql } from './raw-database.ts';

const queues = ['Billing', 'Moving', 'Outages', 'Tariffs', 'Complaints', 'Sales', 'Web', 'Meters', 'Debt', 'Other'];

/** One row: id, queue, customer, the two scores. */
function matchedRows(n: number): [string, string, number, number, number][] {
  const next = mulberry32(7);
  return Array.from({ length: n }, (_unused, at) => [
    `i-${at}`, queues[Math.floor(next() * queues.length)] ?? 'Other', Math.floor(next() * (n / 4)), Math.round(next() * 100), Math.floor(next() * 5),
  ]);
}

const grouped = `SELECT queue, sum(c = 1 AND k = 1), sum(c = 1 AND k = 0), sum(c = 0 AND k = 1), sum(c = 0 AND k = 0)
  FROM (SELECT queue, company_score >= 80 AS c, customer_from_top < 1 AS k FROM interaction) GROUP BY queue`;

/** The matched gap with all its segments over 100,000 matched interactions, against its grouping alone in the bare library. */
export const gapBench: Benchmark = {
  name: 'gap',
  async run({ scale, folder, say }) {
    const n = Math.round(100_000 * scale);
    say(`gap: filling ${n} matched interactions`);
    const rows = matchedRows(n);
    const SQL = await rawSql();
    const raw = new SQL.Database();
    raw.run('CREATE TABLE interaction (key INTEGER PRIMARY KEY, id TEXT, queue TEXT, customer INTEGER, company_score REAL, customer_from_top REAL) STRICT; BEGIN');
    const insert = raw.prepare('INSERT INTO interaction (id, queue, customer, company_score, customer_from_top) VALUES (?, ?, ?, ?, ?)');
    for (const row of rows) insert.run(row);
    insert.free();
    raw.run('COMMIT');
    const references: number[] = [];
    for (let i = 0; i < 9; i += 1) references.push((await timed(() => raw.exec(grouped))).ms);
    raw.close();
    const project = await createProject({ path: join(folder, 'gap.earshot'), clock: () => new Date(), newId: randomUUID, log: () => undefined, handlers: commandHandlers });
    await project.bulk('bench', (db) => db.transaction(() => {
      db.bulk('INSERT OR IGNORE INTO customer (id, external_id) VALUES (?1, ?1)', rows.map((row) => [`c-${row[2]}`]));
      db.bulk(`INSERT INTO interaction (id, external_id, channel, queue, customer_id, started_at, company_score, company_purpose, customer_score, customer_from_top)
        VALUES (?1, ?1, 'phone', ?2, 'c-' || ?3, '2026-01-01T10:00:00Z', ?4, 'random', 100 - 25 * ?5, ?5)`, rows.map((row) => [...row]));
    }));
    const times: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      times.push((await timed(() => gapReport(project.db, readDefinitions(project.db).definitions, { definition: 'matched', by: 'queue', topBox: null, filter: {} }))).ms);
    }
    await project.close();
    const ms = percentile(times, 0.5);
    return { ...resultOf({ name: 'gap', work: `matched gap by queue, ${n} matched interactions`, reference: 'the same grouping in the bare library', ms, referenceMs: percentile(references, 0.5), budget: 3, more: { budgetMs: 150 } }) };
  },
};
