import { ErasureReceipt } from '#shared/model/privacy.ts';
import type { Database } from '#engine/store/database.ts';

/** All receipts, newest first. */
export function listReceipts(db: Database): ErasureReceipt[] {
  return db.all<{ receipt: string }>('SELECT receipt FROM erasure ORDER BY at DESC, id').map(({ receipt }) => ErasureReceipt.parse(JSON.parse(receipt)));
}

/** Erasures whose traces on disk may still be there. */
export function pendingReceipts(db: Database): ErasureReceipt[] {
  return listReceipts(db).filter(({ status }) => status === 'pending');
}

export function saveReceipt(db: Database, receipt: ErasureReceipt): void {
  db.run('INSERT INTO erasure (id, at, actor, reason, status, receipt) VALUES (?, ?, ?, ?, ?, ?)',
    [receipt.id, receipt.at, receipt.actor, receipt.reason, receipt.status, JSON.stringify(receipt)]);
}

export function markDone(db: Database, receipt: ErasureReceipt): void {
  db.run('UPDATE erasure SET status = ?, receipt = ? WHERE id = ?', [receipt.status, JSON.stringify(receipt), receipt.id]);
}
