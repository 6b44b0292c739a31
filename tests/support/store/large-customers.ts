import { openDatabase, type Database } from '#engine/store/database.ts';
import { migrate } from '#engine/store/migrations/index.ts';
import { mulberry32 } from '#shared/stats/prng.ts';

export type Size = { customers: number; interactions: number; purchases: number };

/** What the budgets are promised for. */
export const fullSize: Size = { customers: 25_000, interactions: 200_000, purchases: 500_000 };

const dayMs = 86_400_000;
const lastDay = Date.UTC(2026, 9, 31);
const historyDays = 5 * 365;
const reasons = ['Bill', 'Move', 'Outage', 'Tariff', 'Meter', null];

/** A project of invented customers, as large as asked: contacts, answers, tags and purchases over five years. */
export async function largeCustomers({ customers, interactions, purchases }: Size, seed = 7): Promise<Database> {
  const random = mulberry32(seed);
  const draw = (n: number) => Math.floor(random() * n);
  const day = (back: number) => new Date(lastDay - back * dayMs).toISOString();
  const db = await openDatabase();
  migrate(db);
  db.transaction(() => {
    db.run("INSERT INTO import_batch (id, at, actor, status) VALUES ('b', '2026-11-01T00:00:00Z', 'test', 'ready')");
    db.run("INSERT INTO survey_item (id, key, kind, label, scale_min, scale_max) VALUES ('m', 'csat', 'csat', 'Satisfaction', 1, 5)");
    db.bulk('INSERT INTO code (id, key, name, kind, owner) VALUES (?, ?, ?, ?, ?)', Array.from({ length: 20 }, (_, k) => [`k${k}`, `K${k}`, `Cause ${k}`, 'cause', 'Finance']));
    db.bulk('INSERT INTO customer (id, external_id, name, since) VALUES (?, ?, ?, ?)', Array.from({ length: customers }, (_, c) => [customerId(c), `C-${c}`, `Customer ${c}`, day(historyDays + draw(5000)).slice(0, 10)]));
    db.bulk('INSERT INTO interaction (key, id, external_id, channel, direction, started_at, duration_ms, customer_id, reason, turn_count, tag_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 5, 1)',
      Array.from({ length: interactions }, (_, i) => [i + 1, interactionId(i), `I-${i}`, ['phone', 'chat', 'email'][i % 3] ?? 'phone', 'inbound',
        new Date(lastDay - Math.floor(historyDays * dayMs * (1 - i / interactions)) - draw(dayMs)).toISOString(), 60_000 + draw(600_000), customerId(draw(customers)), reasons[draw(6)] ?? null]));
    db.run('UPDATE interaction SET customer_score = (key % 5) * 25, customer_from_top = 4 - key % 5 WHERE key % 4 = 1');
    const answered = Math.floor(interactions / 4);
    db.bulk('INSERT INTO survey_response (id, external_id, interaction_id, link_state) VALUES (?, ?, ?, ?)', Array.from({ length: answered }, (_, r) => [`r${r}`, `R-${r}`, interactionId(r * 4), 'matched']));
    db.bulk('INSERT INTO survey_answer (response_id, item_id, value) VALUES (?, ?, ?)', Array.from({ length: answered }, (_, r) => [`r${r}`, 'm', 1 + draw(5)]));
    db.bulk('INSERT INTO tag (id, interaction_id, code_id, start_ms, severity, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
      Array.from({ length: interactions }, (_, g) => [`g${g}`, interactionId(g), `k${draw(20)}`, 1000, draw(20) === 0 ? 2 : null, '2026-11-01T00:00:00Z', 'test']));
    db.bulk('INSERT INTO purchase (id, external_id, customer_id, date, kind, product, amount, margin, currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      Array.from({ length: purchases }, (_, p) => [`p${p}`, `P-${p}`, customerId(draw(customers)), day(draw(historyDays)).slice(0, 10), draw(400) === 0 ? 'cancellation' : draw(5) === 0 ? 'purchase' : 'renewal', `Product ${draw(5)}`, 100, 10 + draw(20), 'GBP']));
  });
  return db;
}

const id = (kind: string, n: number) => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const customerId = (n: number) => id('c', n);
const interactionId = (n: number) => id('a', n);
