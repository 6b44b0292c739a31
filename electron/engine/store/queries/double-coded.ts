import type { Database } from '../database.ts';

/** Contacts that two or more people tagged, who did, and with which causes. */
export type DoubleCoded = { units: string[]; coders: { unit: string; coder: string }[]; marks: { unit: string; coder: string; code: string }[] };

const twiceSql = 'SELECT t.interaction_id FROM tag t GROUP BY t.interaction_id HAVING min(t.created_by) <> max(t.created_by)';

/** Everything that is needed to ask how far coders agree; at most 2,000 contacts, those with the lowest ids. */
export function doubleCodedTags(db: Database): DoubleCoded {
  const one = db.get<{ first: string | null; last: string | null }>('SELECT min(created_by) AS first, max(created_by) AS last FROM tag');
  if (!one || one.first === one.last) return { units: [], coders: [], marks: [] };
  const units = db.all<{ interaction_id: string }>(`${twiceSql} ORDER BY 1 LIMIT 2000`).map((row) => row.interaction_id);
  const chosen = 'g.interaction_id IN (SELECT value FROM json_each(?))';
  const list = [JSON.stringify(units)];
  return {
    units,
    coders: db.all(`SELECT DISTINCT g.interaction_id AS unit, g.created_by AS coder FROM tag g WHERE ${chosen}`, list),
    marks: db.all(`SELECT DISTINCT g.interaction_id AS unit, g.created_by AS coder, g.code_id AS code FROM tag g JOIN code k ON k.id = g.code_id WHERE k.kind = 'cause' AND ${chosen}`, list),
  };
}
