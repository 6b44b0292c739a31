import type { LoopRow } from '#shared/model/loop.ts';
import type { Database } from '../database.ts';

export type Rule = { id: string; name: string; words: string; createdAt: string; createdBy: string };
const ruleColumns = 'id, name, words, created_at AS createdAt, created_by AS createdBy';

/** The text rules that are watched, by name. */
export function listRules(db: Database): Rule[] {
  return db.all<Rule>(`SELECT ${ruleColumns} FROM signal_rule ORDER BY name`);
}

export function findRule(db: Database, id: string): Rule | undefined {
  return db.get<Rule>(`SELECT ${ruleColumns} FROM signal_rule WHERE id = ?`, [id]);
}

export type Mark = { onset: string; state: 'watched' | 'dismissed' | 'cause'; reason: string | null; codeId: string | null; markedAt: string; markedBy: string };
const markColumns = 'onset, state, reason, code_id AS codeId, marked_at AS markedAt, marked_by AS markedBy';

export function findMark(db: Database, subject: string): Mark | undefined {
  return db.get<Mark>(`SELECT ${markColumns} FROM signal_mark WHERE subject = ?`, [subject]);
}

/** What people decided about signals, by subject. */
export function listMarks(db: Database): Map<string, Mark> {
  return new Map(db.all<Mark & { subject: string }>(`SELECT subject, ${markColumns} FROM signal_mark`).map(({ subject, ...mark }) => [subject, mark]));
}

type LoopSql = Omit<LoopRow, 'verification'> & { verification: string | null };
const loopColumns = `heard_on AS heardOn, owner, assigned_on AS assignedOn, decision, decided_on AS decidedOn, change_made AS changeMade, changed_on AS changedOn,
  verified_on AS verifiedOn, verification`;

const toLoop = (row: LoopSql): LoopRow => ({ ...row, verification: row.verification === null ? null : JSON.parse(row.verification) as LoopRow['verification'] });

export function findLoopRow(db: Database, subject: string): LoopRow | undefined {
  const row = db.get<LoopSql>(`SELECT ${loopColumns} FROM loop_closure WHERE subject = ?`, [subject]);
  return row && toLoop(row);
}

/** Every loop that has been begun, by subject. */
export function listLoopRows(db: Database): Map<string, LoopRow> {
  return new Map(db.all<LoopSql & { subject: string }>(`SELECT subject, ${loopColumns} FROM loop_closure ORDER BY subject`).map(({ subject, ...row }) => [subject, toLoop(row)]));
}
