import type { LinkComparison, LinkComparisonRow, LinkTrait } from '#shared/model/linking.ts';
import { newcombeUnpaired } from '#shared/stats/newcombe.ts';
import { smdOfMeans, smdOfShares } from '#shared/stats/smd.ts';
import type { Database } from '../database.ts';

/** The largest values of a trait that are compared; months are compared all. */
const comparedValues = 8;

const traits: Readonly<Record<Exclude<LinkTrait, 'duration'>, string>> = {
  channel: 'i.channel', queue: 'i.queue', month: 'substr(i.started_at, 1, 7)', team: 'coalesce(a.team, i.team)',
};

/** Interactions, each with whether a survey is linked to it. */
const interactions = (columns: string) => `SELECT EXISTS (SELECT 1 FROM survey_response r WHERE r.interaction_id = i.id) AS isLinked, ${columns}
  FROM interaction i LEFT JOIN agent a ON a.id = i.agent_id`;

/** Interactions with a linked survey beside those without, on everything that is known of both. */
export function linkComparison(db: Database): LinkComparison {
  const sides = db.all<{ isLinked: number; n: number }>(`SELECT isLinked, count(*) AS n FROM (${interactions('1')}) GROUP BY isLinked`);
  const count = (isLinked: number): number => sides.find((side) => side.isLinked === isLinked)?.n ?? 0;
  const rows = (Object.keys(traits) as (keyof typeof traits)[]).flatMap((trait) => sharesOf(db, trait));
  return { linked: count(1), unlinked: count(0), rows: [...rows, ...durationOf(db)] };
}

function sharesOf(db: Database, trait: keyof typeof traits): LinkComparisonRow[] {
  const values = db.all<{ value: string; linked: number; unlinked: number }>(
    `SELECT value, sum(isLinked) AS linked, sum(1 - isLinked) AS unlinked FROM (${interactions(`${traits[trait]} AS value`)}) WHERE value IS NOT NULL GROUP BY value`,
  );
  const nLinked = values.reduce((sum, { linked }) => sum + linked, 0);
  const nUnlinked = values.reduce((sum, { unlinked }) => sum + unlinked, 0);
  // One value for all says nothing about a difference.
  if (nLinked === 0 || nUnlinked === 0 || values.length < 2) return [];
  const largest = values.toSorted((a, b) => b.linked + b.unlinked - a.linked - a.unlinked).slice(0, trait === 'month' ? values.length : comparedValues);
  const shown = trait === 'month' ? largest.toSorted((a, b) => a.value.localeCompare(b.value)) : largest;
  return shown.map(({ value, linked, unlinked }) => {
    const { diff, ci } = newcombeUnpaired({ x1: linked, n1: nLinked, x2: unlinked, n2: nUnlinked });
    return {
      trait, value, linked: linked / nLinked, unlinked: unlinked / nUnlinked, difference: diff, ci: ci === null ? null : [ci[0], ci[1]],
      smd: smdOfShares(linked / nLinked, unlinked / nUnlinked), nLinked, nUnlinked,
    };
  });
}

function durationOf(db: Database): LinkComparisonRow[] {
  const rows = db.all<{ isLinked: number; seconds: number }>(`SELECT isLinked, seconds FROM (${interactions('i.duration_ms / 1000.0 AS seconds')}) WHERE seconds IS NOT NULL`);
  const of = (isLinked: number): number[] => rows.filter((row) => row.isLinked === isLinked).map(({ seconds }) => seconds);
  const [linked, unlinked] = [of(1), of(0)];
  if (linked.length === 0 || unlinked.length === 0) return [];
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [{
    trait: 'duration', value: null, linked: mean(linked), unlinked: mean(unlinked), difference: mean(linked) - mean(unlinked), ci: null,
    smd: smdOfMeans(linked, unlinked), nLinked: linked.length, nUnlinked: unlinked.length,
  }];
}
