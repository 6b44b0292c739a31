import type { Database, SqlParameters } from '../database.ts';

/**
 * Rows as one JSON text, in the order of the columns given: a row at a time takes many times as long where there are as many
 * as customers. Numbers come back to the last bit, texts may hold any character. `columns` are expressions, `from` all that
 * follows FROM, `order` the order of the rows (as they are found without one).
 */
export function tuples<T extends readonly unknown[]>(db: Database, { columns, from, order = null }: { columns: readonly string[]; from: string; order?: string | null }, parameters: SqlParameters = []): T[] {
  const { texts } = db.get<{ texts: string }>(
    `SELECT json_group_array(json_array(${columns.join(', ')})${order === null ? '' : ` ORDER BY ${order}`}) AS texts FROM ${from}`, parameters) ?? { texts: '[]' };
  return JSON.parse(texts) as T[];
}
