import { draftStatement, moveStatement, removeStatement, statementParts, unmoveStatement } from '#shared/commands/causes.ts';
import { nextStates } from '#shared/model/statement.ts';
import { findStatement } from '#engine/store/queries/statements.ts';
import type { Database } from '#engine/store/database.ts';
import type { StatementStep } from '#shared/model/statement.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind, partsIfThere } from './row-values.ts';

type PayloadOf<D> = D extends { payload: { _output: infer P } } ? P : never;

function addStep(db: Database, statementId: string, { id, state, reason, at, by }: StatementStep): void {
  const seq = (db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM charge_statement_state WHERE statement_id = ?', [statementId])?.seq ?? 0) + 1;
  insertRow(db, 'charge_statement_state', { id, statement_id: statementId, seq, state, reason, at, by });
}

const draft: CommandHandler<PayloadOf<typeof draftStatement>> = {
  definition: draftStatement,
  apply(db, { id, owner, firstMonth, lastMonth, content, steps }) {
    const [first] = steps;
    insertRow(db, 'charge_statement', {
      id, owner, first_month: firstMonth, last_month: lastMonth, content: JSON.stringify(content), created_at: first?.at ?? '', created_by: first?.by ?? '',
    });
    for (const step of steps) addStep(db, id, step);
    return { inverse: { name: removeStatement.name, payload: { id } }, entityId: id };
  },
};

const remove: CommandHandler<{ id: string }> = {
  definition: removeStatement,
  standing: (db, { id }) => partsIfThere(statementParts, findStatement(db, id)),
  apply(db, { id }) {
    const { state, reason: _reason, ...before } = mustFind(findStatement(db, id), 'statement');
    if (state !== 'draft') throw new CommandRefused('REFUSED', 'Only a draft can be removed: what was sent is kept.');
    db.run('DELETE FROM charge_statement WHERE id = ?', [id]);
    return { inverse: { name: draftStatement.name, payload: before }, entityId: id };
  },
};

const move: CommandHandler<PayloadOf<typeof moveStatement>> = {
  definition: moveStatement,
  standing: (db, { id }) => partsIfThere(statementParts, findStatement(db, id)),
  apply(db, { id, step }) {
    const { state } = mustFind(findStatement(db, id), 'statement');
    if (!nextStates[state].includes(step.state)) throw new CommandRefused('REFUSED', `A statement that is ${state} cannot become ${step.state}.`);
    if (step.state === 'disputed' && (step.reason ?? '').trim() === '') throw new CommandRefused('REFUSED', 'A dispute needs its reason.');
    addStep(db, id, step);
    return { inverse: { name: unmoveStatement.name, payload: { id, stepId: step.id } }, entityId: id };
  },
};

const unmove: CommandHandler<PayloadOf<typeof unmoveStatement>> = {
  definition: unmoveStatement,
  apply(db, { id, stepId }) {
    const { steps } = mustFind(findStatement(db, id), 'statement');
    const last = steps.at(-1);
    if (last === undefined || last.id !== stepId || steps.length < 2) throw new CommandRefused('REFUSED', 'Only the last step of a statement can be taken back.');
    db.run('DELETE FROM charge_statement_state WHERE id = ?', [stepId]);
    return { inverse: { name: moveStatement.name, payload: { id, step: last } }, entityId: id };
  },
};

export const statementHandlers: readonly AnyCommandHandler[] = [draft, remove, move, unmove];
