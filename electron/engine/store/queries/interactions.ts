import type { InteractionFilter, InteractionSort } from '#shared/model/interaction-filter.ts';
import type { Interaction, InteractionRow } from '#shared/model/interaction.ts';
import type { Database } from '../database.ts';
import { waitsBlindSql } from './audit-queues.ts';
import { interactionWhere, type GoodRule } from './interaction-where.ts';

type RowSql = {
  id: string; external_id: string; channel: InteractionRow['channel']; started_at: string | null; duration_ms: number | null;
  agent: string | null; customer: string | null; queue: string | null; team: string | null; reason: string | null;
  turn_count: number; tag_count: number; has_audio: number; company_score: number | null; customer_score: number | null;
};

const rowColumns = `i.id, i.external_id, i.channel, i.started_at, i.duration_ms, coalesce(a.name, a.external_id) AS agent,
  c.external_id AS customer, i.queue, coalesce(i.team, a.team) AS team, i.reason, i.turn_count, i.tag_count,
  EXISTS (SELECT 1 FROM media f WHERE f.interaction_id = i.id) AS has_audio, i.company_score,
  CASE WHEN i.customer_score IS NOT NULL AND NOT ${waitsBlindSql('is_blind')} THEN i.customer_score END AS customer_score`;
const rowJoins = 'LEFT JOIN agent a ON a.id = i.agent_id LEFT JOIN customer c ON c.id = i.customer_id';

/** NULL sorts last whichever way, and `key` makes every order total, so that pages never overlap. */
const orders: Record<InteractionSort['by'], string> = {
  startedAt: 'i.started_at', externalId: 'i.external_id', customer: 'c.external_id', agent: 'coalesce(a.name, a.external_id)',
  durationMs: 'i.duration_ms', companyScore: 'i.company_score', customerScore: 'i.customer_score',
  gap: 'i.company_score - i.customer_score', tags: 'i.tag_count',
  customerValue: '(SELECT sum(coalesce(p.margin, p.amount)) FROM purchase p WHERE p.customer_id = i.customer_id)',
};

const defaultSort: InteractionSort = { by: 'startedAt', descending: true };

export function orderBy(sort: InteractionSort = defaultSort): string {
  const direction = sort.descending ? 'DESC' : 'ASC';
  return `${orders[sort.by]} ${direction} NULLS LAST, i.key ${direction}`;
}

function toRow(row: RowSql): InteractionRow {
  return {
    id: row.id, externalId: row.external_id, channel: row.channel, startedAt: row.started_at, durationMs: row.duration_ms,
    agent: row.agent, customer: row.customer, queue: row.queue, team: row.team, reason: row.reason,
    turns: row.turn_count, tags: row.tag_count, hasAudio: row.has_audio === 1,
    companyScore: row.company_score, customerScore: row.customer_score,
  };
}

export type PageOfInteractions = { filter: InteractionFilter; sort?: InteractionSort | undefined; offset: number; limit: number };

/** One page of the table and how many rows there are in all. */
export function pageInteractions(db: Database, rule: GoodRule, page: PageOfInteractions): { total: number; rows: InteractionRow[] } {
  const where = interactionWhere(page.filter, rule);
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM interaction i WHERE ${where.sql}`, where.parameters)?.n ?? 0;
  const rows = db.all<RowSql>(
    `SELECT ${rowColumns} FROM interaction i ${rowJoins} WHERE ${where.sql} ORDER BY ${orderBy(page.sort)} LIMIT ? OFFSET ?`,
    [...where.parameters, page.limit, page.offset],
  );
  return { total, rows: rows.map(toRow) };
}

/** The interactions before and after one in a list, and where it stands; nulls when the list does not hold it. */
export function neighbours(
  db: Database, rule: GoodRule, list: { id: string; filter: InteractionFilter; sort?: InteractionSort | undefined },
): { previousId: string | null; nextId: string | null; position: number | null; total: number } {
  const where = interactionWhere(list.filter, rule);
  const ids = db.all<{ id: string }>(
    `SELECT i.id FROM interaction i ${rowJoins} WHERE ${where.sql} ORDER BY ${orderBy(list.sort)}`, where.parameters,
  ).map((row) => row.id);
  const at = ids.indexOf(list.id);
  if (at < 0) return { previousId: null, nextId: null, position: null, total: ids.length };
  return { previousId: ids[at - 1] ?? null, nextId: ids[at + 1] ?? null, position: at + 1, total: ids.length };
}

type InteractionSql = RowSql & {
  direction: Interaction['direction']; product: string | null; language: string | null; talk_ms: number | null; hold_ms: number | null;
  acw_ms: number | null; transfers: number | null; customer_name: string | null; agent_name: string | null;
  role_status: Interaction['roleStatus']; format: string | null; fields: string; facts: string; key: number;
};

/** The id of an interaction that is named by its id or its external id. */
export function interactionIdOf(db: Database, id: string): string | undefined {
  return (db.get<{ id: string }>('SELECT id FROM interaction WHERE id = ?', [id]) ?? db.get<{ id: string }>('SELECT id FROM interaction WHERE external_id = ?', [id]))?.id;
}

/** One interaction by id or external id, with its internal key; undefined if there is none. */
export function findInteraction(db: Database, id: string): { key: number; interaction: Interaction } | undefined {
  const row = db.get<InteractionSql>(
    `SELECT ${rowColumns}, i.key, i.direction, i.product, i.language, i.talk_ms, i.hold_ms, i.acw_ms, i.transfers,
      c.name AS customer_name, a.name AS agent_name, i.role_status, i.format, i.fields, i.facts
     FROM interaction i ${rowJoins} WHERE i.id = ? OR i.external_id = ? LIMIT 1`, [id, id],
  );
  if (!row) return undefined;
  const segments = db.all<{ kind: 'talk' | 'hold' | 'queue' | 'ivr' | 'transfer'; start_ms: number; end_ms: number }>(
    'SELECT kind, start_ms, end_ms FROM segment WHERE interaction_id = ? ORDER BY seq', [row.id],
  );
  return {
    key: row.key,
    interaction: {
      ...toRow(row), direction: row.direction, product: row.product, language: row.language,
      talkMs: row.talk_ms, holdMs: row.hold_ms, acwMs: row.acw_ms, transfers: row.transfers,
      customerName: row.customer_name, agentName: row.agent_name, roleStatus: row.role_status, format: row.format,
      fields: JSON.parse(row.fields) as Record<string, string>, facts: JSON.parse(row.facts) as Record<string, unknown>,
      segments: segments.map((s) => ({ kind: s.kind, startMs: s.start_ms, endMs: s.end_ms })),
    },
  };
}

/** What is hidden of an interaction until it is evaluated, because it waits in a queue that says so. */
export function hiddenUntilEvaluated(db: Database, id: string): { customer: boolean; agent: boolean } {
  const row = db.get<{ customer: number; agent: number }>(
    `SELECT ${waitsBlindSql('is_blind')} AS customer, ${waitsBlindSql('hides_agent')} AS agent FROM interaction i WHERE i.id = ?`, [id],
  );
  return { customer: row?.customer === 1, agent: row?.agent === 1 };
}

const facetColumns: Record<string, string> = {
  channel: 'i.channel', queue: 'i.queue', team: 'coalesce(i.team, a.team)', agent: 'coalesce(a.name, a.external_id)',
  reason: 'i.reason', product: 'i.product', language: 'i.language',
};

/** What each filter can offer, most frequent first, at most 200 values a field. */
export function facets(db: Database, rule: GoodRule, filter: InteractionFilter) {
  const fields = Object.entries(facetColumns).map(([field, column]) => {
    const { [field as keyof InteractionFilter]: _own, ...others } = filter;
    const where = interactionWhere(others, rule);
    const values = db.all<{ value: string | null; n: number }>(
      `SELECT ${column} AS value, count(*) AS n FROM interaction i LEFT JOIN agent a ON a.id = i.agent_id
       WHERE ${where.sql} GROUP BY 1 ORDER BY n DESC, value LIMIT 200`, where.parameters,
    );
    return { field, values };
  });
  const otherFields = db.all<{ name: string }>(
    'SELECT DISTINCT f.key AS name FROM interaction i, json_each(i.fields) f ORDER BY 1 LIMIT 200',
  ).map((row) => row.name);
  return { fields, otherFields };
}
