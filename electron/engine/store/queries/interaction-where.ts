import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { SqlParameter } from '../database.ts';
import { parseSearch } from './full-text.ts';
import { localDayStart } from './local-time.ts';
import { fieldPath, tenureSql, type Sql } from './segment-sql.ts';

/** The definitions of good that a filter's cells depend on. */
export type GoodRule = Pick<Definitions, 'companyGoodRule' | 'companyGoodMin' | 'topBox' | 'timeZone'>;

/** 1 where the company counts the interaction as good, 0 where not, NULL where nobody evaluated it. */
export function companyGoodSql(rule: GoodRule): string {
  const byScore = `(i.company_score >= ${Number(rule.companyGoodMin)})`;
  return rule.companyGoodRule === 'marked' ? `coalesce(i.company_passed, ${byScore})` : byScore;
}

/** 1 where the customer's answer is within the top `topBox` boxes, NULL where nobody answered. */
export function customerGoodSql(topBox: number): string {
  return `(i.customer_from_top < ${Number(topBox)})`;
}

const cells = { both: [1, 1], companyOnly: [1, 0], customerOnly: [0, 1], neither: [0, 0] } as const;

class Conditions {
  readonly parts: string[] = [];
  readonly parameters: SqlParameter[] = [];

  add(sql: string, ...parameters: SqlParameter[]): void {
    this.parts.push(sql);
    this.parameters.push(...parameters);
  }

  /** `null` asks for "not known"; absent asks for nothing. */
  equals(expression: string, value: string | null | undefined): void {
    if (value === null) this.add(`${expression} IS NULL`);
    else if (value !== undefined) this.add(`${expression} = ?`, value);
  }

  /** Asks for presence (true) or absence (false). */
  has(condition: string, wanted: boolean | undefined): void {
    if (wanted !== undefined) this.add(wanted ? condition : `NOT (${condition})`);
  }
}

/**
 * The WHERE clause of a filter over `interaction i`; joins that it needs are inside, as sub-selects, so that it fits
 * any query.
 */
export function interactionWhere(filter: InteractionFilter, rule: GoodRule): Sql {
  const where = new Conditions();
  plainFields(where, filter, rule);
  scores(where, filter, rule);
  marks(where, filter);
  text(where, filter);
  return { sql: where.parts.length === 0 ? '1' : where.parts.join(' AND '), parameters: where.parameters };
}

const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function plainFields(where: Conditions, filter: InteractionFilter, rule: GoodRule): void {
  if (filter.ids) where.add('i.id IN (SELECT value FROM json_each(?))', JSON.stringify(filter.ids));
  where.equals('i.channel', filter.channel);
  where.equals('i.queue', filter.queue);
  where.equals('coalesce(i.team, (SELECT a.team FROM agent a WHERE a.id = i.agent_id))', filter.team);
  where.equals('i.reason', filter.reason);
  where.equals('i.product', filter.product);
  where.equals('i.language', filter.language);
  where.equals('i.import_id', filter.importId);
  if (filter.agent !== undefined) {
    where.add('i.agent_id IN (SELECT a.id FROM agent a WHERE ? IN (a.id, a.external_id, a.name))', filter.agent);
  }
  if (filter.customer !== undefined) {
    where.add('i.customer_id IN (SELECT c.id FROM customer c WHERE ? IN (c.id, c.external_id))', filter.customer);
  }
  if (filter.tenure !== undefined) {
    where.equals(`(SELECT ${tenureSql} FROM (SELECT 1) LEFT JOIN customer c ON c.id = i.customer_id)`, filter.tenure);
  }
  if (filter.field) {
    const { name, value } = filter.field;
    if (value === null) where.add('json_extract(i.fields, ?) IS NULL', fieldPath(name));
    else where.add('json_extract(i.fields, ?) = ?', fieldPath(name), value);
  }
  if (filter.from !== undefined) where.add('i.started_at >= ?', localDayStart(filter.from, rule.timeZone));
  if (filter.to !== undefined) where.add('i.started_at < ?', localDayStart(dayAfter(filter.to), rule.timeZone));
  where.has('coalesce(i.transfers, 0) > 0', filter.transferred);
}

function scores(where: Conditions, filter: InteractionFilter, rule: GoodRule): void {
  const company = companyGoodSql(rule);
  const customer = customerGoodSql(filter.topBox ?? rule.topBox);
  where.has('i.company_score IS NOT NULL OR i.company_passed IS NOT NULL', filter.evaluated);
  where.has('i.customer_from_top IS NOT NULL', filter.answered);
  if (filter.companyGood !== undefined) where.add(`${company} = ?`, filter.companyGood ? 1 : 0);
  if (filter.customerGood !== undefined) where.add(`${customer} = ?`, filter.customerGood ? 1 : 0);
  if (filter.cell) {
    const [companyGood, customerGood] = cells[filter.cell];
    where.add(`${company} = ? AND ${customer} = ?`, companyGood, customerGood);
  }
  if (filter.randomOnly === true) where.add("coalesce(i.company_purpose, 'unknown') <> 'targeted'");
  if (filter.surveyItem) {
    const { key, isTop } = filter.surveyItem;
    const top = isTop === undefined ? '' : ` AND (${itemFromTopSql} < ${Number(filter.topBox ?? rule.topBox)}) = ${isTop ? 1 : 0}`;
    where.add(`i.id IN (SELECT r.interaction_id FROM survey_answer s JOIN survey_item m ON m.id = s.item_id
      JOIN survey_response r ON r.id = s.response_id WHERE m.key = ? AND s.value IS NOT NULL${top})`, key);
  }
}

/** Boxes between an answer and the top of its scale; aliases `s` (answer) and `m` (item). */
export const itemFromTopSql = "CASE m.direction WHEN 'down' THEN s.value - m.scale_min ELSE m.scale_max - s.value END";

function marks(where: Conditions, filter: InteractionFilter): void {
  where.has('EXISTS (SELECT 1 FROM media f WHERE f.interaction_id = i.id)', filter.hasAudio);
  where.has('i.tag_count > 0', filter.tagged);
  where.has('EXISTS (SELECT 1 FROM quote q WHERE q.interaction_id = i.id)', filter.quoted);
  if (filter.code !== undefined) {
    where.add('i.id IN (SELECT g.interaction_id FROM tag g JOIN code k ON k.id = g.code_id WHERE ? IN (k.id, k.key, k.name))', filter.code);
  }
}

function text(where: Conditions, filter: InteractionFilter): void {
  if (filter.text === undefined || filter.text.trim() === '') return;
  const search = parseSearch(filter.text);
  const asNumber = `%${filter.text.trim().replace(/[\\%_]/g, '\\$&')}%`;
  if (search.match === null) {
    where.add("i.external_id LIKE ? ESCAPE '\\'", asNumber);
    return;
  }
  const role = search.role === null ? '' : ` AND t.role = '${search.role}'`;
  where.add(`(i.key IN (SELECT t.interaction_key FROM turn_text JOIN turn t ON t.key = turn_text.docid
    WHERE turn_text MATCH ?${role}) OR i.external_id LIKE ? ESCAPE '\\')`, search.match, asNumber);
}
