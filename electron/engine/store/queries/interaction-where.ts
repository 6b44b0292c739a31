import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { SqlParameter } from '../database.ts';
import { parseSearch } from './full-text.ts';
import { dayBoundsSql } from './local-time.ts';
import { measureOf, type MeasureRule } from './measure-sql.ts';
import { isValidAnswerSql, itemFromTopSql } from './scores.ts';
import { cuedSql } from './empathy.ts';
import { causesSql, fieldPath, fieldSql, tenureSql, type Sql } from './segment-sql.ts';

/** The definitions that a filter's cells and lists depend on. */
export type GoodRule = Pick<Definitions, 'companyGoodRule' | 'companyGoodMin' | 'topBox' | 'timeZone'> & MeasureRule;

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

  /** Adds a condition, in parentheses: it may hold an OR. */
  add(sql: string, ...parameters: SqlParameter[]): void {
    this.parts.push(`(${sql})`);
    this.parameters.push(...parameters);
  }

  addSql({ sql, parameters }: Sql): void {
    this.add(sql, ...parameters);
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
  figures(where, filter, rule);
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
  if (filter.auditQueue !== undefined) {
    where.add('i.id IN (SELECT n.interaction_id FROM audit_queue_entry n WHERE n.queue_id = ? AND n.replaced_because IS NULL)', filter.auditQueue);
  }
  if (filter.agent === null) where.add('i.agent_id IS NULL');
  else if (filter.agent !== undefined) {
    where.add('i.agent_id IN (SELECT a.id FROM agent a WHERE ? IN (a.id, a.external_id, a.name))', filter.agent);
  }
  if (filter.customer !== undefined) {
    where.add('i.customer_id IN (SELECT coalesce(j.kept_id, c.id) FROM customer c LEFT JOIN customer_joined j ON j.customer_id = c.id WHERE ? IN (c.id, c.external_id))', filter.customer);
  }
  if (filter.tenure !== undefined) {
    where.equals(`(SELECT ${tenureSql} FROM (SELECT 1) LEFT JOIN customer c ON c.id = i.customer_id)`, filter.tenure);
  }
  if (filter.field) {
    const { name, value } = filter.field;
    if (value === null) where.add(`${fieldSql} IS NULL`, fieldPath(name));
    else where.add(`${fieldSql} = ?`, fieldPath(name), value);
  }
  if (filter.from !== undefined) where.addSql(dayBoundsSql(filter.from, rule.timeZone).onOrAfter);
  if (filter.to !== undefined) where.addSql(dayBoundsSql(dayAfter(filter.to), rule.timeZone).before);
  where.has('i.started_at IS NOT NULL', filter.dated);
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
      JOIN survey_response r ON r.id = s.response_id WHERE m.key = ? AND ${isValidAnswerSql}${top})`, key);
  }
}

function marks(where: Conditions, filter: InteractionFilter): void {
  where.has('EXISTS (SELECT 1 FROM media f WHERE f.interaction_id = i.id)', filter.hasAudio);
  where.has('i.tag_count > 0', filter.tagged);
  where.has('EXISTS (SELECT 1 FROM quote q WHERE q.interaction_id = i.id)', filter.quoted);
  where.has(`(i.id IN (${cuedSql}))`, filter.cued);
  if (filter.code !== undefined) {
    where.add('i.id IN (SELECT g.interaction_id FROM tag g JOIN code k ON k.id = g.code_id WHERE ? IN (k.id, k.key, k.name))', filter.code);
  }
  if (filter.cause === null) where.add(`i.id NOT IN (SELECT interaction_id FROM (${causesSql}))`);
  else if (filter.cause !== undefined) where.add(`i.id IN (SELECT interaction_id FROM (${causesSql}) WHERE name = ?)`, filter.cause);
}

/** The interactions of a figure's denominator or numerator; a name that measures nothing lists nothing. */
function figures(where: Conditions, { measuredBy, countedBy }: InteractionFilter, rule: GoodRule): void {
  if (measuredBy !== undefined) where.add(measureOf(measuredBy, rule)?.base ?? '0');
  if (countedBy === undefined) return;
  const measure = measureOf(countedBy, rule);
  where.add(measure?.hit === undefined ? '0' : `${measure.base} AND ${measure.hit}`);
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
