import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Database } from '../database.ts';
import { answeredSql, markedSql } from './experience-sql.ts';
import { interactionWhere, type GoodRule } from './interaction-where.ts';

const lines = (text: string | null | undefined): string[] => (text === null || text === undefined || text === '' ? [] : text.split('\n'));

/** Ids of the interactions of a filter, in one text: many times faster than a row each. */
export function filteredIds(db: Database, filter: InteractionFilter, rule: GoodRule): string[] {
  const where = interactionWhere(filter, rule);
  return lines(db.get<{ ids: string | null }>(`SELECT group_concat(i.id, char(10)) AS ids FROM interaction i WHERE ${where.sql}`, where.parameters)?.ids);
}

/** Ids of the interactions that a low answer or a listener's mark calls a bad experience. */
export function badByWordIds(db: Database): string[] {
  return lines(db.get<{ ids: string | null }>(
    `SELECT group_concat(i.id, char(10)) AS ids FROM (SELECT e.key FROM (${answeredSql}) e WHERE e.isBad = 1 UNION SELECT m.key FROM (${markedSql}) m) x JOIN interaction i ON i.key = x.key`,
  )?.ids);
}
