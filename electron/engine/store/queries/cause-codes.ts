import type { Database } from '../database.ts';

export type ValueSide = 'value' | 'irritant';
/** A root cause of the codebook. `position` numbers them from 0. */
export type CauseCode = {
  position: number; id: string; key: string; name: string; owner: string | null; controllableBy: string | null; preventable: boolean | null;
  /** "Other" says that none of the causes fits: it stands last. */
  isOther: boolean;
  /** Where a person put it between value and irritation. */
  customer: ValueSide | null; company: ValueSide | null;
};

type Row = { id: string; key: string; name: string; owner: string | null; controllable_by: string | null; preventable: number | null; customer: ValueSide | null; company: ValueSide | null };

const otherName = /^(other|others|miscellaneous|misc|something else|sonstige[sr]?|autre|otro|overig)\b/i;

/** Every root cause, in the order of the codebook; those taken out of use too, as tags may carry them. */
export function causeCodes(db: Database): CauseCode[] {
  return db.all<Row>(
    `SELECT k.id, k.key, k.name, nullif(trim(k.owner), '') AS owner, k.controllable_by, k.preventable, v.customer, v.company
     FROM code k LEFT JOIN code_value v ON v.code_id = k.id WHERE k.kind = 'cause' ORDER BY k.position, k.key`,
  ).map(({ controllable_by: controllableBy, preventable, ...row }, position) => ({
    ...row, position, controllableBy, preventable: preventable === null ? null : preventable === 1, isOther: otherName.test(row.name),
  }));
}

/** The interactions that carry each cause, as one text of ids a cause, separated by line ends; an id may stand twice. */
export function causeTags(db: Database): { code: string; ids: string }[] {
  return db.all<{ code: string; ids: string }>(
    `SELECT g.code_id AS code, group_concat(g.interaction_id, char(10)) AS ids FROM tag g WHERE g.code_id IN (SELECT k.id FROM code k WHERE k.kind = 'cause') GROUP BY g.code_id`,
  );
}
