import { draftStatement, moveStatement, removeStatement } from '#shared/commands/causes.ts';
import { EarshotError } from '#shared/errors.ts';
import type { StatementState } from '#shared/model/statement.ts';
import { statementContent } from '#engine/causes/statement-content.ts';
import { statementWorkbook } from '#engine/causes/statement-workbook.ts';
import { asFileName, exportFile } from '#engine/export-file.ts';
import type { Session } from '#engine/session.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { findStatement, listStatements } from '#engine/store/queries/statements.ts';
import { desk } from './desk.ts';

const stale = ['causes', 'project'];

/** The part of `causes` that is about statements. */
export function statementProcedures(session: Session) {
  const mustFindStatement = (id: string) => {
    const statement = findStatement(session.db, id);
    if (!statement) throw new EarshotError('NOT_FOUND', 'The statement is not there any more.');
    return statement;
  };
  const step = (state: StatementState, reason: string | null) => ({ id: session.options.newId(), state, reason, at: session.now(), by: session.options.actor });
  return {
    statements: desk.causes.statements.handler(() => listStatements(session.db)),
    draftStatement: desk.causes.draftStatement.handler(async ({ input }) => {
      const id = session.options.newId();
      const drafted = statementContent(session.db, readDefinitions(session.db).definitions, input);
      await session.execute(draftStatement, { id, owner: input.owner, ...drafted, steps: [step('draft', null)] }, stale);
      return mustFindStatement(id);
    }),
    moveStatement: desk.causes.moveStatement.handler(async ({ input }) => {
      await session.edit({ definition: moveStatement, payload: { id: mustFindStatement(input.id).id, step: step(input.state, input.reason) }, seen: input.seen }, stale);
      return mustFindStatement(input.id);
    }),
    removeStatement: desk.causes.removeStatement.handler(async ({ input }) => {
      await session.edit({ definition: removeStatement, payload: { id: mustFindStatement(input.id).id }, seen: input.seen }, stale);
      return { removed: true };
    }),
    exportStatement: desk.causes.exportStatement.handler(async ({ input }) => {
      const statement = mustFindStatement(input.id);
      const name = `${asFileName(`Statement ${statement.owner}`, 'Statement')} ${statement.firstMonth} to ${statement.lastMonth}.xlsx`;
      return exportFile(session.options.files, name, [await statementWorkbook(statement)]);
    }),
  };
}
