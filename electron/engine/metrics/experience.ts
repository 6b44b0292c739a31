import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { badExperienceCounts, experienceTier, type ExperienceEvent, type ExperienceTier } from '#shared/stats/bad-experience.ts';
import { asOfSql } from '#engine/store/queries/as-of.ts';
import { badInteractionsSql, experienceSql } from '#engine/store/queries/experience-sql.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { isWhole, type Metric, type MetricContext } from './metric.ts';
import { shareEnvelope } from './shares.ts';

type Contact = { customer: string; day: number; reason: string | null; isBad: number | null };

/** Tiers by bad experiences of each customer of the filter of whom anything is known, and how many are known of nothing. */
type Experiences = { counts: Map<string, number>; unknown: number; unlinked: number };

/**
 * Bad experiences per customer in the look-back before the end of the data: one per episode (contacts of one customer
 * about one reason with gaps within the project's limit). Nothing known of any contact is unknown, not good. A filter
 * chooses customers by their interactions; all contacts of those count.
 */
export function customerExperiences({ db, definitions, filter }: MetricContext): Experiences {
  const where = interactionWhere(filter, definitions);
  const chosen = isWhole(filter) ? null
    : new Set(db.all<{ id: string }>(`SELECT DISTINCT i.customer_id AS id FROM interaction i WHERE i.customer_id IS NOT NULL AND ${where.sql}`, where.parameters).map((row) => row.id));
  const contacts = db.all<Contact>(
    `SELECT i.customer_id AS customer, julianday(i.started_at) AS day, i.reason, x.isBad FROM interaction i LEFT JOIN (${experienceSql}) x ON x.key = i.key
     WHERE i.customer_id IS NOT NULL AND i.started_at <= ${asOfSql}`,
  ).filter((contact) => chosen === null || chosen.has(contact.customer));
  const known = new Set(contacts.filter((contact) => contact.isBad !== null).map((contact) => contact.customer));
  const events = contacts.filter((contact) => known.has(contact.customer)).map((contact): ExperienceEvent => ({ ...contact, isBad: contact.isBad === 1 }));
  const asOfDay = db.get<{ day: number | null }>(`SELECT julianday(max(started_at)) AS day FROM interaction WHERE started_at <= ${asOfSql}`)?.day ?? 0;
  const unlinked = db.get<{ n: number }>(`SELECT count(*) AS n FROM interaction i WHERE i.customer_id IS NULL AND ${where.sql}`, where.parameters)?.n ?? 0;
  return {
    counts: badExperienceCounts(events, { asOfDay, lookBackDays: definitions.lookBackDays, episodeGapDays: definitions.episodeGapDays }),
    unknown: new Set(contacts.map((contact) => contact.customer)).size - known.size, unlinked,
  };
}

/** Most ids that a filter holds. */
const mostIds = 1000;

/** The bad interactions of the customers in a tier: what there is to listen to. */
function tierEvidence({ db, definitions, filter }: MetricContext, customers: readonly string[]): InteractionFilter {
  const where = interactionWhere(filter, definitions);
  const ids = db.all<{ id: string }>(
    `SELECT i.id FROM interaction i WHERE i.key IN (${badInteractionsSql(definitions)}) AND i.customer_id IN (SELECT value FROM json_each(?)) AND ${where.sql} ORDER BY i.started_at DESC LIMIT ${mostIds}`,
    [JSON.stringify(customers), ...where.parameters],
  ).map((row) => row.id);
  return { ...filter, ids };
}

const atLeast: Record<string, number> = { 'bad-experience': 1, 'at-risk-high': 2, 'at-risk-critical': 3 };

/** The share of customers with so many bad experiences; of customers, not of interactions. */
function customersWith(name: keyof typeof atLeast, isHeadline: boolean): Metric {
  const least = atLeast[name] ?? 1;
  return {
    name, unit: 'share', direction: 'down', isHeadline,
    compute(context) {
      const { counts, unknown, unlinked } = customerExperiences(context);
      const hit = [...counts].filter(([, count]) => count >= least).map(([customer]) => customer);
      const reason = unknown > 0 ? 'NO_DATA' as const : unlinked > 0 ? 'UNLINKED' as const : 'NO_DATA' as const;
      return shareEnvelope({
        x: hit.length, n: counts.size, inScope: counts.size + unknown, reason, excluded: { missing: unknown, unlinked }, flags: ['of_customers'],
        evidence: least === 1 ? { ...context.filter, measuredBy: name } : tierEvidence(context, hit),
      });
    },
    distribution(context) {
      const tiers = [...customerExperiences(context).counts.values()].map(experienceTier);
      const labels: readonly ExperienceTier[] = ['none', 'watch', 'high', 'critical'];
      return labels.map((label) => ({ label, n: tiers.filter((tier) => tier === label).length }));
    },
  };
}

/**
 * Customers with a bad experience in the look-back, and those at risk: "high" from two on, "critical" from three on. The
 * tiers are a default taken from stated intentions, to be held against the project's own retention.
 */
export const experience: readonly Metric[] = [customersWith('bad-experience', false), customersWith('at-risk-high', false), customersWith('at-risk-critical', true)];
