import { placeCause } from '#shared/commands/causes.ts';
import { EarshotError } from '#shared/errors.ts';
import { causeDetail } from '#engine/causes/cause-detail.ts';
import { costReport } from '#engine/causes/cost-report.ts';
import { paretoReport } from '#engine/causes/pareto-report.ts';
import type { Session } from '#engine/session.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { mustFindCode } from './codebook.ts';
import { desk } from './desk.ts';
import { feeProcedures } from './fees.ts';
import { statementProcedures } from './statements.ts';

export function causeProcedures(session: Session) {
  const definitions = () => readDefinitions(session.db).definitions;
  return desk.causes.router({
    report: desk.causes.report.handler(({ input }) => paretoReport(session.db, definitions(), input)),
    detail: desk.causes.detail.handler(({ input }) => {
      const code = mustFindCode(session, input.code);
      const detail = causeDetail(session.db, definitions(), { code: code.id, filter: input.filter, definition: code.definition });
      if (!detail) throw new EarshotError('NOT_FOUND', `"${code.name}" is no root cause.`);
      return detail;
    }),
    place: desk.causes.place.handler(async ({ input }) => {
      await session.edit({ definition: placeCause, payload: { codeId: mustFindCode(session, input.code).id, value: input.value }, seen: input.seen }, ['causes', 'project']);
      return { placed: input.value !== null };
    }),
    cost: desk.causes.cost.handler(({ input }) => costReport(session.db, definitions(), input)),
    ...statementProcedures(session),
    ...feeProcedures(session),
  });
}
