import type { AtRiskRow, Tier, TierRule } from '#shared/model/customer.ts';
import type { Definitions } from '#shared/model/gap.ts';
import { experienceTier } from '#shared/stats/bad-experience.ts';
import { cachedFor } from '#engine/metrics/project-cache.ts';
import type { Database } from '#engine/store/database.ts';
import { badContacts, lastContactAt, lastPurchaseOn, type BadContact } from '#engine/store/queries/bad-contacts.ts';
import { contactsSince, customersById, linkageSince, yearMargins, type Margin } from '#engine/store/queries/customers.ts';
import { badCounts } from './bad-counts.ts';
import { dayBefore } from './days.ts';

/** A customer at risk before the details are looked up. */
export type Ranked = { customer: string; count: number; keys: readonly number[]; ids: readonly string[]; lastBadAt: string; yearMargin: number | null; isRevenue: boolean };

const mostIds = 1000;

/** `bad` are the contacts of the look-back that the ranks come from. */
export type AtRisk = { ranked: Ranked[]; bad: readonly BadContact[]; rule: TierRule; currency: string | null };

/** Everybody with a bad experience in the look-back, most first, then by the margin of a year, then by number. */
export function rankedAtRisk(db: Database, definitions: Definitions): AtRisk {
  const { lookBackDays, episodeGapDays } = definitions;
  return cachedFor(db, `at-risk ${lookBackDays} ${episodeGapDays}`, () => {
    const asOf = lastContactAt(db);
    const rule = { lookBackDays, episodeGapDays, asOf };
    if (asOf === null) return { ranked: [], bad: [], rule, currency: null };
    const bad = badContacts(db, { since: dayBefore(asOf, lookBackDays) });
    const counts = badCounts(db, bad, { asOf, definitions });
    const byKey = new Map(bad.map((contact) => [contact.key, contact]));
    const until = lastPurchaseOn(db);
    const { margins, currency } = until === null ? { margins: new Map<string, Margin>(), currency: null } : yearMargins(db, [...counts.keys()], { after: dayBefore(until, 365), until });
    const ranked = [...counts].map(([customer, { count, keys }]): Ranked => {
      const contacts = [...keys].flatMap((key) => byKey.get(key) ?? []);
      const margin = margins.get(customer);
      return {
        customer, count, keys: [...keys], ids: contacts.map(({ id }) => id).slice(-mostIds), lastBadAt: contacts.at(-1)?.at ?? asOf,
        yearMargin: margin?.margin ?? null, isRevenue: margin?.isRevenue ?? false,
      };
    });
    ranked.sort((a, b) => b.count - a.count || (b.yearMargin ?? -Infinity) - (a.yearMargin ?? -Infinity) || (a.customer < b.customer ? -1 : 1));
    return { ranked, bad, rule, currency };
  });
}

export type AtRiskPage = { tier?: Exclude<Tier, 'none'> | undefined; offset: number; limit: number };

/** One page of the at-risk list, and how many stand in each tier. */
export function atRiskPage(db: Database, definitions: Definitions, { tier, offset, limit }: AtRiskPage) {
  const { ranked, rule, currency } = rankedAtRisk(db, definitions);
  const chosen = tier === undefined ? ranked : ranked.filter(({ count }) => experienceTier(count) === tier);
  const page = chosen.slice(offset, offset + limit);
  const ids = page.map(({ customer }) => customer);
  const since = rule.asOf === null ? '9999' : dayBefore(rule.asOf, rule.lookBackDays);
  const profiles = customersById(db, ids);
  const contacts = contactsSince(db, ids, since);
  const rows = page.flatMap((row): AtRiskRow[] => {
    const profile = profiles.get(row.customer);
    if (!profile) return [];
    return [{
      ...profile, badCount: row.count, tier: experienceTier(row.count), lastBadAt: row.lastBadAt, contacts: contacts.get(row.customer) ?? 0,
      yearMargin: row.yearMargin, isRevenue: row.isRevenue, evidence: { ids: [...row.ids] },
    }];
  });
  const inTier = (wanted: Tier) => ranked.filter(({ count }) => experienceTier(count) === wanted).length;
  return {
    total: chosen.length, rows, rule, tiers: { watch: inTier('watch'), high: inTier('high'), critical: inTier('critical') },
    currency, ...linkageSince(db, since),
  };
}
