import type { Definitions } from '#shared/model/gap.ts';
import { badExperienceCounts, type ExperienceEvent } from '#shared/stats/bad-experience.ts';
import type { Database } from '#engine/store/database.ts';
import type { BadContact } from '#engine/store/queries/bad-contacts.ts';
import { asOfSql } from '#engine/store/queries/as-of.ts';
import { dayOf } from './days.ts';

type Contact = { customer: string; at: string; reason: string | null; key: number };

/**
 * Contacts of these customers; all that are known, because an episode may have begun at any time. The plus keeps the end
 * out of the choice of index: the one of repeats holds every column, so no row of a contact is read.
 */
function contactsOf(db: Database, customers: readonly string[]): Contact[] {
  return db.all<Contact>(
    `SELECT customer_id AS customer, started_at AS at, reason, key FROM interaction
     WHERE customer_id IN (SELECT value FROM json_each(?)) AND +started_at <= ${asOfSql}`, [JSON.stringify(customers)],
  );
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
  const several = [...counts].filter(([, { keys }]) => keys.size > 1);
  if (several.length === 0) return counts;
  const events = contactsOf(db, several.map(([customer]) => customer)).map((contact): ExperienceEvent => (
    { customer: contact.customer, day: dayOf(contact.at), reason: contact.reason, isBad: counts.get(contact.customer)?.keys.has(contact.key) ?? false }));
  for (const [customer, count] of badExperienceCounts(events, { asOfDay, lookBackDays, episodeGapDays })) {
    const known = counts.get(customer);
    if (known) known.count = count;
  }
  return counts;
}
