import { describe, expect, test } from 'vitest';
import { dayBoundsSql, localDayStart, localMonth, localMonthSql } from '#engine/store/queries/local-time.ts';
import { openDatabase } from '#engine/store/database.ts';
import { mulberry32 } from '#shared/stats/prng.ts';

/** The date and hour that a wall clock in the zone shows: the platform's own answer, not ours. */
function wallClock(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** Both hemispheres, half hours, a change at midnight, no change at all, and both ends of the date line. */
const zones = ['UTC', 'Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Asia/Beirut', 'Africa/Casablanca', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns'];

describe('days and months of the centre', () => {
  test.each(zones)('a day begins when the clock on the wall first shows it: %s', (zone) => {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const start = Date.parse(`${localDayStart(day, zone)}Z`);
      expect(wallClock(start, zone).slice(0, 10), `${day} in ${zone}`).toBe(day);
      expect(wallClock(start - 60_000, zone).slice(0, 10) < day, `before ${day} in ${zone}`).toBe(true);
    }
  });

  test.each(zones)('the months of the SQL are those of the wall clock, and of the filter by days: %s', async (zone) => {
    const db = await openDatabase();
    db.exec('CREATE TABLE interaction (started_at TEXT)');
    const next = mulberry32(11);
    const edges = [...Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 1)), Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1), Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 6)];
    const times = [...edges.flatMap((edge) => [-14, -5.5, -5, -1, -1 / 60, 0, 1 / 60, 1, 3, 5, 5.5, 10.5, 12].map((hours) => edge + hours * 3_600_000)), ...Array.from({ length: 500 }, () => Date.UTC(2025, 11, 1) + next() * 400 * 86_400_000)];
    db.bulk('INSERT INTO interaction VALUES (?)', times.map((at) => [new Date(at).toISOString()]));
    const rows = db.all<{ at: string; month: string }>(`SELECT i.started_at AS at, ${localMonthSql(db, zone)} AS month FROM interaction i`);
    for (const { at, month } of rows) expect(month, `${at} in ${zone}`).toBe(wallClock(Date.parse(at), zone).slice(0, 7));
    for (const month of ['2026-03', '2026-10']) {
      const [from, after] = [dayBoundsSql(`${month}-01`, zone).onOrAfter, dayBoundsSql(month === '2026-03' ? '2026-04-01' : '2026-11-01', zone).before];
      const filtered = db.get<{ n: number }>(`SELECT count(*) AS n FROM interaction i WHERE (${from.sql}) AND (${after.sql})`, [...from.parameters, ...after.parameters]);
      expect(filtered?.n, `${month} in ${zone}`).toBe(rows.filter((row) => row.month === month).length);
    }
    db.close();
  });

  test.each(zones)('a date without a time is a day of the centre: %s', async (zone) => {
    const db = await openDatabase();
    db.exec("CREATE TABLE interaction (started_at TEXT); INSERT INTO interaction VALUES ('2026-03-01'), ('2026-03-31'), ('2026-04-01'), ('2025-12-31T12:00:00Z'), ('2026-12-31T12:00:00Z')");
    const months = db.all<{ month: string }>(`SELECT ${localMonthSql(db, zone)} AS month FROM interaction i WHERE length(i.started_at) = 10`);
    expect(months.map((row) => row.month)).toEqual(['2026-03', '2026-03', '2026-04']);
    const [from, after] = [dayBoundsSql('2026-03-31', zone).onOrAfter, dayBoundsSql('2026-04-01', zone).before];
    expect(db.all<{ at: string }>(`SELECT i.started_at AS at FROM interaction i WHERE (${from.sql}) AND (${after.sql})`, [...from.parameters, ...after.parameters])).toEqual([{ at: '2026-03-31' }]);
    db.close();
  });

  test('the month that is not over is that of the centre', () => {
    expect(localMonth(new Date('2026-10-31T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11');
    expect(localMonth(new Date('2026-11-01T03:30:00Z'), 'America/New_York')).toBe('2026-10');
  });

  test('a date a thousand years off costs no search through its days', async () => {
    const db = await openDatabase();
    db.exec("CREATE TABLE interaction (started_at TEXT); INSERT INTO interaction VALUES ('9999-12-31T00:00:00Z'), ('0001-01-01T00:00:00Z'), ('2026-07-31T23:30:00Z')");
    const rows = db.all<{ month: string }>(`SELECT ${localMonthSql(db, 'Europe/London')} AS month FROM interaction i ORDER BY i.started_at`);
    expect(rows[1]?.month).toBe('2026-08');
    db.close();
  });
});
