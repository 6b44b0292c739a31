import { expect, it } from 'vitest';
import type { SourceFile } from '#engine/importers/importer.ts';
import { readRecords } from '#engine/importers/tables/read-records.ts';
import { startWorkClock } from './source.ts';

const ROWS = process.env['EARSHOT_LONG'] === '1' ? 500_000 : 30_000;
const BATCH = 1_000;
const MAX_RSS_BYTES = 600_000_000;

const header = 'interaction_id,channel,direction,started_at,duration_s,talk_s,hold_s,acw_s,queue,team,agent_id,agent_name,customer_id,reason,product,transfers,language,resolved_agent_logged,proactive,site\n';

function row(index: number): string {
  const day = String(1 + (index % 28)).padStart(2, '0');
  return `INTERACTION-2026-${String(index).padStart(9, '0')},phone,inbound,${day}.11.2026 09:${String(index % 60).padStart(2, '0')}:00,${200 + (index % 100)},200,20,25,Billing,North,A${index % 50},Kim Lee,C${index % 5_000},"bill, late",Power,0,en,yes,no,Leeds\n`;
}

function largeTable(rows: number): SourceFile {
  return {
    name: 'calls.csv', size: rows * 160, reference: 'calls.csv',
    read: () => Promise.reject(new Error('a large table is streamed, never read whole')),
    stream: async function* stream() {
      yield new TextEncoder().encode(header);
      for (let start = 0; start < rows; start += BATCH) {
        yield await Promise.resolve(new TextEncoder().encode(Array.from({ length: BATCH }, (_, index) => row(start + index)).join('')));
      }
    },
  };
}

it(`reads ${ROWS.toLocaleString('en')} rows in one go within 600 MB, without holding up the event loop`, async () => {
  let records = 0;
  let peak = 0;
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 10);
  const startedAt = performance.now();
  const workMs = startWorkClock();
  for await (const item of readRecords(largeTable(ROWS), { timeZone: 'Europe/Berlin' })) if ('record' in item) records += 1;
  const ms = performance.now() - startedAt;
  const cpuMs = workMs();
  clearInterval(timer);
  process.stdout.write(`${ROWS} rows: ${Math.round(ms)} ms, peak ${Math.round(peak / 1e6)} MB, a turn of the event loop every ${Math.round(cpuMs / turns)} ms of work\n`);
  expect(records).toBe(ROWS);
  expect(peak).toBeLessThan(MAX_RSS_BYTES);
  expect(cpuMs / turns).toBeLessThan(100);
}, 300_000);
