import type { Database } from '../database.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { interactionWhere, type GoodRule } from './interaction-where.ts';
import { hideInText } from './redactions.ts';

/** A customer's words that could be quoted, with what is needed to choose and to name them. */
export type QuoteCandidate = {
  interactionId: string; externalId: string; channel: string; startedAt: string | null; turnSeq: number; startMs: number | null;
  text: string; customerScore: number | null; customerName: string | null; agentName: string | null; isStarred: number; cause: string | null;
};

const shortest = 30;
const longest = 280;

function quotable(where: string) {
  return {
    columns: `i.id AS interactionId, i.external_id AS externalId, i.channel, i.started_at AS startedAt, t.seq AS turnSeq, t.start_ms AS startMs,
      t.text, i.customer_score AS customerScore, c.name AS customerName, a.name AS agentName`,
    joins: 'LEFT JOIN customer c ON c.id = i.customer_id LEFT JOIN agent a ON a.id = i.agent_id',
    common: `t.role = 'customer' AND length(t.text) BETWEEN ${shortest} AND ${longest} AND coalesce(c.consent_quotes, 1) = 1 AND ${where}`,
  };
}

/** The last quotable words of the customer in each interaction of the filter, unless they are the first as well: what somebody says when it is over. */
export function closingWords(db: Database, filter: InteractionFilter, rule: GoodRule): QuoteCandidate[] {
  const where = interactionWhere(filter, rule);
  const { columns, joins, common } = quotable(where.sql);
  return hidden(db, db.all<QuoteCandidate>(
    `SELECT ${columns}, 0 AS isStarred, NULL AS cause FROM interaction i
       JOIN turn t ON t.interaction_key = i.key AND t.seq = (SELECT max(u.seq) FROM turn u
         WHERE u.interaction_key = i.key AND u.role = 'customer' AND length(u.text) BETWEEN ${shortest} AND ${longest}) ${joins}
       WHERE ${common} AND EXISTS (SELECT 1 FROM turn e WHERE e.interaction_key = i.key AND e.role = 'customer' AND e.seq < t.seq)
       ORDER BY i.external_id`, where.parameters,
  ));
}

/**
 * Customer turns of quotable length from interactions in the filter: the starred ones, and those at a tagged cause. A
 * customer who refused consent is never quoted.
 */
export function quoteCandidates(db: Database, filter: InteractionFilter, rule: GoodRule): QuoteCandidate[] {
  const where = interactionWhere(filter, rule);
  const { columns, joins, common } = quotable(where.sql);
  return hidden(db, db.all<QuoteCandidate>(
    `SELECT ${columns}, 1 AS isStarred, NULL AS cause FROM quote q JOIN interaction i ON i.id = q.interaction_id
       JOIN turn t ON t.interaction_key = i.key AND t.seq = q.turn_seq ${joins} WHERE ${common}
     UNION ALL
     SELECT ${columns}, 0, k.name FROM tag g JOIN code k ON k.id = g.code_id AND k.kind = 'cause' JOIN interaction i ON i.id = g.interaction_id
       JOIN turn t ON t.interaction_key = i.key AND (t.seq = g.turn_seq OR (g.turn_seq IS NULL AND t.start_ms <= g.start_ms AND t.end_ms >= g.start_ms)) ${joins}
       WHERE ${common}
     ORDER BY isStarred DESC, externalId, turnSeq`,
    [...where.parameters, ...where.parameters],
  ));
}

/** What was hidden in the project never leaves it. */
function hidden(db: Database, candidates: QuoteCandidate[]): QuoteCandidate[] {
  return candidates.map((candidate) => ({ ...candidate, text: hideInText(db, candidate, candidate.text) }));
}

export type CauseCount = { code: string; name: string; owner: string | null; interactions: number; blindSpots: number; preventable: number | null };

/** Causes by how many interactions carry them, and how many of those the company passed although the customer was unhappy. */
export function causeCounts(db: Database, rule: GoodRule): { causes: CauseCount[]; coded: number } {
  const blind = interactionWhere({ cell: 'companyOnly', randomOnly: true }, rule);
  const causes = db.all<CauseCount>(
    `SELECT k.key AS code, k.name, k.owner, k.preventable, count(DISTINCT g.interaction_id) AS interactions,
       count(DISTINCT CASE WHEN ${blind.sql} THEN g.interaction_id END) AS blindSpots
     FROM tag g JOIN code k ON k.id = g.code_id JOIN interaction i ON i.id = g.interaction_id
     WHERE k.kind = 'cause' GROUP BY k.id ORDER BY blindSpots DESC, interactions DESC, k.name`, blind.parameters,
  );
  const coded = db.get<{ n: number }>(`SELECT count(DISTINCT g.interaction_id) AS n FROM tag g JOIN code k ON k.id = g.code_id WHERE k.kind = 'cause'`)?.n ?? 0;
  return { causes, coded };
}

/** Every name that must not leave the project. */
export function rosterNames(db: Database): string[] {
  return db.all<{ name: string }>('SELECT name FROM customer WHERE name IS NOT NULL UNION SELECT name FROM agent WHERE name IS NOT NULL').map((row) => row.name);
}
