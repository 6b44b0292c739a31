import type { SegmentField } from '#shared/model/interaction-filter.ts';
import type { SqlParameter } from '../database.ts';

/** A piece of SQL with its positional parameters. */
export type Sql = { sql: string; parameters: SqlParameter[] };

/**
 * Years that a customer had been one when the interaction began, as a band. Bands are stored nowhere: they follow from
 * two dates. Needs the aliases `i` (interaction) and `c` (customer).
 */
export const tenureSql = `CASE
  WHEN c.since IS NULL OR i.started_at IS NULL OR julianday(i.started_at) < julianday(c.since) THEN NULL
  WHEN julianday(i.started_at) - julianday(c.since) < 365.25 THEN 'under 1 year'
  WHEN julianday(i.started_at) - julianday(c.since) < 1826.25 THEN '1 to 5 years'
  WHEN julianday(i.started_at) - julianday(c.since) < 3652.5 THEN '5 to 10 years'
  ELSE '10 years and more' END`;

/** The path of one imported field inside the JSON of `interaction.fields`. */
export function fieldPath(name: string): string {
  return `$.${JSON.stringify(name)}`;
}

/** One imported field as text, path as parameter; empty is not known, and long texts are told apart by their beginning. */
export const fieldSql = "nullif(substr(CAST(json_extract(i.fields, ?) AS TEXT), 1, 200), '')";

/** Causes of interactions, each once under its name. */
export const causesSql = `SELECT DISTINCT g.interaction_id, k.name FROM tag g JOIN code k ON k.id = g.code_id WHERE k.kind = 'cause'`;

/**
 * The expression that a split by `field` groups by, and the joins that it needs beside `interaction i`.
 * `cause` yields one row per cause: an interaction with two causes counts in both.
 * @param localMonth the expression for an interaction's month in the centre's time zone
 */
export function segmentSql(field: SegmentField, localMonth: string): Sql & { joins: string } {
  switch (field) {
    case 'queue': case 'channel': case 'product': case 'language': case 'reason':
      return { sql: `i.${field}`, parameters: [], joins: '' };
    case 'team':
      return { sql: 'coalesce(i.team, a.team)', parameters: [], joins: 'LEFT JOIN agent a ON a.id = i.agent_id' };
    case 'agent':
      return { sql: 'coalesce(a.name, a.external_id)', parameters: [], joins: 'LEFT JOIN agent a ON a.id = i.agent_id' };
    case 'tenure':
      return { sql: tenureSql, parameters: [], joins: 'LEFT JOIN customer c ON c.id = i.customer_id' };
    case 'month':
      return { sql: localMonth, parameters: [], joins: '' };
    case 'cause':
      return {
        sql: 'cause.name', parameters: [],
        joins: `LEFT JOIN (${causesSql}) cause ON cause.interaction_id = i.id`,
      };
    default:
      return { sql: fieldSql, parameters: [fieldPath(field.slice('field:'.length))], joins: '' };
  }
}
