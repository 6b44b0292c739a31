import { changeSetting } from '#shared/commands/settings.ts';
import { Definitions } from '#shared/model/gap.ts';
import { gapReport, headlineGap } from '#engine/metrics/gap/report.ts';
import { gapOverTime } from '#engine/metrics/gap/over-time.ts';
import { nonResponse } from '#engine/metrics/gap/non-response.ts';
import { quadrant } from '#engine/metrics/gap/quadrant.ts';
import type { Session } from '#engine/session.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { desk } from './desk.ts';

export function gapProcedures(session: Session) {
  const definitions = () => readDefinitions(session.db).definitions;
  const headline = () => headlineGap(session.db, definitions());
  return desk.gap.router({
    report: desk.gap.report.handler(({ input }) => gapReport(session.db, definitions(), input)),
    overTime: desk.gap.overTime.handler(({ input }) =>
      gapOverTime(session.db, { definitions: definitions(), filter: input.filter, now: session.options.clock() })),
    quadrant: desk.gap.quadrant.handler(({ input }) => quadrant(session.db, { definitions: definitions(), ...input })),
    nonResponse: desk.gap.nonResponse.handler(({ input }) => nonResponse(session.db, definitions(), input.filter)),
    definitions: desk.gap.definitions.handler(() => readDefinitions(session.db)),
    changeDefinitions: desk.gap.changeDefinitions.handler(async ({ input }) => {
      const before = headline();
      await session.executeAll((db) => {
        // What is absent stays as it is: `Partial` lets an absent key through as undefined.
        const changed = Definitions.parse({ ...readDefinitions(db).definitions, ...input.definitions });
        return [{ definition: changeSetting, payload: { key: 'definitions', value: changed }, seen: input.seen }];
      }, ['gap', 'metrics', 'interactions', 'briefing', 'causes', 'project', 'coaching']);
      const { definitions: now, version } = readDefinitions(session.db);
      return { definitions: now, version, before, after: headline() };
    }),
  });
}
