import { expect, test } from 'vitest';
import { commandHandlers } from '#engine/log/handlers/index.ts';
import type { Database } from '#engine/store/database.ts';
import { changeLoop } from '#shared/commands/signals.ts';
import { aDatabase } from '#tests/support/store/memory-database.ts';

const at = '2026-11-02T09:00:00.000Z';
const state = (db: Database) => ['signal_rule', 'signal_mark', 'loop_closure'].map((table) => db.all(`SELECT * FROM ${table}`));

function apply(db: Database, name: string, payload: Record<string, unknown>) {
  const handler = commandHandlers.find(({ definition }) => definition.name === name);
  if (!handler) throw new Error(`no handler for ${name}`);
  const command = { id: '00000000-0000-4000-8000-000000000000', name, version: 1, at, actor: 'Ada', payload };
  return handler.apply(db, handler.definition.payload.parse(payload), { command });
}

const loop = {
  heardOn: '2026-08-03', owner: 'Finance', assignedOn: '2026-08-10', decision: 'Stop the fee', decidedOn: '2026-09-01', changeMade: null, changedOn: null, verifiedOn: null, verification: null,
};
const mark = { onset: '2026-08-03', state: 'watched', reason: null, codeId: null, markedAt: at, markedBy: 'Ada' };

test.each([
  ['rule.add', { id: 'r2', name: 'Paper', words: '"paper bill"', createdAt: at, createdBy: 'Ada' }],
  ['rule.remove', { id: 'r' }],
  ['signal.mark', { subject: 'rule:new', mark }],
  ['signal.mark', { subject: 'rule:r', mark: { ...mark, state: 'dismissed', reason: 'A campaign' } }],
  ['signal.mark', { subject: 'rule:r', mark: null }],
  ['loop.change', { subject: 'code:new', loop }],
  ['loop.change', { subject: 'rule:r', loop: { ...loop, decision: 'Wait' } }],
  ['loop.change', { subject: 'rule:r', loop: null }],
])('%s changes something, and its inverse changes it back', async (name, payload) => {
  const db = await aDatabase();
  apply(db, 'rule.add', { id: 'r', name: 'Fee', words: 'fee', createdAt: at, createdBy: 'Ada' });
  apply(db, 'signal.mark', { subject: 'rule:r', mark });
  apply(db, 'loop.change', { subject: 'rule:r', loop });
  const before = state(db);
  const { inverse } = apply(db, name, payload);
  expect(state(db)).not.toEqual(before);
  apply(db, inverse?.name ?? '', inverse?.payload ?? {});
  expect(state(db)).toEqual(before);
  db.close();
});

test('two rules of one name, a rule that is gone, and a subject that names nothing are refused', async () => {
  const db = await aDatabase();
  const rule = { id: 'r', name: 'Fee', words: 'fee', createdAt: at, createdBy: 'Ada' };
  apply(db, 'rule.add', rule);
  expect(() => apply(db, 'rule.add', { ...rule, id: 'other' })).toThrow('already');
  expect(() => apply(db, 'rule.remove', { id: 'gone' })).toThrow('no such rule');
  expect(() => apply(db, 'signal.mark', { subject: 'fee', mark: null })).toThrow();
  db.close();
});

test('"verified" can only be written with a later rate that is lower by the test', () => {
  const verification = { before: { count: 40, exposure: 400 }, after: { count: 10, exposure: 400 }, weeks: 4, p: 0.001 };
  const write = (change: object) => changeLoop.payload.safeParse({ subject: 'code:k', loop: { ...loop, verifiedOn: '2026-10-01', verification: { ...verification, ...change } } }).success;
  expect(write({})).toBe(true);
  expect(write({ p: 0.06 })).toBe(false);
  expect(write({ weeks: 3 })).toBe(false);
});
