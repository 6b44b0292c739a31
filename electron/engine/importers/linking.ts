import type { Database } from '#engine/store/database.ts';
import { rowRanges, type Steps } from '#engine/store/steps.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';

type Unlinked = {
  id: string; interaction_external_id: string | null; customer_id: string | null; sent_at: string | null; answered_at: string | null;
};
type Candidate = { id: string; started_at: string };
export type Link = { state: 'matched' | 'ambiguous' | 'unmatched'; interactionId: string | null; reason: string; candidates: string[] };

const isDay = (time: string) => time.length <= 10;
const dayMs = 86_400_000;

/** Rows that are joined by their ids in one step, and surveys that are joined by customer and time: some 15 ms each. */
const rowsAtOnce = 2_000;
const surveysAtOnce = 200;

/**
 * Joins everything that has no interaction yet: evaluations, invitations and recordings by the interaction's own id;
 * surveys by that id, else by customer and time. Links made or cut by hand are left alone.
 */
export function* linkSteps(db: Database): Steps {
  for (const range of rowRanges(db, 'evaluation', rowsAtOnce)) {
    db.run(`UPDATE evaluation SET interaction_id = (SELECT i.id FROM interaction i WHERE i.external_id = evaluation.interaction_external_id)
      WHERE rowid BETWEEN ? AND ? AND interaction_id IS NULL AND interaction_external_id IS NOT NULL`, range);
    yield;
  }
  for (const range of rowRanges(db, 'survey_response', rowsAtOnce)) {
    db.transaction(() => linkById(db, range));
    yield;
  }
  yield* timeLinkSteps(db);
}

/** Surveys of a range of rows, by what they name: their customer, and their interaction. */
function linkById(db: Database, range: readonly [number, number]): void {
  const within = 'rowid BETWEEN ? AND ?';
  db.run(`UPDATE survey_response SET customer_id = (SELECT c.id FROM customer c WHERE c.external_id = survey_response.customer_external_id)
    WHERE ${within} AND customer_id IS NULL AND customer_external_id IS NOT NULL`, range);
  db.run(`INSERT INTO customer_joined_row (table_name, row_id, customer_id)
    SELECT 'survey_response', r.id, r.customer_id FROM survey_response r JOIN customer_joined j ON j.customer_id = r.customer_id WHERE r.${within} ON CONFLICT DO NOTHING`, range);
  db.run(`UPDATE survey_response SET customer_id = j.kept_id FROM customer_joined j WHERE survey_response.${within} AND j.customer_id = survey_response.customer_id`, range);
  db.run(`UPDATE survey_response SET interaction_id = i.id, link_state = 'matched', link_reason = 'interaction id', link_candidates = '[]'
    FROM interaction i WHERE survey_response.${within} AND i.external_id = survey_response.interaction_external_id
      AND survey_response.interaction_id IS NULL AND survey_response.link_state IN ('unmatched','ambiguous')`, range);
}

function* timeLinkSteps(db: Database): Steps {
  const windowDays = readDefinitions(db).definitions.surveyLinkDays;
  for (const range of rowRanges(db, 'survey_response', surveysAtOnce)) {
    db.transaction(() => {
      const waiting = db.all<Unlinked>(
        `SELECT id, interaction_external_id, customer_id, sent_at, answered_at FROM survey_response
         WHERE rowid BETWEEN ? AND ? AND interaction_id IS NULL AND link_state IN ('unmatched','ambiguous')`, range,
      );
      for (const survey of waiting) {
        const link = linkByTime(survey, candidatesOf(db, survey, windowDays), windowDays);
        db.run('UPDATE survey_response SET interaction_id = ?, link_state = ?, link_reason = ?, link_candidates = ? WHERE id = ?',
          [link.interactionId, link.state, link.reason, JSON.stringify(link.candidates), survey.id]);
      }
    });
    yield;
  }
}

function candidatesOf(db: Database, survey: Unlinked, windowDays: number): Candidate[] {
  const at = survey.sent_at ?? survey.answered_at;
  if (survey.interaction_external_id !== null || survey.customer_id === null || at === null) return [];
  const end = isDay(at) ? new Date(Date.parse(at) + dayMs - 1) : new Date(at);
  const from = new Date(end.getTime() - windowDays * dayMs - (isDay(at) ? dayMs - 1 : 0));
  return db.all<Candidate>(
    'SELECT id, started_at FROM interaction WHERE customer_id = ? AND started_at >= ? AND started_at <= ? ORDER BY started_at DESC, id',
    [survey.customer_id, from.toISOString().slice(0, 19), `${end.toISOString().slice(0, 19)}~`],
  );
}

/**
 * The last interaction of the customer in the days before the survey was sent. It stays open ("ambiguous") whenever
 * that cannot be told for sure: two at the same moment, a survey dated only by day with several contacts on its last
 * day, or a survey whose sending time is unknown with several contacts before the answer.
 */
export function linkByTime(survey: Unlinked, candidates: readonly Candidate[], windowDays: number): Link {
  const unmatched = (reason: string): Link => ({ state: 'unmatched', interactionId: null, reason, candidates: [] });
  if (survey.interaction_external_id !== null) return unmatched('no interaction with this id');
  if (survey.customer_id === null) return unmatched('neither interaction id nor known customer');
  const at = survey.sent_at ?? survey.answered_at;
  if (at === null) return unmatched('no time to search around');
  const [last, before] = candidates;
  if (!last) return unmatched(`no contact of this customer in the ${windowDays} days before`);
  const open = (reason: string): Link => ({ state: 'ambiguous', interactionId: null, reason, candidates: candidates.map((c) => c.id) });
  if (!before) return { state: 'matched', interactionId: last.id, reason: 'only contact of the customer in the time window', candidates: [] };
  if (survey.sent_at === null) return open('several contacts before the answer, and no sending time');
  if (last.started_at === before.started_at) return open('two contacts at the same time');
  if (isDay(at) && last.started_at.slice(0, 10) === before.started_at.slice(0, 10)) return open('several contacts on the last day');
  return { state: 'matched', interactionId: last.id, reason: 'last contact of the customer in the time window', candidates: [] };
}
