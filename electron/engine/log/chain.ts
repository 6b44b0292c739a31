import { createHash } from 'node:crypto';
import type { Database } from '#engine/store/database.ts';
import type { LogRow } from './log-row.ts';

/** The part of a log row that the chain runs over: it names the content only by commitments. */
export type AuditRecord = Pick<
  LogRow,
  'seq' | 'id' | 'request' | 'kind' | 'target' | 'name' | 'version' | 'at' | 'actor' | 'entity_id' | 'payload_commitment' | 'inverse_commitment'
>;

/** The chain head before the first command; it ties the chain to its project. */
export function genesisHead(projectId: string): string {
  return createHash('sha256').update(`Earshot command log of ${projectId}`).digest('hex');
}

/** h(k) = SHA-256(h(k-1), audit record k), hex. */
export function nextHead(head: string, record: AuditRecord): string {
  const fields = [
    record.seq, record.id, record.request, record.kind, record.target, record.name, record.version, record.at, record.actor,
    record.entity_id, record.payload_commitment, record.inverse_commitment,
  ];
  return createHash('sha256').update(Buffer.from(head, 'hex')).update(JSON.stringify(fields)).digest('hex');
}

/**
 * SHA-256 of a salt and a value, hex. The salt (16 bytes, hex) is erased together with the value, so that the
 * commitment can stay and the value cannot be guessed back from it.
 */
export function commitment(salt: string, value: string | null): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(value ?? 'null').digest('hex');
}

export type ChainReport = {
  readonly ok: boolean;
  readonly entries: number;
  /** A whole sentence. */
  readonly detail: string;
};

const batchSize = 2_000;

/**
 * Reads the whole log and recomputes every hash and every commitment whose value is still there, and what undo and redo
 * say about each other. Yields between batches. `expected` is where the chain must end.
 */
export async function verifyChain(db: Database, expected: { projectId: string; lastSeq: number; head: string }): Promise<ChainReport> {
  let head = genesisHead(expected.projectId);
  let lastSeq = 0;
  let entries = 0;
  for (;;) {
    const rows = db.all<LogRow>('SELECT * FROM command_log WHERE seq > ? ORDER BY seq LIMIT ?', [lastSeq, batchSize]);
    for (const row of rows) {
      const fault = faultIn(row, head);
      if (fault !== null) return { ok: false, entries, detail: `Command ${row.seq} of the log ${fault}.` };
      head = row.hash;
      lastSeq = row.seq;
      entries += 1;
    }
    if (rows.length < batchSize) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (lastSeq !== expected.lastSeq || head !== expected.head) {
    return { ok: false, entries, detail: `The log ends at command ${lastSeq} and should end at ${expected.lastSeq}.` };
  }
  const stray = strayFlag(db);
  if (stray !== undefined) return { ok: false, entries, detail: `Command ${stray} of the log is marked as undone or done again by no such command.` };
  return { ok: true, entries, detail: `${entries} commands, each following from the one before.` };
}

function faultIn(row: LogRow, head: string): string | null {
  if (row.hash !== nextHead(head, row)) return 'does not follow from the one before';
  if (row.payload !== null && commitment(row.payload_salt ?? '', row.payload) !== row.payload_commitment) return 'has another payload than was recorded';
  if (row.inverse_salt !== null && commitment(row.inverse_salt, row.inverse) !== row.inverse_commitment) return 'has another inverse than was recorded';
  return null;
}

/** `undone_by` and `redone_by` lie outside the chain; they must say what the undo and redo rows inside it say. */
function strayFlag(db: Database): number | undefined {
  return db.get<{ seq: number }>(`
    SELECT done.seq FROM command_log AS done
    LEFT JOIN (SELECT target, max(seq) AS last, max(CASE kind WHEN 'redo' THEN seq END) AS last_redo
               FROM command_log WHERE kind <> 'do' GROUP BY target) AS reversal ON reversal.target = done.seq
    WHERE done.undone_by IS NOT (CASE WHEN reversal.last > coalesce(reversal.last_redo, 0) THEN reversal.last END)
       OR done.redone_by IS NOT reversal.last_redo
    LIMIT 1`)?.seq;
}
