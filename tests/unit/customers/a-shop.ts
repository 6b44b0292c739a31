import { openDatabase, type Database } from '#engine/store/database.ts';
import { migrate } from '#engine/store/migrations/index.ts';
import { mulberry32, randomBeta, randomGamma, type RandomStream } from '#shared/stats/prng.ts';

export const planted = { r: 1.2, alpha: 8, a: 1.1, b: 3, p: 6, q: 4, v: 15 };
export const lastDay = '2026-10-31';

export type Shop = {
  customers: number;
  /** Weeks of history, in which everybody's first purchase lies at a random time of the first half. */
  weeks?: number;
  /** What a purchase is worth to somebody who buys at such a rate a week, with a mean of their own; null for an unknown amount. */
  worth?: (random: RandomStream, rate: number, mean: number) => number | null;
  /** How often somebody buys again: by the model, unless told otherwise. */
  again?: boolean;
  currencyOf?: (customer: number) => string;
};

const dayText = (weeksBack: number): string => new Date(Date.parse(lastDay) - Math.floor(weeksBack * 7) * 86_400_000).toISOString().slice(0, 10);
export const shopper = (n: number): string => `c${String(n).padStart(6, '0')}`;

/** A project of buyers without a contract, drawn from the parameters above: BG/NBD in weeks, Gamma-Gamma in money. */
export async function aShop({ customers, weeks = 104, again = true, currencyOf = () => 'GBP', worth = (random, _rate, mean) => (mean * randomGamma(random, planted.p)) / planted.p }: Shop): Promise<Database> {
  const random = mulberry32(2718);
  const db = await openDatabase();
  migrate(db);
  const rows: (string | number | null)[][] = [];
  const buys = (customer: number, weeksBack: number, value: number | null): void => {
    rows.push([`p${rows.length}`, `P-${rows.length}`, shopper(customer), dayText(weeksBack), 'purchase', value, value, currencyOf(customer)]);
  };
  for (let customer = 0; customer < customers; customer += 1) {
    const age = customer === 0 ? weeks : weeks * (0.5 + 0.5 * random());
    const rate = randomGamma(random, planted.r) / planted.alpha;
    const dropOut = randomBeta(random, planted.a, planted.b);
    const mean = (planted.p * planted.v) / randomGamma(random, planted.q);
    buys(customer, age, worth(random, rate, mean));
    for (let time = -Math.log(1 - random()) / rate; again && time < age; time -= Math.log(1 - random()) / rate) {
      buys(customer, age - time, worth(random, rate, mean));
      if (random() < dropOut) break;
    }
  }
  // Somebody buys on the last day, so that time ends there.
  buys(0, 0, worth(random, 1, 50));
  db.transaction(() => {
    db.run("INSERT INTO import_batch (id, at, actor, status) VALUES ('b', '2026-11-01T00:00:00Z', 'test', 'ready')");
    db.bulk('INSERT INTO customer (id, external_id) VALUES (?, ?)', Array.from({ length: customers }, (_, customer) => [shopper(customer), `C-${customer}`]));
    db.bulk('INSERT INTO purchase (id, external_id, customer_id, date, kind, amount, margin, currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', rows);
  });
  return db;
}
