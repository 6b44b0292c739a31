import type { Database } from '../database.ts';

/** Statements whose last state is a dispute. */
export function openDisputes(db: Database): number {
  return db.get<{ n: number }>(
    `SELECT count(*) AS n FROM charge_statement_state s WHERE s.state = 'disputed'
       AND s.seq = (SELECT max(t.seq) FROM charge_statement_state t WHERE t.statement_id = s.statement_id)`,
  )?.n ?? 0;
}
