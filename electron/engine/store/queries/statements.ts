import { Statement, type StatementStep } from '#shared/model/statement.ts';
import type { Database } from '../database.ts';

type Row = { id: string; owner: string; first_month: string; last_month: string; content: string };

function withSteps(db: Database, { id, owner, first_month: firstMonth, last_month: lastMonth, content }: Row): Statement {
  const steps = db.all<StatementStep>('SELECT id, state, reason, at, by FROM charge_statement_state WHERE statement_id = ? ORDER BY seq', [id]);
  const last = steps.at(-1);
  return Statement.parse({ id, owner, firstMonth, lastMonth, content: JSON.parse(content) as unknown, steps, state: last?.state ?? 'draft', reason: steps.findLast((step) => step.state === 'disputed')?.reason ?? null });
}

/** Every statement, newest first. */
export function listStatements(db: Database): Statement[] {
  return db.all<Row>('SELECT id, owner, first_month, last_month, content FROM charge_statement ORDER BY created_at DESC, owner, id').map((row) => withSteps(db, row));
}

export function findStatement(db: Database, id: string): Statement | undefined {
  const row = db.get<Row>('SELECT id, owner, first_month, last_month, content FROM charge_statement WHERE id = ?', [id]);
  return row && withSteps(db, row);
}

/** Statements whose last state is a dispute. */
export function openDisputes(db: Database): number {
  return db.get<{ n: number }>(
    `SELECT count(*) AS n FROM charge_statement_state s WHERE s.state = 'disputed'
       AND s.seq = (SELECT max(t.seq) FROM charge_statement_state t WHERE t.statement_id = s.statement_id)`,
  )?.n ?? 0;
}
