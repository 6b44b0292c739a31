import type { Definitions } from '#shared/model/gap.ts';
import { badExperienceCounts, type ExperienceEvent } from '#shared/stats/bad-experience.ts';
import type { Database } from '#engine/store/database.ts';
import type { BadContact } from '#engine/store/queries/bad-contacts.ts';
import { asOfSql } from '#engine/store/queries/as-of.ts';
import { tuples } from '#engine/store/queries/tuples.ts';
import { dayOf } from './days.ts';

type Contact = readonly [customer: number, at: string, reason: string | null, key: number];

/**
 * Contacts of these customers, each with the customer's place in the list; all that are known, because an episode may have
 * begun at any time. The index of repeats holds every column, so no row of a contact is read.
 */
function contactsOf(db: Database, customers: readonly string[]): Contact[] {
  return tuples<Contact>(db, {
    columns: ['c.key', 'i.started_at', 'i.reason', 'i.key'],
    from: `json_each(?) c CROSS JOIN interaction i INDEXED BY interaction_repeat ON i.customer_id = c.value WHERE i.started_at <= ${asOfSql}`,
  }, [JSON.stringify(customers)]);
}

/**
 * Bad experiences per customer in the look-back up to `asOf`, from the bad contacts: one an episode. Only customers with
 * two and more bad contacts need their episodes looked at; one bad contact is one bad experience.
 */
export function badCounts(db: Database, bad: readonly BadContact[], { asOf, definitions }: { asOf: string; definitions: Definitions }): Map<string, { count: number; keys: Set<number> }> {
  const { lookBackDays, episodeGapDays } = definitions;
  const asOfDay = dayOf(asOf);
  const counts = new Map<string, { count: number; keys: Set<number> }>();
  for (const { customer, at, key } of bad) {
    const day = dayOf(at);
    if (day > asOfDay || asOfDay - day > lookBackDays) continue;
    const known = counts.get(customer);
    if (known) known.keys.add(key);
    else counts.set(customer, { count: 1, keys: new Set([key]) });
  }
  const several = [...counts].flatMap(([customer, { keys }]) => (keys.size > 1 ? [customer] : []));
  if (several.length === 0) return counts;
  const events = contactsOf(db, several).map(([place, at, reason, key]): ExperienceEvent => {
    const customer = several[place] ?? '';
    return { customer, day: dayOf(at), reason, isBad: counts.get(customer)?.keys.has(key) ?? false };
  });
  for (const [customer, count] of badExperienceCounts(events, { asOfDay, lookBackDays, episodeGapDays })) {
    const known = counts.get(customer);
    if (known) known.count = count;
  }
  return counts;
}
