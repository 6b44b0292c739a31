import { joinCustomer, splitCustomer } from '#shared/commands/customers.ts';
import type { Database } from '#engine/store/database.ts';
import { ownedTables, statedValue } from '#engine/store/queries/identities.ts';
import { type AnyCommandHandler, type CommandHandler, CommandRefused } from '../handler.ts';
import { insertRow, mustFind } from './row-values.ts';

type Join = (typeof joinCustomer)['payload']['_output'];

const join: CommandHandler<Join> = {
  definition: joinCustomer,
  apply(db, payload, { command }) {
    requireJoinable(db, payload);
    const { customerId, keptId, field, value } = payload;
    insertRow(db, 'customer_joined', { customer_id: customerId, kept_id: keptId, field, value, at: command.at, actor: command.actor });
    for (const table of ownedTables) {
      db.run(`INSERT INTO customer_joined_row (table_name, row_id, customer_id) SELECT '${table}', id, customer_id FROM ${table} WHERE customer_id = ?`, [customerId]);
      db.run(`UPDATE ${table} SET customer_id = ? WHERE customer_id = ?`, [keptId, customerId]);
    }
    return { inverse: { name: splitCustomer.name, payload: { customerId } }, entityId: customerId };
  },
};

/** Only what both records state makes them one person's, and a chain of records would hide which was joined for what. */
function requireJoinable(db: Database, { customerId, keptId, field, value }: Join): void {
  for (const id of [customerId, keptId]) mustFind(db.get('SELECT 1 AS found FROM customer WHERE id = ?', [id]), 'customer');
  if (customerId === keptId) throw new CommandRefused('SAME_RECORD', 'A record cannot be joined to itself.');
  if ([customerId, keptId].some((id) => statedValue(db, id, field) !== value)) {
    throw new CommandRefused('NOT_SHARED', `The two records do not state the same “${field}”. Records are joined only by what both of them state.`);
  }
  if (db.get('SELECT 1 AS found FROM customer_joined WHERE customer_id IN (?1, ?2) OR kept_id = ?1', [customerId, keptId]) !== undefined) {
    throw new CommandRefused('JOINED_ALREADY', 'One of the two records is joined to another already. Split that first.');
  }
}

const split: CommandHandler<(typeof splitCustomer)['payload']['_output']> = {
  definition: splitCustomer,
  apply(db, { customerId }) {
    const joined = mustFind(db.get<{ keptId: string; field: string; value: string }>(
      'SELECT kept_id AS keptId, field, value FROM customer_joined WHERE customer_id = ?', [customerId]), 'joined record');
    for (const table of ownedTables) {
      db.run(`UPDATE ${table} SET customer_id = ?1 WHERE id IN (SELECT row_id FROM customer_joined_row WHERE customer_id = ?1 AND table_name = '${table}')`, [customerId]);
    }
    db.run('DELETE FROM customer_joined WHERE customer_id = ?', [customerId]);
    return { inverse: { name: joinCustomer.name, payload: { customerId, ...joined } }, entityId: customerId };
  },
};

export const customerHandlers: readonly AnyCommandHandler[] = [join, split];
